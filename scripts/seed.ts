// Loads municipalities, rules, services and homes; outside production also the demo people. Safe to run again.
import { seed } from '@/prisma/seed';
import { explain, PlainError } from './lib/progress';

async function main(): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl)
    throw new PlainError('DATABASE_URL is missing: the address of the database, as its owner.');
  const isReferenceDataOnly =
    process.env.APP_ENV === 'production' || process.argv.includes('--reference-data-only');
  await seed(databaseUrl, { demo: !isReferenceDataOnly });
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  },
);
