import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { write } from '@/lib/platform/db';
import { withClient } from '@/scripts/lib/database';
import { createPersonInTx, createResident } from './builders';
import { asAppRole, asOwner, dumpEverything, ownerUrl } from './test-database';

/** Tables that are read before a municipality is known, and hold nothing about anybody. */
const WITHOUT_TENANT = ['tenant', 'worker_heartbeat', '_prisma_migrations'];

describe('row-level security', () => {
  it('is on for every table', async () => {
    const { rows } = await asOwner((client) =>
      client.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind = 'r'
            and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`,
      ),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...WITHOUT_TENANT].sort());
  });

  it('holds when a query forgets its filter', async () => {
    const inGranvik = await createResident('granvik');
    const inEkhamn = await createResident('ekhamn');
    const seenBy = (tenantId: string | null) =>
      asAppRole(async (client) => {
        await client.query('begin');
        if (tenantId) await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
        const { rows } = await client.query<{ id: string }>('select id from person');
        await client.query('rollback');
        return rows.map(({ id }) => id);
      });
    expect(await seenBy(null)).toEqual([]);
    expect(await seenBy('granvik')).toContain(inGranvik.personId);
    expect(await seenBy('granvik')).not.toContain(inEkhamn.personId);
    expect(await seenBy('ekhamn')).toContain(inEkhamn.personId);
  });

  it('lets no row into another municipality', async () => {
    await expect(write({ tenantId: 'granvik' }, (tx) => createPersonInTx(tx, 'ekhamn'))).rejects.toThrow();
  });
});

describe('the application’s role', () => {
  it('neither changes nor removes what was written once', async () => {
    for (const table of ['audit_entry', 'domain_event', 'case_event', 'signature', 'service_version']) {
      for (const statement of [`update ${table} set tenant_id = tenant_id`, `delete from ${table}`]) {
        await expect(asAppRole((client) => client.query(statement))).rejects.toThrow('permission denied');
      }
    }
  });

  it('makes no tables, passes no security, and does not read the queue', async () => {
    await expect(asAppRole((client) => client.query('create table own (id int)'))).rejects.toThrow('denied');
    await expect(asAppRole((client) => client.query('select from graphile_worker.jobs'))).rejects.toThrow(
      'denied',
    );
    const { rows } = await asOwner((client) =>
      client.query(
        "select rolname from pg_roles where rolname like 'minasidor_%' and (rolsuper or rolbypassrls)",
      ),
    );
    expect(rows).toEqual([]);
  });
});

describe('a stolen dump', () => {
  it('shows no personal number and no name', async () => {
    await createResident('granvik', {
      nationalId: '194207099146',
      givenName: 'Astrid-Maria',
      surname: 'Ovanlig',
    });
    const dump = await dumpEverything();
    expect(dump).toContain('auth_session');
    for (const secret of ['194207099146', '4207099146', 'Astrid-Maria', 'Ovanlig'])
      expect(dump).not.toContain(secret);
  });
});

describe('the migrations', () => {
  it('make what the schema says', async () => {
    const tsx = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx'];
    const sql = execFileSync(
      process.execPath,
      [...tsx, 'scripts/make-migration.ts', '--print-whole-schema'],
      {
        encoding: 'utf8',
      },
    );
    const asMigrated = await asOwner(describeTables);
    await asOwner((client) => client.query('create database from_schema'));
    const scratch = new URL(ownerUrl());
    scratch.pathname = '/from_schema';
    const asWritten = await withClient(scratch.href, async (client) => {
      await client.query(sql);
      return describeTables(client);
    });
    await asOwner((client) => client.query('drop database from_schema'));
    expect(asMigrated.filter((line) => !line.startsWith('_prisma_migrations'))).toEqual(asWritten);
  });
});

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
