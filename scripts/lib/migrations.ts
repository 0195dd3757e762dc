import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { PlainError } from './progress';

export const migrationsFolder = 'prisma/migrations';

export interface Migration {
  name: string;
  script: string;
}

/** All of this version, in the order they are applied. */
export function migrationsHere(): Migration[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${migrationsFolder}/${entry.name}/migration.sql`))
    .map(({ name }) => ({ name, script: readFileSync(`${migrationsFolder}/${name}/migration.sql`, 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The engine applies what a database lacks, and never asks whether what was applied before is what this version has.
 * On a database of another version it would find nothing to do, and every page would fail for lack of some column.
 */
export async function requireOwnHistory(client: Client): Promise<void> {
  const { rows: found } = await client.query(
    "select to_regclass('_prisma_migrations') is not null as exists",
  );
  if (!found[0]?.exists) return;
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from _prisma_migrations
      where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  const own = new Map(migrationsHere().map(({ name, script }) => [name, checksumOf(script)]));
  const strange = rows.filter(({ name, checksum }) => own.get(name) !== checksum).map(({ name }) => name);
  if (strange.length === 0) return;
  throw new PlainError(
    `The database ${client.database} at ${client.host}:${client.port} was made by another version of Mina sidor:\n` +
      `what was applied there as ${strange.join(', ')} is not in this version. Nothing was changed.\n` +
      (process.env.APP_ENV === 'production'
        ? 'Run the version that made it, or set DATABASE_URL to a database that belongs to this version.'
        : 'To begin again with empty data: npm start -- --reset\nTo keep the data: run the version that made it.'),
  );
}

/** As the engine writes it down. */
const checksumOf = (script: string) => createHash('sha256').update(script).digest('hex');
