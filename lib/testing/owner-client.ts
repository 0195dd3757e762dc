import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/platform/generated/client';
import { ownerUrl } from './test-database';

/** The test file's database by the client that the seed uses: as its owner. */
export async function withOwnerClient(work: (client: PrismaClient) => Promise<void>): Promise<void> {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl(), max: 2 }) });
  try {
    await work(client);
  } finally {
    await client.$disconnect();
  }
}
