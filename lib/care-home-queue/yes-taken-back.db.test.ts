import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { getCase } from '@/lib/cases/queries/get-case';
import { getOverview } from '@/lib/cases/queries/get-overview';
import { newId } from '@/lib/kernel/ids';
import { noticeTable } from '@/lib/notifications/domain/notice-table';
import { read, write } from '@/lib/platform/db';
import { auditOf, eventsOf, stateOf, type TestCase } from '@/lib/testing/cases-world';
import { createQueueCase, offered, offerOf } from '@/lib/testing/offers-world';
import { asOwner } from '@/lib/testing/test-database';
import { answerOffer } from './commands/answer-offer';
import { recordOffer } from './commands/record-offer';
import { recordOfferAnswerReceivedInTx } from './commands/record-offer-answer-received';
import { findQueueEntry } from './queries/find-queue-entry';
import { getOffer } from './queries/get-offer';
import { getOfferAnswerForSystemInTx } from './queries/get-offer-answer-for-system';

const tenantId = 'granvik';
const REASON = 'Det har brunnit på Lindbacken, och ingen kan flytta in.';
afterEach(() => {
  vi.useRealTimers();
});

const tell = ({ system, caseId }: TestCase, more: object = {}) =>
  recordOffer(system, { caseId, externalId: 'E1', ...offerOf(more) });
const takeBack = (theCase: TestCase, more: object = {}) =>
  tell(theCase, { state: 'taken-back', reason: REASON, ...more });
const seen = ({ resident, caseId }: TestCase, offerId: string) =>
  getOffer(resident, { caseId, offerId }, 'sv');
const entryOf = ({ resident, caseId }: TestCase) => findQueueEntry(resident, { caseId, applicationId: null });

/** She has opened her decision, been offered a home and said yes. */
async function accepted(): Promise<{ theCase: TestCase; offerId: string; acceptedAt: Date }> {
  const theCase = await createQueueCase();
  const [decision] = await read({ tenantId }, (tx) =>
    tx.decision.findMany({ where: { tenantId, caseId: theCase.caseId }, select: { id: true } }),
  );
  await openDecision(theCase.resident, { decisionId: decision?.id ?? '' });
  const offerId = await offered(theCase);
  await answerOffer(theCase.resident, { offerId, answer: 'yes' });
  const { endedAt } = await seen(theCase, offerId);
  return { theCase, offerId, acceptedAt: endedAt as Date };
}

describe('a place that she has said yes to', () => {
  it('is not taken back without a reason to her', async () => {
    const { theCase, offerId } = await accepted();
    await expect(tell(theCase, { state: 'taken-back' })).rejects.toMatchObject({
      code: 'NotNow',
      reason: 'errors:offer-accepted',
    });
    expect((await seen(theCase, offerId)).state).toBe('accepted');
  });

  it('is told to her as taken back, with the reason; her yes and all before it stand', async () => {
    const { theCase, offerId, acceptedAt } = await accepted();
    const { caseId, resident } = theCase;
    expect(await takeBack(theCase)).toMatchObject({ offerId, state: 'taken-back' });
    expect(await seen(theCase, offerId)).toMatchObject({
      state: 'taken-back',
      acceptedAt,
      takenBackReason: REASON,
      isWaiting: true,
      text: 'Lägenheten ligger mot gården.',
      no: { before: 0 },
    });
    const { events } = await stateOf(theCase);
    expect(events.filter((kind) => kind.startsWith('offer-'))).toEqual([
      'offer-made',
      'offer-accepted',
      'offer-yes-taken-back',
    ]);
    expect(await eventsOf(tenantId, caseId)).toContain('care-home-queue.yes-taken-back');
    expect((await auditOf(tenantId, caseId)).map(({ action }) => action)).toContain(
      'care-home-queue.take-back-offer',
    );
    // Told again, or with other words, it stands as she read it; the offer as it was is older news.
    await takeBack(theCase, { reason: 'Något annat.' });
    expect(await tell(theCase)).toMatchObject({ state: 'taken-back' });
    expect(await seen(theCase, offerId)).toMatchObject({ takenBackReason: REASON });
    expect(await answerOffer(resident, { offerId, answer: 'yes' })).toBe('taken-back');
    expect((await stateOf(theCase)).events).toEqual(events);
  });

  it('once gone, her wait goes on from where it was', async () => {
    const { theCase, offerId } = await accepted();
    const before = await entryOf(theCase);
    expect(before).toMatchObject({ state: 'accepted', takenBack: null });
    await takeBack(theCase);
    const after = await entryOf(theCase);
    expect(after).toMatchObject({
      state: 'waiting',
      decidedOn: before?.decidedOn,
      waitedDays: before?.waitedDays,
      reportAfter: before?.reportAfter,
      takenBack: { offerId },
    });
    // What is offered next is what she reads about.
    const next = await offered(theCase, { externalId: 'E2' });
    expect(await entryOf(theCase)).toMatchObject({ state: 'offered', takenBack: null });
    await answerOffer(theCase.resident, { offerId: next, answer: 'no' });
    expect(await entryOf(theCase)).toMatchObject({ state: 'waiting', takenBack: null });
  });

  it('says nothing of waiting on to whom another home is offered, or who has said yes to it', async () => {
    const { theCase, offerId } = await accepted();
    await takeBack(theCase);
    expect((await seen(theCase, offerId)).isWaiting).toBe(true);
    const next = await offered(theCase, { externalId: 'E2' });
    expect((await seen(theCase, offerId)).isWaiting).toBe(false);
    await answerOffer(theCase.resident, { offerId: next, answer: 'yes' });
    expect((await seen(theCase, offerId)).isWaiting).toBe(false);
    await offered(theCase, { externalId: 'E2', state: 'taken-back', reason: REASON });
    expect((await seen(theCase, offerId)).isWaiting).toBe(true);
  });

  it('nor that the decision stands, where none gives a place any more', async () => {
    const { theCase, offerId } = await accepted();
    await takeBack(theCase);
    const outcome = (to: string) =>
      asOwner((client) =>
        client.query('update decision set outcome = $2 where case_id = $1', [theCase.caseId, to]),
      );
    await outcome('rejected');
    expect((await seen(theCase, offerId)).isWaiting).toBe(false);
  });

  it('is anybody’s again, unless its home’s system calls it taken', async () => {
    const place = async () => {
      const { rows } = await asOwner((client) =>
        client.query(
          `insert into care_home_vacancy (tenant_id, id, home_id, external_id, kind, persons, available_from, state, told_at)
           select h.tenant_id, gen_random_uuid(), h.id, gen_random_uuid()::text, 'somatic', 1, current_date, 'free',
                  now() - interval '1 day'
             from care_home h where h.tenant_id = $1 and h.slug = 'lindbacken' returning external_id`,
          [tenantId],
        ),
      );
      return rows[0].external_id as string;
    };
    const [one, two, three] = [await createQueueCase(), await createQueueCase(), await createQueueCase()];
    const vacancy = await place();
    await answerOffer(one.resident, { offerId: await offered(one, { vacancy }), answer: 'yes' });
    await expect(offered(two, { vacancy })).rejects.toMatchObject({ reason: 'errors:offer-place-offered' });
    await takeBack(one, { vacancy });
    await answerOffer(two.resident, { offerId: await offered(two, { vacancy }), answer: 'yes' });
    await asOwner((client) =>
      client.query(`update care_home_vacancy set state = 'taken' where external_id = $1`, [vacancy]),
    );
    await takeBack(two, { vacancy });
    await expect(offered(three, { vacancy })).rejects.toMatchObject({ reason: 'errors:offer-place-taken' });
  });

  it('was a yes all the same to the office that fetches it late', async () => {
    const { theCase, offerId, acceptedAt } = await accepted();
    await takeBack(theCase);
    const { system } = theCase;
    const answer = await write(system, (tx) => getOfferAnswerForSystemInTx(tx, system, offerId));
    expect(answer).toMatchObject({ answer: 'yes', answeredAt: acceptedAt });
    await write(system, (tx) =>
      recordOfferAnswerReceivedInTx(tx, system, { offerId, occurredAt: new Date() }),
    );
    expect((await seen(theCase, offerId)).receivedAt).not.toBeNull();
  });

  it('taken back at a moment before her yes, by an office that hadn’t heard of it, is after it in the story', async () => {
    const { theCase, offerId, acceptedAt } = await accepted();
    await takeBack(theCase, { occurredAt: new Date(acceptedAt.getTime() - 60_000).toISOString() });
    expect(await seen(theCase, offerId)).toMatchObject({ acceptedAt, endedAt: acceptedAt });
    const story = ['offer-yes-taken-back', 'offer-accepted', 'offer-made'];
    const ofOffers = (events: { kind: string }[]) =>
      events.flatMap(({ kind }) => (kind.startsWith('offer-') ? [kind] : []));
    const { resident, caseId } = theCase;
    expect(ofOffers((await getCase(resident, caseId, 'sv')).events)).toEqual(story);
    const { latest } = await getOverview(resident, 'sv');
    expect(ofOffers(latest.filter((event) => event.caseId === caseId))).toEqual(story);
  });

  it('is told of in a case that has ended too, without a word of waiting on', async () => {
    const { theCase, offerId } = await accepted();
    const { system, caseId } = theCase;
    await recordPhase(system, { caseId, phase: 'closed', occurredAt: new Date() });
    await takeBack(theCase);
    expect(await seen(theCase, offerId)).toMatchObject({ takenBackReason: REASON, isWaiting: false });
    expect(await entryOf(theCase)).toBeNull();
  });

  it('is taken back once, in the database too: her yes can’t be written away', async () => {
    const { offerId } = await accepted();
    const update = (set: string) =>
      asOwner((client) => client.query(`update care_home_offer set ${set} where id = $1`, [offerId]));
    const away = [
      `state = 'taken-back'`,
      `state = 'taken-back', accepted_at = ended_at`,
      `state = 'taken-back', accepted_at = now(), taken_back_sealed = 'x'`,
      `state = 'declined'`,
      'ended_at = null',
    ];
    for (const set of away) await expect(update(set), set).rejects.toThrow();
    await update(`state = 'taken-back', accepted_at = ended_at, taken_back_sealed = 'x', ended_at = now()`);
    await expect(update(`taken_back_sealed = 'y'`)).rejects.toThrow();
  });

  it('is told by a notice that can’t be turned off, and leads to the offer', () => {
    const told = noticeTable['care-home-queue.yes-taken-back'];
    expect(told).toMatchObject({ kind: 'asked' });
    const [caseId, offerId] = [newId(), newId()];
    expect(told.place({ caseId, offerId })).toBe(`/cases/${caseId}/offers/${offerId}`);
  });

  it('keeps its reason sealed', async () => {
    const { theCase, offerId } = await accepted();
    await takeBack(theCase);
    const { rows } = await asOwner((client) =>
      client.query('select o::text as row from care_home_offer o where id = $1', [offerId]),
    );
    expect(rows[0]?.row).not.toContain(Buffer.from('Det har brunnit', 'utf8').toString('hex'));
  });
});
