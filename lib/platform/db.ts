import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env';
import { type Prisma, PrismaClient } from './generated/client';

/** A transaction in which the tenant is set. */
export type Tx = Prisma.TransactionClient;
export { Prisma } from './generated/client';

// One client per process, also when the development server loads this file again.
const holder = globalThis as { __minaSidorDb?: PrismaClient };

function client(): PrismaClient {
  holder.__minaSidorDb ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_APP_URL,
      max: env().DATABASE_POOL,
      application_name: 'mina-sidor',
    }),
    // Errors reach log.ts through whoever catches them; Prisma's own printing would quote rows.
    log: [],
  });
  return holder.__minaSidorDb;
}

interface TenantScope {
  tenantId: string;
}

// A commit that waits longer than this is worth an honest "try again" to the person.
const LIMITS = { maxWait: 5_000, timeout: 15_000 };

/** Runs a use case that only reads, in one read-only transaction scoped to the actor's tenant. */
export function read<T>(scope: TenantScope, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return client().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.tenant_id', ${scope.tenantId}, true), set_config('transaction_read_only', 'on', true)`;
    return fn(tx);
  }, LIMITS);
}

/** Runs a use case that writes: one transaction, scoped to the actor's tenant. Nothing may leave the process inside it. */
export function write<T>(scope: TenantScope, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return client().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.tenant_id', ${scope.tenantId}, true)`;
    return fn(tx);
  }, LIMITS);
}

/** For the tables without personal data that are needed before a tenant is known (tenant, worker_heartbeat); all others look empty here. */
export function outsideTenants<T>(
  fn: (db: Pick<PrismaClient, 'tenant' | 'workerHeartbeat'>) => Promise<T>,
): Promise<T> {
  return fn(client());
}

/** When a process ends, and between tests. */
export async function disconnect(): Promise<void> {
  await holder.__minaSidorDb?.$disconnect();
  delete holder.__minaSidorDb;
}
