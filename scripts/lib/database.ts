import { Client } from 'pg';
import { PlainError } from './progress';
import { rolePassword } from './secrets';

export const databaseRoles = ['minasidor_app', 'minasidor_worker', 'minasidor_readonly'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/** Never repeats what is wrong in it: an address holds a password. */
function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new PlainError(
      'The address of a database must look like postgresql://owner:password@localhost:5432/minasidor. Look at\n' +
        'DATABASE_URL (and DATABASE_APP_URL, DATABASE_WORKER_URL) in the environment and in .env.',
    );
  }
  return url;
}

// Any number, as long as everyone who prepares a database takes the same.
const PREPARING = 20_261_124;

/** As the owner, one at a time: several instances may start at once. */
export function prepare<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    return work(client);
  });
}

/** The owner's address, for what is of no use without it. */
export function ownersAddress(): string {
  const given = process.env.DATABASE_URL;
  if (given) return addressOf(given).href;
  throw new PlainError('DATABASE_URL is missing: the address of the database, as its owner.');
}

/** The address of the same database for one of its roles. */
export function roleUrl(databaseUrl: string, role: DatabaseRole, roleSecret: string): string {
  const url = addressOf(databaseUrl);
  url.username = role;
  url.password = rolePassword(roleSecret, role);
  return url.href;
}

/**
 * The owner's own way in, acting as one of the roles: what is made then belongs to the role, whoever later logs in with
 * its rights.
 */
export function asRole(databaseUrl: string, role: DatabaseRole): string {
  const url = addressOf(databaseUrl);
  url.searchParams.set('options', `-c role=${role}`);
  return url.href;
}

/** The addresses for the portal and the worker: given, or made from the owner's address and the roles' secret. */
export function databaseSettings(
  databaseUrl: string | undefined,
  madeSecret?: string,
): Record<string, string> {
  if (!databaseUrl) return {};
  const roleSecret = process.env.DATABASE_ROLE_SECRET ?? madeSecret;
  const forRole = (name: string, role: 'minasidor_app' | 'minasidor_worker') => {
    const given = process.env[name];
    if (given) return { [name]: given };
    return roleSecret ? { [name]: roleUrl(databaseUrl, role, roleSecret) } : {};
  };
  return {
    DATABASE_URL: databaseUrl,
    ...(roleSecret ? { DATABASE_ROLE_SECRET: roleSecret } : {}),
    ...forRole('DATABASE_APP_URL', 'minasidor_app'),
    ...forRole('DATABASE_WORKER_URL', 'minasidor_worker'),
  };
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { host, pathname } = addressOf(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new PlainError(
      `The database ${pathname.slice(1)} at ${host} can't be reached: ${(error as Error).message}`,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * In a database server of our own: the role that owns the schema, an ordinary one as an operator would make it
 * (so that nothing comes to need a superuser unnoticed), and a database of its own.
 */
export async function ensureOwnedDatabase(
  superuserUrl: (database: string) => string,
  database: string,
  ownerPassword: string,
): Promise<string> {
  await withClient(superuserUrl('postgres'), async (client) => {
    const { rowCount: hasOwner } = await client.query(
      "select from pg_roles where rolname = 'minasidor_owner'",
    );
    if (!hasOwner) {
      const password = client.escapeLiteral(ownerPassword);
      await client.query(`create role minasidor_owner login createrole createdb password ${password}`);
    }
    const { rowCount: hasDatabase } = await client.query('select from pg_database where datname = $1', [
      database,
    ]);
    if (!hasDatabase) {
      await client.query(`create database ${client.escapeIdentifier(database)} owner minasidor_owner`);
    }
  });
  const url = new URL(superuserUrl(database));
  url.username = 'minasidor_owner';
  url.password = ownerPassword;
  return url.href;
}

/** The reference back office is a system of its own, with a database of its own beside the portal's. */
export function backOfficeUrl(databaseUrl: string): string {
  const url = addressOf(databaseUrl);
  url.pathname = `${url.pathname}_back_office`;
  return url.href;
}

/** Takes away everything of ours from a database that somebody else keeps. Refuses when it isn't ours. */
export async function emptyDatabase(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ tables: string; ours: boolean }>(
      `select count(*) as tables, coalesce(bool_or(tablename = '_prisma_migrations'), false) as ours
         from pg_tables where schemaname = 'public'`,
    );
    if (Number(rows[0]?.tables) > 0 && !rows[0]?.ours) {
      throw new PlainError('The database in DATABASE_URL holds tables of something else; it is not emptied.');
    }
    // The job queue's schema belongs to the worker's role, which the owner may act as.
    await client.query('drop schema if exists graphile_worker, job_queue cascade');
    await client.query('drop schema public cascade');
    await client.query('create schema public');
    const backOffice = client.escapeIdentifier(addressOf(backOfficeUrl(databaseUrl)).pathname.slice(1));
    await client.query(`drop database if exists ${backOffice}`);
  });
}
