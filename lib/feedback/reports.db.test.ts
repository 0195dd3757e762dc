import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { rateLimiter } from '@/lib/kernel/rate-limit';
import { read } from '@/lib/platform/db';
import { handlers } from '@/lib/platform/jobs/handlers';
import { aJob, aNobody } from '@/lib/testing/builders';
import { asOwner, dumpEverything } from '@/lib/testing/test-database';
import { forgetOldReports } from './commands/forget-old-reports';
import { reportAccessibility, type TypedReport } from './commands/report-accessibility';
import { getReportTerms } from './queries/get-report-terms';
import { findWaitingReportInTx } from './queries/waiting-report';

const nobody = aNobody('granvik');
let address = 0;
const typed = (change: Partial<TypedReport> = {}): TypedReport => ({
  formId: newId(),
  what: 'Skärmläsaren läser inte upp felen',
  page: '/services',
  email: 'vera.anmalare@example.test',
  homepage: '',
  language: 'sv',
  ip: `203.0.113.${++address}`,
  ...change,
});

const reports = (tenantId = 'granvik') =>
  read(aJob(tenantId), (tx) => tx.accessibilityReport.findMany({ orderBy: { createdAt: 'desc' } }));
const jobs = () =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    const { rows } = await client.query<{ id: string }>(
      `select j.payload ->> 'reportId' as id from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'forward-report'`,
    );
    return rows.map(({ id }) => id);
  });

describe('a report', () => {
  it('is kept sealed, tied to nobody, and left to the worker', async () => {
    expect(await reportAccessibility(nobody, typed({ ip: '198.51.100.77' }))).toEqual({
      willBeAnswered: true,
    });
    const [row, ...more] = await reports();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ language: 'sv', forwardedAt: null });
    const id = row?.id ?? '';
    expect(await jobs()).toEqual([id]);
    expect(await read(aJob('granvik'), (tx) => findWaitingReportInTx(tx, aJob('granvik'), id))).toMatchObject(
      {
        what: 'Skärmläsaren läser inte upp felen',
        page: '/services',
        email: 'vera.anmalare@example.test',
      },
    );
    const dump = await dumpEverything();
    for (const secret of ['Skärmläsaren', 'vera.anmalare', '198.51.100.77'])
      expect(dump).not.toContain(secret);
    const [entry] = await read(nobody, (tx) => tx.auditEntry.findMany({ where: { objectId: id } }));
    expect(entry).toMatchObject({
      action: 'feedback.report-accessibility',
      actorKind: 'nobody',
      actorPersonId: null,
    });
  });

  it('is one when the same form is sent twice, also at once, and two when its words have changed', async () => {
    const before = (await reports()).length;
    const form = typed();
    await Promise.all([reportAccessibility(nobody, form), reportAccessibility(nobody, form)]);
    await reportAccessibility(nobody, form);
    expect(await reports()).toHaveLength(before + 1);
    expect(await jobs()).toHaveLength(before + 1);
    await reportAccessibility(nobody, { ...form, what: 'En sak till' });
    await reportAccessibility(nobody, { ...form, formId: newId() });
    expect(await reports()).toHaveLength(before + 3);
  });

  it('says what is wrong with each field, and keeps nothing then', async () => {
    const before = (await reports()).length;
    await expect(
      reportAccessibility(nobody, typed({ what: ' ', email: 'vera@', homepage: 'x' })),
    ).rejects.toMatchObject({
      code: 'Invalid',
      fields: {
        what: 'feedback:errors.what',
        email: 'feedback:errors.email',
        homepage: 'feedback:errors.homepage',
      },
    });
    expect(await reports()).toHaveLength(before);
  });

  it('can’t be made without end from one address, however many an IPv6 address has', async () => {
    const deps = { count: rateLimiter({ calls: 2, windowSeconds: 3600 }) };
    const from = (ip: string) => reportAccessibility(nobody, typed({ ip }), deps);
    await from('2001:db8:1:2::1');
    await expect(
      reportAccessibility(nobody, typed({ ip: '2001:db8:1:2::2', what: '' }), deps),
    ).rejects.toThrow();
    await from('2001:db8:1:2::3');
    await expect(from('2001:db8:1:2::4')).rejects.toMatchObject({
      code: 'NotNow',
      reason: 'errors:too-many-reports',
    });
    await from('2001:db8:1:3::1');
    await reportAccessibility(aNobody('ekhamn'), typed({ ip: '2001:db8:1:2::5' }), deps);
  });

  it('has an answer that is due by the municipality’s own promise, where one was asked for', async () => {
    const waiting = async (tenantId: string, change: Partial<TypedReport>) => {
      const now = () => new Date('2026-11-24T10:00:00Z');
      await reportAccessibility(aNobody(tenantId), typed(change), { now });
      const id =
        (await reports(tenantId)).find(({ createdAt }) => createdAt.getTime() === now().getTime())?.id ?? '';
      const found = await read(aJob(tenantId), (tx) => findWaitingReportInTx(tx, aJob(tenantId), id));
      await asOwner((client) => client.query('delete from accessibility_report where id = $1', [id]));
      return found?.answerBy;
    };
    expect(await waiting('granvik', {})).toBe('2026-12-08');
    expect(await waiting('ekhamn', {})).toBe('2026-12-01');
    expect(await waiting('granvik', { email: '' })).toBeNull();
    expect(await getReportTerms(nobody)).toEqual({ answerWorkingDays: 10, keptMonths: 24 });
  });
});

describe('what has been kept long enough', () => {
  const insert = (tenantId: string, name: string, kept: string, forwarded: boolean) =>
    asOwner((client) =>
      client.query(
        `insert into accessibility_report (tenant_id, id, content_sealed, language, repeat_key, created_at, forwarded_at)
         values ($1, gen_random_uuid(), '', $2, sha256(random()::text::bytea), now() - $3::interval, ${forwarded ? 'now()' : 'null'})`,
        [tenantId, name, kept],
      ),
    );
  const left = async (tenantId: string) => (await reports(tenantId)).map(({ language }) => language);

  it('is forgotten by the municipality’s own rule, but never what nobody has got yet', async () => {
    await asOwner((client) => client.query('delete from accessibility_report'));
    for (const tenantId of ['granvik', 'ekhamn']) {
      await insert(tenantId, 'old', '25 months', true);
      await insert(tenantId, 'middle', '13 months', true);
      await insert(tenantId, 'waiting', '25 months', false);
      await insert(tenantId, 'new', '1 month', true);
    }
    await handlers['forget-old-rows']?.({}, new AbortController().signal);
    expect(await left('granvik')).toEqual(['new', 'middle', 'waiting']);
    expect(await left('ekhamn')).toEqual(['new', 'waiting']);
  });

  it('is not forgotten without a decision', async () => {
    await asOwner((client) => client.query(`delete from dated_rule where key = 'accessibility.kept'`));
    await insert('ekhamn', 'old', '50 years', true);
    await forgetOldReports(aJob('ekhamn'));
    expect(await left('ekhamn')).toContain('old');
    expect(await getReportTerms(aNobody('ekhamn'))).toEqual({ answerWorkingDays: 5, keptMonths: null });
  });
});
