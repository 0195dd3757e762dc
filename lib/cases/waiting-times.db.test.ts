import { describe, expect, it } from 'vitest';
import { addDays, dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { Actor, JobActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { handlers } from '@/lib/platform/jobs/handlers';
import { createSubmitted } from '@/lib/testing/back-office-world';
import { job, residentOf } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { measureWaitingTimes } from './commands/measure-waiting-times';
import { getCase } from './queries/get-case';

const today = dateInSweden(new Date());
const night = () => handlers['measure-waiting-times']?.({}, new AbortController().signal);

/** A case that came in so many days before it was decided, and was decided so many days ago. */
async function decided(
  slug: string,
  days: number,
  {
    ago = 10,
    outcome = 'granted',
    tenantId = 'granvik',
  }: { ago?: number; outcome?: string; tenantId?: string } = {},
): Promise<string> {
  const { caseId } = await createSubmitted(tenantId, slug);
  const decidedOn = addDays(today, -ago);
  await asOwner(async (client) => {
    // Half an hour past midnight in Sweden: in Greenwich it is still the day before.
    await client.query(
      `update cases set received_at = ($2::date + time '00:30') at time zone 'Europe/Stockholm' where id = $1`,
      [caseId, addDays(decidedOn, -days)],
    );
    await client.query(
      `insert into decision (tenant_id, id, case_id, external_id, outcome, decided_on, sealed, arrived_at)
       values ($1, $2, $3, 'B1', $4::decision_outcome, $5, '', now())`,
      [tenantId, newId(), caseId, outcome, decidedOn],
    );
  });
  return caseId;
}

const measured = (tenantId = 'granvik') =>
  read({ tenantId }, (tx) => tx.waitingTime.findMany({ omit: { tenantId: true, serviceId: true } }));

describe('how long others have waited', () => {
  it('is measured of the municipality’s own decisions in the period, and said in a case that waits', async () => {
    const slug = 'hemtjanst';
    const ids: string[] = [];
    for (let days = 1; days <= 19; days += 1) ids.push(await decided(slug, days));
    // None of these count: too old, not tried, another municipality's, of today, and decided before it came.
    await decided(slug, 500, { ago: 370 });
    await decided(slug, 500, { outcome: 'written_off' });
    await decided(slug, 500, { tenantId: 'ekhamn' });
    await decided(slug, 500, { ago: 0 });
    await decided(slug, -1);
    await night();
    expect(await measured()).toEqual([]);
    const mine = await createSubmitted('granvik', slug);
    const resident = residentOf('granvik', mine.personId);
    expect(await getCase(resident, mine.caseId, 'sv')).toMatchObject({ expected: null, waitedDays: null });

    ids.push(await decided(slug, 20));
    // A later decision in the same case changes nothing: the first is what was waited for.
    await asOwner((client) =>
      client.query(
        `insert into decision (tenant_id, id, case_id, external_id, outcome, decided_on, sealed, arrived_at)
         values ('granvik', $1, $2, 'B2', 'granted', $3, '', now())`,
        [newId(), ids[0], addDays(today, -2)],
      ),
    );
    await night();
    await night();
    const [row, ...more] = await measured();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ cases: 20, medianDays: 10, nineOfTenDays: 18 });
    expect(await measured('ekhamn')).toEqual([]);
    expect((await getCase(resident, mine.caseId, 'sv')).expected).toMatchObject({
      cases: 20,
      toOn: addDays(today, -1),
      halfOn: addDays(today, 10),
      nineOfTenOn: addDays(today, 18),
    });
    await asOwner((client) =>
      client.query("update cases set received_at = received_at - interval '3 days' where id = $1", [
        mine.caseId,
      ]),
    );
    expect((await getCase(resident, mine.caseId, 'sv')).waitedDays).toBe(3);
    // In one that is decided nobody waits.
    const done = await read({ tenantId: 'granvik' }, (tx) =>
      tx.case.findFirstOrThrow({ where: { id: ids[0] ?? '' }, select: { personId: true } }),
    );
    await asOwner((client) => client.query("update cases set phase = 'decided' where id = $1", [ids[0]]));
    expect(await getCase(residentOf('granvik', done.personId), ids[0] ?? '', 'sv')).toMatchObject({
      expected: null,
      waitedDays: null,
    });

    // Fewer than it takes: what was measured the night before goes.
    await asOwner((client) => client.query('delete from decision where case_id = $1', [ids[5]]));
    await asOwner((client) => client.query('update waiting_time set to_on = to_on - 1'));
    await night();
    expect(await measured()).toEqual([]);
  });

  it('is a job’s to measure, and nobody else’s', async () => {
    const others: Actor[] = [
      { kind: 'nobody', tenantId: 'granvik' },
      residentOf('granvik', newId()),
      { kind: 'admin', tenantId: 'granvik', staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
    ];
    for (const actor of others)
      await expect(measureWaitingTimes(actor as Actor as JobActor), actor.kind).rejects.toMatchObject({
        code: 'NotFound',
      });
    await expect(measureWaitingTimes(job('granvik'))).resolves.toBeUndefined();
  });
});
