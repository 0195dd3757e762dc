import { beforeAll, describe, expect, it } from 'vitest';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { newId } from '@/lib/kernel/ids';
import { read, write } from '@/lib/platform/db';
import { storeFileInTx } from '@/lib/platform/storage';
import { createReceivedCase, decision, pdf, type TestCase } from './cases-world';
import { asAppRole, asOwner } from './test-database';

/**
 * The second net: what a query that forgets its filter would see. Every table of the schema is tried, so that a new one
 * can't be forgotten.
 */
interface Table {
  name: string;
  hasTenant: boolean;
}

// Public facts, needed before a municipality is known; nothing about anybody.
const WITHOUT_TENANT = ['tenant', 'worker_heartbeat', '_prisma_migrations'];

let tables: Table[];
let theCase: TestCase;

beforeAll(async () => {
  theCase = await createReceivedCase('granvik');
  await recordDecision(theCase.system, { caseId: theCase.caseId, ...decision() });
  await createReceivedCase('ekhamn');
  tables = await asOwner(async (client) => {
    const { rows } = await client.query<Table>(
      `select c.relname as name, exists (
                select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as "hasTenant"
         from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    return rows;
  });
});

/** As the application, in a transaction for a municipality (or none), a statement without any filter. */
const asApp = <T extends object>(tenantId: string | null, sql: string): Promise<T[]> =>
  asAppRole(async (client) => {
    await client.query('begin');
    if (tenantId) await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
    return (await client.query<T>(sql)).rows;
  });

describe('every table', () => {
  it('carries the municipality, but for those without personal data', () => {
    expect(tables.filter(({ hasTenant }) => !hasTenant).map(({ name }) => name)).toEqual(
      WITHOUT_TENANT.toSorted(),
    );
  });

  it('has row-level security on, with a policy for reading and for writing', async () => {
    const unguarded = await asOwner(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select c.relname as name from pg_class c
          where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not (
            c.relrowsecurity and exists (
              select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
                and p.qual like '%app.tenant_id%' and p.with_check like '%app.tenant_id%'))`,
      );
      return rows.map(({ name }) => name);
    });
    expect(unguarded.toSorted()).toEqual(WITHOUT_TENANT.toSorted());
  });
});

describe('a query that forgets its filter', () => {
  it('sees rows of its own municipality only, in every table', async () => {
    for (const { name } of tables.filter(({ hasTenant }) => hasTenant)) {
      const rows = await asApp<{ tenant_id: string }>('granvik', `select distinct tenant_id from "${name}"`);
      expect(
        rows.filter((row) => row.tenant_id !== 'granvik'),
        name,
      ).toEqual([]);
    }
    // The other way round there is something to see, or the test above would prove nothing.
    expect(await asApp('granvik', 'select 1 from cases')).not.toHaveLength(0);
    expect(await asApp('ekhamn', 'select 1 from cases')).not.toHaveLength(0);
    expect(await asApp('ekhamn', `select 1 from cases where id = '${theCase.caseId}'`)).toHaveLength(0);
  });

  it('sees nothing at all where it has not said for whom it works', async () => {
    for (const { name } of tables.filter(({ hasTenant }) => hasTenant)) {
      expect(await asApp(null, `select 1 from "${name}" limit 1`), name).toHaveLength(0);
    }
  });

  it('through the platform’s own door neither', async () => {
    const elsewhere = await read({ tenantId: 'ekhamn' }, (tx) => tx.case.findMany({}));
    expect(elsewhere.every(({ tenantId }) => tenantId === 'ekhamn')).toBe(true);
    expect(
      await read({ tenantId: 'ekhamn' }, (tx) => tx.decision.findMany({ where: { caseId: theCase.caseId } })),
    ).toEqual([]);
  });

  it('changes and writes nothing elsewhere', async () => {
    expect(
      await asApp('ekhamn', `update cases set phase = 'closed' where id = '${theCase.caseId}' returning 1`),
    ).toEqual([]);
    await expect(
      asApp(
        'ekhamn',
        `insert into domain_event (tenant_id, id, type, payload) values ('granvik', gen_random_uuid(), 'x', '{}')`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      asApp('granvik', `update cases set tenant_id = 'ekhamn' where id = '${theCase.caseId}'`),
    ).rejects.toThrow();
  });
});

describe('the application’s role', () => {
  it.each(['audit_entry', 'domain_event', 'case_event', 'due_reminder', 'signature', 'service_version'])(
    'can neither change nor delete what is written once: %s',
    async (table) => {
      await expect(asApp('granvik', `update ${table} set tenant_id = tenant_id`)).rejects.toThrow(
        /permission denied/,
      );
      await expect(asApp('granvik', `delete from ${table}`)).rejects.toThrow(/permission denied/);
    },
  );

  it('can’t change the schema, switch the net off, or step round it', async () => {
    await expect(asApp(null, 'create table loot (x int)')).rejects.toThrow(/permission denied/);
    await expect(asApp(null, 'alter table cases disable row level security')).rejects.toThrow(/owner/);
    await expect(asApp(null, 'set row_security = off; select * from cases')).rejects.toThrow();
    await expect(asApp(null, 'set role minasidor_owner')).rejects.toThrow(/permission denied/);
    const [role] = await asApp<{ bypass: boolean; super: boolean }>(
      null,
      'select rolbypassrls as bypass, rolsuper as super from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ bypass: false, super: false });
  });

  it('changes of a case, a decision or a system only what becomes of it', async () => {
    for (const set of [
      'cases set received_at = now()',
      'cases set person_id = person_id',
      'decision set sealed = sealed',
      'decision set arrived_at = now()',
      'supplement set request_sealed = request_sealed',
      'back_office_system set client_secret_hash = client_secret_hash',
      'back_office_system set scopes = scopes',
    ])
      await expect(asApp('granvik', `update ${set}`), set).rejects.toThrow(/permission denied/);
  });

  it('sets once when a decision was opened, and until when it can be appealed', async () => {
    const { tenantId, caseId, resident, system } = await createReceivedCase('granvik');
    const { decisionId } = await recordDecision(system, { caseId, ...decision() });
    await openDecision(resident, { decisionId });
    for (const set of ['appeal_last_on = appeal_last_on + 1', 'opened_at = null, appeal_last_on = null'])
      await expect(
        asApp(tenantId, `update decision set ${set} where id = '${decisionId}'`),
        set,
      ).rejects.toThrow(/set once/);
  });

  it('can’t take the document from a decision, nor a receipt from her', async () => {
    const { tenantId, caseId, applicationId, personId, system } = await createReceivedCase('granvik');
    const { decisionId } = await recordDecision(system, {
      caseId,
      ...decision(),
      document: { name: 'Beslut.pdf', bytes: pdf() },
    });
    const receiptId = newId();
    await write({ tenantId }, async (tx) => {
      const file = {
        tenantId,
        ownerId: personId,
        name: 'Kvitto.pdf',
        mediaType: 'application/pdf',
        bytes: pdf(),
      };
      await storeFileInTx(tx, receiptId, { ...file, from: 'us' });
      await tx.applicationSnapshot.update({
        where: { tenantId_applicationId: { tenantId, applicationId } },
        data: { receiptFileId: receiptId },
      });
    });
    for (const file of [`'${receiptId}'`, `(select file_id from decision where id = '${decisionId}')`]) {
      const sql = `delete from stored_file_content where file_id = ${file}`;
      await expect(asApp(tenantId, sql), file).rejects.toThrow(/keeps its file/);
    }
    const unlink = `update application_snapshot set receipt_file_id = null where application_id = '${applicationId}'`;
    await expect(asApp(tenantId, unlink)).rejects.toThrow(/set once/);
  });

  it('has nothing to do with the migrations’ history, and may make no temporary tables', async () => {
    await expect(asApp(null, 'select 1 from _prisma_migrations')).rejects.toThrow(/permission denied/);
    await expect(asApp(null, "insert into _prisma_migrations (id) values ('x')")).rejects.toThrow(
      /permission denied/,
    );
    await expect(asApp(null, 'create temporary table loot (x int)')).rejects.toThrow(/permission denied/);
    const others = await asOwner(async (client) => {
      const { rows } = await client.query(
        'select 1 from pg_database, aclexplode(datacl) where datname = current_database() and grantee = 0',
      );
      return rows;
    });
    expect(others).toEqual([]);
  });

  it('can’t write rules, statuses or municipalities', async () => {
    for (const statement of [
      `update case_status set name = 'x'`,
      'delete from case_status',
      'delete from case_status_code',
      `update case_status_code set code = 'x'`,
    ])
      await expect(asApp('granvik', statement), statement).rejects.toThrow(/permission denied/);
    await expect(
      asApp('granvik', `update dated_rule set value = '{"weeks": 1}' where key = 'appeal.time'`),
    ).rejects.toThrow(/permission denied/);
    await expect(asApp('granvik', `update tenant set name = 'x'`)).rejects.toThrow(/permission denied/);
  });
});
