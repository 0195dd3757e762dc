import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/platform/generated/client';
import { seedAppointments } from './appointments';
import { seedBackOffice } from './back-office';
import { seedCatalogue } from './catalogue';
import { seedPeople } from './people';
import { seedRules } from './rules';
import { seedStatuses } from './statuses';
import { seedTenants } from './tenants';

/**
 * Loads what the portal needs before its first visitor: municipalities, dated rules, services and homes; for the demo
 * and the tests also people and a back-office system. Safe to run again: what is there is left or brought up to date.
 * Runs as the owner of the database (`databaseUrl`), who row-level security doesn't bind.
 */
export async function seed(databaseUrl: string, { demo }: { demo: boolean }): Promise<void> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 2 }) });
  try {
    await seedTenants(db);
    await seedRules(db);
    await seedStatuses(db);
    await seedCatalogue(db);
    if (demo) {
      await seedPeople(db);
      await seedBackOffice(db);
      await seedAppointments(db);
    }
  } finally {
    await db.$disconnect();
  }
}
