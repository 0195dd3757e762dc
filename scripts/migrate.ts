// Brings the database up to date: roles, schema, job queue. Safe to run at any time and twice at once.
// DATABASE_URL is the owner's address. The roles' passwords come from DATABASE_ROLE_SECRET, except where an address
// is given for one (DATABASE_APP_URL, DATABASE_WORKER_URL): then its login is the operator's affair, the role's own or
// another that the role is granted to.
//
// It runs Prisma's own migration engine, as WebAssembly: the command line's engine is a download of its own that not
// every network lets through. The history table is Prisma's usual one, so the command line can take over anywhere.
import { readFileSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { runMigrations } from 'graphile-worker';
import type { Client } from 'pg';
import { asRole, type DatabaseRole, databaseRoles, ownersAddress, prepare } from './lib/database';
import { migrationsFolder, migrationsHere, requireOwnHistory } from './lib/migrations';
import { noFilters, schemaFiles } from './lib/prisma-schema';
import { giveUp, PlainError, say } from './lib/progress';
import { rolePassword } from './lib/secrets';

async function migrate(): Promise<void> {
  const databaseUrl = ownersAddress();
  await prepare(databaseUrl, async (client) => {
    await requireOwnHistory(client);
    await requireVersion(client);
    await client.query(readFileSync('prisma/roles.sql', 'utf8')).catch(explainMissingRight);
    for (const role of databaseRoles) await setPassword(client, role);
    await forgetFailedMigrations(client);
    const applied = await applyMigrations(databaseUrl);
    await runMigrations({ connectionString: asRole(databaseUrl, 'minasidor_worker') });
    say(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
  });
}

async function requireVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version ?? '';
  if (Number.parseInt(version, 10) < 16) throw new PlainError(`PostgreSQL 16 is needed; this is ${version}.`);
}

/** 42501: the roles are the first thing that takes more than an ordinary user may. */
function explainMissingRight(error: Error & { code?: string }): never {
  if (error.code !== '42501') throw error;
  throw new PlainError(
    `The role in DATABASE_URL may not do what is needed: ${error.message}.\n` +
      'It must own the database and be allowed to create roles: see docs/operating.md, "The database".',
  );
}

async function setPassword(client: Client, role: DatabaseRole): Promise<void> {
  const givenAddress = { minasidor_app: 'DATABASE_APP_URL', minasidor_worker: 'DATABASE_WORKER_URL' };
  const isOperators = role in givenAddress && process.env[givenAddress[role as keyof typeof givenAddress]];
  const secret = process.env.DATABASE_ROLE_SECRET;
  if (isOperators || !secret) return;
  await client.query(`alter role ${role} login password ${client.escapeLiteral(rolePassword(secret, role))}`);
}

/** One that failed or was cut short left nothing but a note that would block the next try: each runs whole or not at all. */
async function forgetFailedMigrations(client: Client): Promise<void> {
  const { rows } = await client.query("select to_regclass('_prisma_migrations') is not null as exists");
  if (!rows[0]?.exists) return;
  await client.query(
    'update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null',
  );
}

/**
 * The adapter cuts a script at every semicolon, also inside a function's body. Sent whole, PostgreSQL finds the ends
 * itself, and a migration that fails half-way leaves nothing behind.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const engine = await SchemaEngine.new(
    { datamodels: schemaFiles().map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new WholeScripts({ connectionString: databaseUrl })),
  );
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: migrationsFolder,
      lockfile: {
        path: 'migration_lock.toml',
        content: readFileSync(`${migrationsFolder}/migration_lock.toml`, 'utf8'),
      },
      migrationDirectories: migrationsHere().map(({ name, script }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
      })),
      shadowDbInitScript: '',
    },
    filters: noFilters,
  });
  return appliedMigrationNames;
}

// The engine leaves a timer of ten seconds behind: the process is ended, not waited for.
migrate().then(() => process.exit(0), giveUp);
