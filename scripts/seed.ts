// Loads municipalities, rules, services and homes; outside production also the demo people. Safe to run again, and
// twice at once.
import { seed } from '@/prisma/seed';
import { ownersAddress, prepare } from './lib/database';
import { giveUp } from './lib/progress';

async function main(): Promise<void> {
  const isReferenceDataOnly =
    process.env.APP_ENV === 'production' || process.argv.includes('--reference-data-only');
  const databaseUrl = ownersAddress();
  await prepare(databaseUrl, () => seed(databaseUrl, { demo: !isReferenceDataOnly }));
}

main().then(() => process.exit(0), giveUp);
