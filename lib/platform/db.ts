import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import type { QueryResult } from 'pg';
import { env } from './env';
import { isDeadlock, isUniqueViolation } from './errors';
import { type Prisma, PrismaClient } from './generated/client';
import { log } from './log';
import { PreparedNames } from './prepared-names';
import { executed, literal } from './prepared-statements';
import { TenantTransaction, TransactionPool } from './tenant-transaction';
import { withTrail } from './trail';

/** A transaction in which the tenant is set. */
export type Tx = Prisma.TransactionClient;
export { Prisma } from './generated/client';

interface Database {
  pool: TransactionPool;
  prisma: PrismaClient;
}

// One pool of connections per process, and one memory of what they have prepared: this file is in the bundle of the
// pages and again in that of the routes, and the development server loads it anew.
const holder = globalThis as { __minaSidorDb?: Database };

function database(): Database {
  if (!holder.__minaSidorDb) {
    const pool = new TransactionPool({
      connectionString: env().DATABASE_APP_URL,
      max: env().DATABASE_POOL,
      connectionTimeoutMillis: LIMITS.maxWait,
      application_name: 'mina-sidor',
    });
    // A connection that breaks while nobody uses it (the database was restarted) is replaced by the next use.
    pool.on('error', () => log.warn('an idle connection to the database was lost'));
    // One that breaks between two statements of whoever uses it says so when nobody listens, which would end the process;
    // the next statement fails, and that is told.
    pool.on('connect', (connection) => connection.on('error', () => {}));
    const preparedNames = new PreparedNames();
    // Errors reach log.ts through whoever catches them; Prisma's own printing would quote rows.
    holder.__minaSidorDb = {
      pool,
      prisma: new PrismaClient({
        adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => preparedNames.nameOf(sql) }),
        log: [],
      }),
    };
  }
  return holder.__minaSidorDb;
}

interface TenantScope {
  tenantId: string;
}

/** Who has waited so long to begin is better told to try again. */
export const PATIENCE_MS = 5_000;
// A commit that waits longer than this is worth an honest "try again" to the person.
const LIMITS = { maxWait: PATIENCE_MS, timeout: 15_000 };

/** Runs a use case that only reads, in one read-only transaction scoped to the actor's tenant. */
export function read<T>(scope: TenantScope, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(`begin read only; ${setTenant(scope)}`, fn);
}

/**
 * Rows of one statement, read as `read` does but without the client's own machinery, which costs more than the statement
 * (decision 0005). For what every page view asks; the rest uses `read`. The statement is prepared once per connection;
 * then it goes there and back in one journey, transaction and all, since three cost more than the statement does.
 */
export async function readRows<T>(scope: TenantScope, statement: Prisma.Sql): Promise<T[]> {
  const { pool } = database();
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await pool.prepare(connection, statement.text);
    // pg answers several commands with a result each; its types know of one.
    const results = (await connection.query(
      `begin read only; ${setTenant(scope)}; ${executed(statement)}; commit`,
    )) as unknown as QueryResult[];
    return results[2]?.rows as T[];
  } catch (error) {
    // Not given back: it may be in the middle of a transaction, or gone.
    broken = error instanceof Error ? error : new Error('query failed');
    throw error;
  } finally {
    connection.release(broken);
  }
}

/**
 * Rows of several statements in one journey, within a use case's transaction and without the client's own machinery, a list
 * each. For what many do at once (decision 0150); the rest asks the client. Each statement sees what the one before it wrote,
 * and what others had committed when it began.
 */
export async function rowsInTx<T extends object[]>(
  tx: Tx,
  ...statements: { [K in keyof T]: Prisma.Sql }
): Promise<{ [K in keyof T]: T[K][] }> {
  const transaction = transactions.get(tx);
  if (!transaction) throw new Error('This transaction was not begun by `read` or `write`');
  return (await transaction.rows(statements)) as { [K in keyof T]: T[K][] };
}

const transactions = new WeakMap<Tx, TenantTransaction>();

const setTenant = ({ tenantId }: TenantScope): string =>
  `select set_config('app.tenant_id', ${literal(tenantId)}, true)`;

function inTransaction<T>(
  begin: string,
  fn: (tx: Tx, transaction: TenantTransaction) => Promise<T>,
): Promise<T> {
  const { pool, prisma } = database();
  const transaction = new TenantTransaction(pool, begin);
  return pool.around(transaction, () =>
    prisma.$transaction((tx) => {
      transactions.set(tx, transaction);
      return fn(tx, transaction);
    }, LIMITS),
  );
}

/**
 * Runs a use case that writes: one transaction, scoped to the actor's tenant. Nothing may leave the process inside it, so it
 * is run once more where the database gave it up for another that it waited for.
 */
export async function write<T>(scope: TenantScope, fn: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await writeOnce(scope, fn);
  } catch (error) {
    if (!isDeadlock(error)) throw error;
    return writeOnce(scope, fn);
  }
}

/**
 * A `write` that makes what it doesn't find. Two at once: a unique index lets one of them make it, and the other, run
 * again, finds it there.
 */
export async function writeOrFind<T>(scope: TenantScope, fn: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await write(scope, fn);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return write(scope, fn);
  }
}

function writeOnce<T>(scope: TenantScope, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(`begin; ${setTenant(scope)}`, async (tx, transaction) => {
    const { result, last } = await withTrail(tx, () => fn(tx));
    transaction.endWith(last);
    return result;
  });
}

/**
 * For the tables without personal data that are needed before a tenant is known (tenant, worker_heartbeat); all others
 * look empty here.
 */
export function outsideTenants<T>(
  fn: (db: Pick<PrismaClient, 'tenant' | 'workerHeartbeat'>) => Promise<T>,
): Promise<T> {
  return fn(database().prisma);
}

/** When a process ends, and between tests. */
export async function disconnect(): Promise<void> {
  await holder.__minaSidorDb?.prisma.$disconnect();
  await holder.__minaSidorDb?.pool.end();
  delete holder.__minaSidorDb;
}
