import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { createReceivedCase, decision, type TestCase } from '@/lib/testing/cases-world';
import { createCareHomeCase, offered } from '@/lib/testing/offers-world';
import { asOwner } from '@/lib/testing/test-database';
import { answerOffer } from './commands/answer-offer';
import { findQueueEntry } from './queries/find-queue-entry';

afterEach(() => {
  vi.useRealTimers();
});

const entryOf = ({ resident, caseId, applicationId }: TestCase) =>
  findQueueEntry(resident, { caseId, applicationId });

async function decided(theCase: TestCase, outcome = 'granted'): Promise<void> {
  const { caseId, system, resident } = theCase;
  const { decisionId } = await recordDecision(system, { caseId, ...decision({ outcome }) });
  await openDecision(resident, { decisionId });
}

describe('her wait for a home', () => {
  it('begins with a decision that gives her a place, once she has opened it', async () => {
    const theCase = await createCareHomeCase();
    expect(await entryOf(theCase)).toBeNull();
    const { caseId, system, resident } = theCase;
    const { decisionId } = await recordDecision(system, { caseId, ...decision({ outcome: 'granted' }) });
    expect(await entryOf(theCase)).toBeNull();
    await openDecision(resident, { decisionId });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-20T10:00:00Z') });
    expect(await entryOf(theCase)).toMatchObject({
      state: 'waiting',
      decidedOn: '2026-11-20',
      waitedDays: 30,
      reportAfter: '2027-02-20',
      waits: null,
    });
  });

  it('is none where she was refused, where the case has ended, and in other services', async () => {
    const refused = await createCareHomeCase();
    await decided(refused, 'rejected');
    expect(await entryOf(refused)).toBeNull();
    const ended = await createCareHomeCase();
    await decided(ended);
    await recordPhase(ended.system, { caseId: ended.caseId, phase: 'closed', occurredAt: new Date() });
    expect(await entryOf(ended)).toBeNull();
    const other = await createCareHomeCase();
    await decided(other);
    await asOwner((client) =>
      client.query(
        `update cases set service_id = (select id from service where tenant_id = 'granvik' and slug = 'fardtjanst')
          where id = $1`,
        [other.caseId],
      ),
    );
    expect(await entryOf(other)).toBeNull();
  });

  it('tells of an offer that waits, and of one that she has said yes to', async () => {
    const theCase = await createCareHomeCase();
    await decided(theCase);
    await answerOffer(theCase.resident, { offerId: await offered(theCase), answer: 'no' });
    expect((await entryOf(theCase))?.state).toBe('waiting');
    const offerId = await offered(theCase, { externalId: 'E2' });
    expect((await entryOf(theCase))?.state).toBe('offered');
    await answerOffer(theCase.resident, { offerId, answer: 'yes' });
    expect((await entryOf(theCase))?.state).toBe('accepted');
  });

  it('is hers alone', async () => {
    const theCase = await createCareHomeCase();
    await decided(theCase);
    const { resident } = await createReceivedCase();
    await expect(entryOf({ ...theCase, resident })).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('says how long others have really waited, of no fewer than the rule says', async () => {
    const theCase = await createCareHomeCase();
    await decided(theCase);
    const people = async (count: number) =>
      asOwner((client) =>
        client.query(
          `insert into care_home_offer (tenant_id, id, case_id, person_id, home_id, external_id, sealed, offered_at,
               answer_by, decided_on, state, ended_at)
             select c.tenant_id, gen_random_uuid(), c.id, c.person_id, h.id, 'W' || gen_random_uuid(), '', now(), now(),
                    current_date - 10 - n, 'accepted', now() - interval '9 days'
               from cases c join care_home h on h.tenant_id = c.tenant_id and h.slug = 'lindbacken',
                    generate_series(1, $2::int) n
              where c.id = $1`,
          [theCase.caseId, count],
        ),
      );
    await people(5);
    expect((await entryOf(theCase))?.waits).toBeNull();
    await people(15);
    const waits = (await entryOf(theCase))?.waits;
    expect(waits).toMatchObject({ people: 20 });
    expect(waits?.medianDays).toBeGreaterThan(1);
    expect(waits?.nineOfTenDays).toBeGreaterThanOrEqual(waits?.medianDays ?? 0);
  });
});
