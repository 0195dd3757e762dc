import { afterEach, describe, expect, it, vi } from 'vitest';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { getOverview } from '@/lib/cases/queries/get-overview';
import { isStillNewsInTx } from '@/lib/notifications/queries/is-still-news';
import { read } from '@/lib/platform/db';
import {
  auditOf,
  createSystemActor,
  decision,
  eventsOf,
  job,
  type TestCase,
} from '@/lib/testing/cases-world';
import {
  createCareHomeCase,
  createQueueCase,
  offered,
  offerKindsOf,
  offerOf,
  seen,
} from '@/lib/testing/offers-world';
import { asOwner } from '@/lib/testing/test-database';
import { answerOffer } from './commands/answer-offer';
import { lookAfterOffers } from './commands/look-after-offers';
import { recordOffer } from './commands/record-offer';

const tenantId = 'granvik';
afterEach(() => {
  vi.useRealTimers();
});
const tell = ({ system, caseId }: TestCase, more: object = {}, externalId = 'E1') =>
  recordOffer(system, { caseId, externalId, ...offerOf(more) });
const at = (text: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(text) });

describe('an offer that an office makes', () => {
  it('is hers to read and to answer, with what the office said, what yes and no mean, and how long she has', async () => {
    const theCase = await createQueueCase();
    const offerId = await offered(theCase);
    expect(await seen(theCase, offerId)).toMatchObject({
      state: 'open',
      home: { name: 'Lindbacken', district: 'Centrum' },
      apartment: { floor: '2 tr', rentPerMonth: 6450 },
      text: 'Lägenheten ligger mot gården.',
      no: { effect: 'nothing', nextEffect: 'assessed-again', before: 0 },
      silenceIsNo: false,
    });
    expect((await getOverview(theCase.resident, 'sv')).offers).toMatchObject([
      { id: offerId, home: 'Lindbacken' },
    ]);
    expect(await offerKindsOf(theCase)).toEqual(['offer-made']);
    expect(await eventsOf(tenantId, theCase.caseId)).toContain('care-home-queue.offer-made');
  });

  it('is sealed: nothing of what was said of it stands in the open', async () => {
    const theCase = await createQueueCase();
    const offerId = await offered(theCase, { text: 'Hemligt om lägenheten' });
    const { rows } = await asOwner((client) =>
      client.query('select o::text as row from care_home_offer o where id = $1', [offerId]),
    );
    const hidden = Buffer.from('Hemligt om', 'utf8').toString('hex');
    expect(rows[0]?.row).not.toContain('Hemligt');
    expect(rows[0]?.row).not.toContain(hidden);
  });

  it('told twice, or twice at once, is one; with other content it is refused', async () => {
    const theCase = await createQueueCase();
    const same = offerOf();
    const twice = () => recordOffer(theCase.system, { caseId: theCase.caseId, externalId: 'E1', ...same });
    const [one, two] = await Promise.all([twice(), twice()]);
    expect(one).toEqual(two);
    expect(await offerKindsOf(theCase)).toEqual(['offer-made']);
    await expect(tell(theCase, { text: 'Något annat' })).rejects.toMatchObject({
      reason: 'errors:offer-differs',
    });
    await expect(tell(theCase, { home: 'strandgarden' })).rejects.toMatchObject({ code: 'Conflict' });
  });

  it('without a time to answer has the municipality’s own, and never a shorter one', async () => {
    const theCase = await createQueueCase();
    at('2026-11-24T09:00:00Z');
    const told = { occurredAt: '2026-11-24T09:00:00Z' };
    await expect(tell(theCase, { ...told, answerBy: '2026-11-28T09:00:00Z' })).rejects.toMatchObject({
      fields: { answerBy: 'errors:offer-time-short' },
    });
    const { answerBy } = await tell(theCase, { ...told, answerBy: undefined });
    expect(answerBy.toISOString()).toBe('2026-11-29T22:59:00.000Z');
  });

  it('whose time was out before it came is refused', async () => {
    const theCase = await createQueueCase();
    const old = { occurredAt: '2026-01-10T09:00:00Z', answerBy: '2026-01-20T09:00:00Z' };
    await expect(tell(theCase, old)).rejects.toMatchObject({ fields: { answerBy: 'errors:offer-time-out' } });
  });

  it('that was held up on its way takes no time from her', async () => {
    at('2026-11-27T09:00:00Z');
    const told = { occurredAt: '2026-11-24T09:00:00Z' };
    for (const answerBy of [undefined, '2026-11-30T09:00:00Z', '2026-12-02T22:59:00Z']) {
      const theCase = await createQueueCase();
      const first = await tell(theCase, { ...told, answerBy });
      expect(first.answerBy.toISOString()).toBe('2026-12-02T22:59:00.000Z');
      expect(await tell(theCase, { ...told, answerBy })).toEqual(first);
    }
  });

  it('waits for a decision that gives her a place, and is then made', async () => {
    const theCase = await createCareHomeCase();
    await expect(tell(theCase)).rejects.toMatchObject({ reason: 'errors:offer-before-decision' });
    const { caseId, system } = theCase;
    await recordDecision(system, { caseId, ...decision({ outcome: 'rejected' }) });
    await expect(tell(theCase)).rejects.toMatchObject({ reason: 'errors:offer-before-decision' });
    expect(await offerKindsOf(theCase)).toEqual([]);
    await recordDecision(system, { caseId, ...decision({ outcome: 'granted' }) });
    expect(await tell(theCase)).toMatchObject({ state: 'open' });
  });

  it('can be made when the one before has run out, whether or not the job has come by', async () => {
    const theCase = await createQueueCase();
    at('2026-11-24T09:00:00Z');
    await tell(theCase, { occurredAt: '2026-11-24T09:00:00Z', answerBy: undefined });
    at('2026-11-29T22:59:00Z');
    expect(await tell(theCase, {}, 'E2')).toMatchObject({ state: 'open' });
    expect(await offerKindsOf(theCase)).toEqual(['offer-made', 'offer-lapsed', 'offer-made']);
  });

  it('can be given longer, never shorter', async () => {
    const theCase = await createQueueCase();
    const offerId = await offered(theCase);
    await tell(theCase, { answerBy: '2099-02-01T11:00:00Z' });
    await tell(theCase, { answerBy: '2099-02-01T11:00:00Z' });
    expect((await seen(theCase, offerId)).answerBy.toISOString()).toBe('2099-02-01T11:00:00.000Z');
    // What was told first is told again, or comes after what was told later.
    expect((await tell(theCase)).answerBy.toISOString()).toBe('2099-02-01T11:00:00.000Z');
    expect(await offerKindsOf(theCase)).toEqual(['offer-made', 'offer-extended']);
  });

  it('is one at a time in a case, also when two come at once', async () => {
    const theCase = await createQueueCase();
    const both = await Promise.allSettled([tell(theCase, {}, 'E1'), tell(theCase, {}, 'E2')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'errors:offer-one-open' },
    });
  });

  it('of a place is one at a time, also when two cases are offered it at once', async () => {
    const cases = [await createQueueCase(), await createQueueCase(), await createQueueCase()] as const;
    await asOwner((client) =>
      client.query(
        `insert into care_home_vacancy (tenant_id, id, home_id, external_id, kind, persons, available_from, state, told_at)
           select tenant_id, gen_random_uuid(), id, 'LGH-1', 'somatic', 1, '2026-12-01', 'free', now()
             from care_home where tenant_id = 'granvik' and slug = 'lindbacken'`,
      ),
    );
    const told = cases.slice(0, 2).map((one) => tell(one, { vacancy: 'LGH-1' }));
    const both = await Promise.allSettled(told);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'errors:offer-place-offered' },
    });
    await expect(tell(cases[2], { vacancy: 'LGH-1' })).rejects.toMatchObject({
      reason: 'errors:offer-place-offered',
    });
    await expect(tell(cases[2], { vacancy: 'LGH-2' })).rejects.toMatchObject({
      fields: { vacancy: 'errors:offer-vacancy' },
    });
  });

  it('is made in the municipality’s care-home cases, as long as they go on, by who may and has the case', async () => {
    const theCase = await createQueueCase();
    const { caseId } = theCase;
    const told = { caseId, externalId: 'E1', ...offerOf() };
    const unscoped = { ...theCase.system, scopes: ['cases.write'] };
    await expect(recordOffer(unscoped, told)).rejects.toMatchObject({ code: 'Forbidden' });
    const other = { ...(await createSystemActor(tenantId)), scopes: ['offers.write'] };
    await expect(recordOffer(other, told)).rejects.toMatchObject({ code: 'NotFound' });
    const elsewhere = { ...(await createSystemActor('ekhamn')), scopes: ['offers.write'] };
    await expect(recordOffer(elsewhere, told)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(tell(theCase, { home: 'finns-inte' })).rejects.toMatchObject({
      fields: { home: 'errors:offer-home' },
    });
    const refused = (await auditOf(tenantId, caseId)).filter(({ outcome }) => outcome === 'refused');
    expect(refused).toContainEqual({
      action: 'care-home-queue.record-offer',
      outcome: 'refused',
      subjectPersonId: theCase.personId,
    });
    await recordPhase(theCase.system, { caseId, phase: 'closed', occurredAt: new Date() });
    await expect(tell(theCase)).rejects.toMatchObject({ reason: 'errors:case-ended' });
  });
});

describe('an offer that is taken back', () => {
  it('is over, counts as no answer of hers, and stays so whatever is told late', async () => {
    const theCase = await createQueueCase();
    const offerId = await offered(theCase);
    for (let time = 0; time < 2; time++)
      expect(await tell(theCase, { state: 'taken-back' })).toMatchObject({ state: 'taken-back' });
    expect(await tell(theCase)).toMatchObject({ offerId, state: 'taken-back' });
    expect(await seen(theCase, offerId)).toMatchObject({ state: 'taken-back', no: { before: 0 } });
    expect(await answerOffer(theCase.resident, { offerId, answer: 'yes' })).toBe('taken-back');
    expect(await offerKindsOf(theCase)).toEqual(['offer-made', 'offer-taken-back']);
    expect((await seen(theCase, await offered(theCase, { externalId: 'E2' }))).no?.before).toBe(0);
  });

  it('before it was told is never asked of her', async () => {
    const theCase = await createQueueCase();
    const bare = { state: 'taken-back', text: undefined, apartment: undefined, answerBy: undefined };
    await tell(theCase, bare);
    expect(await tell(theCase)).toMatchObject({ state: 'taken-back' });
    expect((await getOverview(theCase.resident, 'sv')).offers).toEqual([]);
    expect(await eventsOf(tenantId, theCase.caseId)).not.toContain('care-home-queue.offer-made');
    // Nor does her log say that she was sent one.
    const deeds = (await auditOf(tenantId, theCase.caseId)).map(({ action }) => action);
    expect(deeds).toContain('care-home-queue.take-back-offer');
    expect(deeds).not.toContain('care-home-queue.record-offer');
  });

  it('says why, where it says so', async () => {
    const theCase = await createQueueCase();
    const offerId = await offered(theCase);
    await tell(theCase, { state: 'taken-back', reason: 'Lägenheten har fått en vattenskada.' });
    expect(await seen(theCase, offerId)).toMatchObject({
      state: 'taken-back',
      takenBackReason: 'Lägenheten har fått en vattenskada.',
      acceptedAt: null,
    });
  });
});

describe('the job that looks after offers', () => {
  it('reminds once before the time is out, and lets lapse once what nobody answered', async () => {
    const theCase = await createQueueCase();
    at('2026-11-24T09:00:00Z');
    const offerId = await offered(theCase, { occurredAt: '2026-11-24T09:00:00Z', answerBy: undefined });
    const told = async (type: string) =>
      (await eventsOf(tenantId, theCase.caseId)).filter((one) => one === `care-home-queue.${type}`).length;
    await lookAfterOffers(job(tenantId));
    expect(await told('offer-reminded')).toBe(0);
    at('2026-11-28T11:00:00Z');
    await Promise.all([lookAfterOffers(job(tenantId)), lookAfterOffers(job(tenantId))]);
    expect(await told('offer-reminded')).toBe(1);
    at('2026-11-29T22:59:00Z');
    await Promise.all([lookAfterOffers(job(tenantId)), lookAfterOffers(job(tenantId))]);
    expect([await told('offer-reminded'), await told('offer-lapsed')]).toEqual([1, 1]);
    expect((await seen(theCase, offerId)).state).toBe('lapsed');
  });

  it('takes back what is open in a case that has ended: nobody waits for her answer, and she can give none', async () => {
    const [one, two] = [await createQueueCase(), await createQueueCase()];
    const [forgotten, answered] = [await offered(one), await offered(two)];
    for (const { system, caseId } of [one, two])
      await recordPhase(system, { caseId, phase: 'closed', occurredAt: new Date() });
    expect((await getOverview(one.resident, 'sv')).offers).toEqual([]);
    expect(await answerOffer(two.resident, { offerId: answered, answer: 'yes' })).toBe('taken-back');
    for (let time = 0; time < 2; time++) await lookAfterOffers(job(tenantId));
    expect((await seen(one, forgotten)).state).toBe('taken-back');
    expect(await offerKindsOf(one)).toEqual(['offer-made', 'offer-taken-back']);
  });

  it('is the worker’s alone', async () => {
    const { resident } = await createQueueCase();
    await expect(lookAfterOffers(resident as never)).rejects.toMatchObject({ code: 'NotFound' });
  });
});

describe('what she is told of an offer', () => {
  it('is news as long as it waits for her', async () => {
    const theCase = await createQueueCase();
    const offerId = await offered(theCase);
    const { caseId, personId } = theCase;
    const event = {
      tenantId,
      type: 'care-home-queue.offer-made',
      payload: { caseId, personId, offerId },
      at: new Date(),
    };
    const isNews = () => read({ tenantId }, (tx) => isStillNewsInTx(tx, event, personId));
    expect(await isNews()).toBe(true);
    await answerOffer(theCase.resident, { offerId, answer: 'yes' });
    expect(await isNews()).toBe(false);
  });
});
