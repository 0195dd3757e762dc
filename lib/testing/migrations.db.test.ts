import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { withClient } from '@/scripts/lib/database';
import { runNode } from '@/scripts/lib/processes';
import { asOwner, ownerUrl } from './test-database';

const tsx = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx'];
const migrate = (env: Record<string, string> = {}) => runNode([...tsx, 'scripts/migrate.ts'], { env });

describe('the migrations', () => {
  it('make what the schema says', async () => {
    const sql = execFileSync(
      process.execPath,
      [...tsx, 'scripts/make-migration.ts', '--print-whole-schema'],
      {
        encoding: 'utf8',
      },
    );
    const asMigrated = await asOwner(describeTables);
    await asOwner((client) => client.query('create database from_schema'));
    const asWritten = await withClient(besides('from_schema'), async (client) => {
      await client.query(sql);
      return describeTables(client);
    });
    await asOwner((client) => client.query('drop database from_schema'));
    expect(asMigrated.filter((line) => !line.startsWith('_prisma_migrations'))).toEqual(asWritten);
  });

  it('make the queue the worker role’s, whatever login the worker has', { timeout: 60_000 }, async () => {
    await asOwner((client) => client.query('create database own_logins'));
    const url = besides('own_logins');
    await migrate({ DATABASE_URL: url, DATABASE_APP_URL: url, DATABASE_WORKER_URL: url });
    const owners = await withClient(url, async (client) => {
      const { rows } = await client.query(
        "select nspowner::regrole::text as owner from pg_namespace where nspname = 'graphile_worker'",
      );
      return rows;
    });
    await asOwner((client) => client.query('drop database own_logins'));
    expect(owners).toEqual([{ owner: 'minasidor_worker' }]);
  });

  it('have nothing to do where they have been, and refuse a database of another version', {
    timeout: 60_000,
  }, async () => {
    await expect(migrate()).resolves.toContain('up to date');

    const claim = (change: string) => asOwner((client) => client.query(change));
    await claim("update _prisma_migrations set checksum = 'other' where migration_name = '0001_foundation'");
    // The whole message is for people: no path of a script, no stack.
    await expect(migrate()).rejects.toThrow(
      /^The database .* was made by another version .*\n.* 0001_foundation is not .*\n.*--reset\n.*$/,
    );

    await claim("update _prisma_migrations set migration_name = '9999_later' where checksum = 'other'");
    await expect(migrate()).rejects.toThrow('9999_later is not in this version');
  });
});

/** Another database of the same owner. */
function besides(name: string): string {
  const url = new URL(ownerUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/** Each column as a line: table, name, type, whether it may be empty, default. */
async function describeTables(client: Parameters<Parameters<typeof asOwner>[0]>[0]): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then 'not null' end, pg_get_expr(d.adbin, d.adrelid)) as line
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by line`,
  );
  return rows.map(({ line }) => line);
}
