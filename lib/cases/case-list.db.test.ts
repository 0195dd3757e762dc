import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import {
  createCase,
  createReceivedCase,
  createSystemActor,
  decision,
  job,
  residentOf,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { answerSupplement } from './commands/answer-supplement';
import { markCaseSeen } from './commands/mark-case-seen';
import { openDecision } from './commands/open-decision';
import { recordDecision } from './commands/record-decision';
import { recordPhase } from './commands/record-phase';
import { recordSupplementRequest } from './commands/record-supplement-request';
import { type CaseFilter, caseFilters, type ListPlace } from './domain/case-list';
import { getCase } from './queries/get-case';
import { getCaseEvents } from './queries/get-case-events';
import { listMyCases } from './queries/list-my-cases';

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? error.code : Promise.reject(error)),
  );

/** So many more of hers, each an hour older than the one before; three and three of them in the same moment. */
const addCases = ({ tenantId, personId }: TestCase, count: number) =>
  asOwner((client) =>
    client.query(
      `insert into cases (tenant_id, id, person_id, number, title, phase, last_event_at)
       select $1, gen_random_uuid(), $2::uuid, 'LIST-' || $2::uuid || n, '{"sv": "Ett ärende"}',
              case when n % 4 = 0 then 'closed' else 'being_looked_into' end::case_phase,
              date_trunc('hour', now()) - (n / 3) * interval '1 hour'
         from generate_series(1, $3::int) n`,
      [tenantId, personId, count],
    ),
  );

const listed = async (resident: ResidentActor, filter: CaseFilter = 'all') =>
  (await listMyCases(resident, 'sv', { filter })).cases.map(({ id }) => id);

/** Every part of the list, from the newest to the oldest. */
async function wholeList(resident: ResidentActor, filter: CaseFilter) {
  const ids: string[] = [];
  let after: ListPlace | null = null;
  do {
    const part = await listMyCases(resident, 'sv', { filter, after });
    expect(part.from).toBe(ids.length + 1);
    ids.push(...part.cases.map(({ id }) => id));
    expect(part.to).toBe(ids.length);
    after = part.older;
  } while (after);
  return ids;
}

describe('the list of four hundred cases', () => {
  it('has all of them, once each, newest first, and the way back is the way there', async () => {
    const theCase = await createCase();
    const { resident } = theCase;
    await addCases(theCase, 399);
    const ids = await wholeList(resident, 'all');
    expect(ids).toHaveLength(400);
    expect(new Set(ids).size).toBe(400);
    expect(ids[0]).toBe(theCase.caseId);

    const second = await listMyCases(resident, 'sv', {
      filter: 'all',
      after: (await listMyCases(resident, 'sv', { filter: 'all' })).older,
    });
    const third = await listMyCases(resident, 'sv', { filter: 'all', after: second.older });
    const back = await listMyCases(resident, 'sv', { filter: 'all', before: third.newer });
    expect(back.cases.map(({ id }) => id)).toEqual(second.cases.map(({ id }) => id));
    expect(back).toMatchObject({ from: 11, to: 20 });
  });

  it('is narrowed to what was chosen in every part, and counts the whole', async () => {
    const theCase = await createCase();
    const { resident } = theCase;
    await addCases(theCase, 100);
    const { counts } = await listMyCases(resident, 'sv', { filter: 'ended' });
    expect(counts).toEqual({ all: 101, 'waits-for-you': 0, ongoing: 76, decided: 0, ended: 25 });
    expect(await wholeList(resident, 'ended')).toHaveLength(25);
    expect(await wholeList(resident, 'ongoing')).toHaveLength(76);
  });

  it('loses none when a case gets news while she is half-way', async () => {
    const theCase = await createCase();
    const { resident } = theCase;
    await addCases(theCase, 29);
    const first = await listMyCases(resident, 'sv', { filter: 'all' });
    await asOwner((client) =>
      client.query(
        `update cases set last_event_at = now() + interval '1 minute'
          where id = (select id from cases where person_id = $1 order by last_event_at limit 1)`,
        [theCase.personId],
      ),
    );
    const second = await listMyCases(resident, 'sv', { filter: 'all', after: first.older });
    const third = await listMyCases(resident, 'sv', { filter: 'all', after: second.older });
    const ids = [first, second, third].flatMap(({ cases }) => cases.map(({ id }) => id));
    expect(new Set(ids).size).toBe(29);
    expect(second.from).toBe(12);
  });

  it('from a place that nothing stands after begins anew', async () => {
    const { resident, caseId } = await createCase();
    const after = { at: new Date(0), id: newId() };
    const list = await listMyCases(resident, 'sv', { filter: 'all', after });
    expect(list.cases.map(({ id }) => id)).toEqual([caseId]);
    expect(list).toMatchObject({ newer: null, older: null, from: 1, to: 1 });
  });
});

describe('where a case stands', () => {
  const standsIn = async (resident: ResidentActor, caseId: string) => {
    const found = await Promise.all(
      caseFilters.map(async (filter) => ((await listed(resident, filter)).includes(caseId) ? [filter] : [])),
    );
    const { counts } = await listMyCases(resident, 'sv', { filter: 'all' });
    expect(caseFilters.filter((filter) => counts[filter] > 0)).toEqual(found.flat());
    return found.flat();
  };

  it('follows what happens in it', async () => {
    const { resident, system, caseId } = await createReceivedCase();
    expect(await standsIn(resident, caseId)).toEqual(['all', 'ongoing']);
    const { supplementId } = await recordSupplementRequest(system, { caseId, ...supplementRequest() });
    expect(await standsIn(resident, caseId)).toEqual(['all', 'waits-for-you', 'ongoing']);
    await answerSupplement(resident, { supplementId, version: 0, texts: { 1: 'Ett svar' } });
    expect(await standsIn(resident, caseId)).toEqual(['all', 'ongoing']);
    await recordPhase(system, { caseId, phase: 'comments_before_decision', occurredAt: new Date() });
    expect(await standsIn(resident, caseId)).toEqual(['all', 'waits-for-you', 'ongoing']);
    const { decisionId } = await recordDecision(system, { caseId, ...decision() });
    expect(await standsIn(resident, caseId)).toEqual(['all', 'waits-for-you', 'ongoing']);
    await openDecision(resident, { decisionId });
    expect(await standsIn(resident, caseId)).toEqual(['all', 'decided']);
    await recordPhase(system, { caseId, phase: 'closed', occurredAt: new Date() });
    expect(await standsIn(resident, caseId)).toEqual(['all', 'ended']);
  });

  it('nobody else has it in theirs', async () => {
    const { tenantId, personId, caseId } = await createCase();
    for (const other of [residentOf(tenantId, newId()), residentOf('ekhamn', personId)])
      expect(await listed(other)).not.toContain(caseId);
    const others: Actor[] = [
      { kind: 'nobody', tenantId },
      job(tenantId),
      await createSystemActor(tenantId),
      { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
    ];
    for (const actor of others) {
      expect(await code(listMyCases(actor, 'sv', { filter: 'all' }))).toBe('NotFound');
      expect(await code(getCaseEvents(actor, caseId, { lang: 'sv', after: null }))).toBe('NotFound');
    }
  });
});

describe('what she has not seen', () => {
  const unseen = async ({ resident }: TestCase) =>
    (await listMyCases(resident, 'sv', { filter: 'all' })).cases.map((one) => one.unseen);
  /** As the case's page does when she opens it. */
  const open = async ({ resident, caseId }: TestCase) => {
    const { news, events } = await getCase(resident, caseId, 'sv');
    await markCaseSeen(resident, { caseId, news });
    return events.filter(({ isNew }) => isNew).map(({ kind }) => kind);
  };

  it('is what others have done since she last opened the case, not what she did', async () => {
    const theCase = await createCase();
    const { resident, system, caseId } = theCase;
    expect(await unseen(theCase)).toEqual([0]);
    const officer = { name: 'Maria Öberg', unit: 'Biståndsenheten' };
    await recordPhase(system, { caseId, phase: 'being_looked_into', officer, occurredAt: new Date() });
    const { supplementId } = await recordSupplementRequest(system, { caseId, ...supplementRequest() });
    expect(await unseen(theCase)).toEqual([3]);
    expect((await open(theCase)).sort()).toEqual(['looked-into', 'officer-named', 'supplement-asked']);
    expect(await unseen(theCase)).toEqual([0]);
    expect(await open(theCase)).toEqual([]);
    await answerSupplement(resident, { supplementId, version: 0, texts: { 1: 'Ett svar' } });
    expect(await unseen(theCase)).toEqual([0]);
    // Told late, of something that happened before she looked: she has not seen it all the same.
    const { decisionId } = await recordDecision(system, {
      caseId,
      ...decision({ occurredAt: new Date(Date.now() - 60_000).toISOString() }),
    });
    expect(await unseen(theCase)).toEqual([1]);
    expect(await open(theCase)).toEqual(['decided']);
    await openDecision(resident, { decisionId });
    expect(await unseen(theCase)).toEqual([0]);
  });

  it('told twice is news once', async () => {
    const theCase = await createReceivedCase();
    const { system, caseId } = theCase;
    const told = { caseId, phase: 'being_looked_into' as const, occurredAt: new Date() };
    await recordPhase(system, told);
    await recordPhase(system, told);
    expect(await unseen(theCase)).toEqual([2]);
  });

  it('is never taken for seen by an older page, nor by one that says more than there is', async () => {
    const theCase = await createReceivedCase();
    const { resident, system, caseId } = theCase;
    await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date() });
    await Promise.all([2, 1, 0].map((news) => markCaseSeen(resident, { caseId, news })));
    await markCaseSeen(resident, { caseId, news: 1 });
    expect(await unseen(theCase)).toEqual([0]);
    await markCaseSeen(resident, { caseId, news: 99 });
    await recordPhase(system, { caseId, phase: 'closed', occurredAt: new Date() });
    expect(await unseen(theCase)).toEqual([1]);
  });

  it('is nobody else’s to mark', async () => {
    const theCase = await createReceivedCase();
    const { tenantId, personId, caseId, system } = theCase;
    for (const actor of [
      residentOf(tenantId, newId()),
      residentOf('ekhamn', personId),
      system,
      job(tenantId),
    ])
      expect(await code(markCaseSeen(actor as ResidentActor, { caseId, news: 9 }))).toBe('NotFound');
    expect(await unseen(theCase)).toEqual([1]);
  });
});

describe('a case with thousands of events', () => {
  it('shows the newest, has all the others a part at a time, and still knows when its steps were taken', async () => {
    const theCase = await createReceivedCase();
    const { resident, system, tenantId, caseId } = theCase;
    await recordPhase(system, {
      caseId,
      phase: 'being_looked_into',
      occurredAt: new Date(Date.now() - 1000),
    });
    await asOwner((client) =>
      client.query(
        `insert into case_event (tenant_id, id, case_id, kind, occurred_at)
         select $1, gen_random_uuid(), $2, 'supplement-received', now() + (n / 3) * interval '1 minute'
           from generate_series(1, 2000) n`,
        [tenantId, caseId],
      ),
    );
    const found = await getCase(resident, caseId, 'sv');
    expect(found.hasEarlierEvents).toBe(true);
    expect(found.events).toHaveLength(15);
    expect(found.steps.find(({ name }) => name === 'looked-into')?.at).not.toBeNull();
    const ids: string[] = [];
    let after: ListPlace | null = null;
    do {
      const part = await getCaseEvents(resident, caseId, { lang: 'sv', after });
      ids.push(...part.events.map(({ id }) => id));
      after = part.earlier;
    } while (after);
    expect(ids).toHaveLength(2003);
    expect(new Set(ids).size).toBe(2003);
    expect(ids.slice(0, 15)).toEqual(found.events.map(({ id }) => id));
  });
});
