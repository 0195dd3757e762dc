// Loads municipalities, rules, services and homes; outside production also the demo people. Safe to run again.
import { seed } from '@/prisma/seed';
import { ownersAddress } from './lib/database';
import { giveUp } from './lib/progress';

async function main(): Promise<void> {
  const isReferenceDataOnly =
    process.env.APP_ENV === 'production' || process.argv.includes('--reference-data-only');
  await seed(ownersAddress(), { demo: !isReferenceDataOnly });
}

main().then(() => process.exit(0), giveUp);
