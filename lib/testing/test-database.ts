import type { Client } from 'pg';
import { withClient } from '@/scripts/lib/database';

/** The test file's database as its owner, whom row-level security doesn't bind: to look behind the application. */
export function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(ownerUrl(), work);
}

/** What a query of the owner's answers with. */
export const rows = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  asOwner(async (client) => (await client.query<T>(sql, values)).rows);

/** As the application's own role, without the platform: to try what a query that forgets its filter would see. */
export function asAppRole<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(appUrl(), work);
}

export const ownerUrl = (): string => addressIn('DATABASE_URL');
export const appUrl = (): string => addressIn('DATABASE_APP_URL');

function addressIn(name: string): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: only tests named *.db.test.ts have a database`);
  return url;
}

/** Every row of every table as text, the way a stolen plain dump would show it; bytes also as the text they may hold. */
export function dumpEverything(): Promise<string> {
  return asOwner(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      for (const { row } of rows) parts.push(`${name} ${row}`, bytesAsText(row));
    }
    return parts.join('\n');
  });
}

/** PostgreSQL prints bytes as "\x…": what they say is looked at too, or unsealed text would hide in plain sight. */
const bytesAsText = (row: string): string =>
  [...row.matchAll(/\\x([0-9a-f]{2,})/g)]
    .map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('utf8'))
    .join(' ');
