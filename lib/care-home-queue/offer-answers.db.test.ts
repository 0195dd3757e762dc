import { afterEach, describe, expect, it, vi } from 'vitest';
import { planDelivery } from '@/lib/back-office/commands/plan-delivery';
import { recordReceipt } from '@/lib/back-office/commands/record-receipt';
import { delivery as deliverySchema } from '@/lib/back-office/contract/messages';
import { getDelivery } from '@/lib/back-office/queries/get-delivery';
import { getOverview } from '@/lib/cases/queries/get-overview';
import { newId } from '@/lib/kernel/ids';
import { read } from '@/lib/platform/db';
import { auditOf, createReceivedCase, eventsOf, job, residentOf, stateOf } from '@/lib/testing/cases-world';
import { createQueueCase, offered, offerKindsOf, seen } from '@/lib/testing/offers-world';
import { answerOffer } from './commands/answer-offer';
import { lookAfterOffers } from './commands/look-after-offers';
import { getOffer } from './queries/get-offer';
import { listCaseOffers } from './queries/list-case-offers';

const tenantId = 'granvik';
afterEach(() => {
  vi.useRealTimers();
});
const at = (text: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(text) });

describe('her answer', () => {
  it('is given once: of two at once one stands, and the other is told which', async () => {
    const theCase = await createQueueCase();
    const offerId = await offered(theCase);
    const { resident } = theCase;
    const both = await Promise.all([
      answerOffer(resident, { offerId, answer: 'yes' }),
      answerOffer(resident, { offerId, answer: 'no', reason: 'För långt bort' }),
    ]);
    expect(new Set(both).size).toBe(1);
    expect((await seen(theCase, offerId)).state).toBe(both[0]);
    expect(await offerKindsOf(theCase)).toEqual(['offer-made', `offer-${both[0]}`]);
    const answered = (await eventsOf(tenantId, theCase.caseId)).filter((type) =>
      type.endsWith('offer-answered'),
    );
    expect(answered).toHaveLength(1);
  });

  it('no keeps her reason, and ends neither case nor decision; the next no means what the rule says', async () => {
    const theCase = await createQueueCase();
    const before = await stateOf(theCase);
    const first = await offered(theCase);
    await answerOffer(theCase.resident, { offerId: first, answer: 'no', reason: ' För långt bort ' });
    expect(await seen(theCase, first)).toMatchObject({ state: 'declined', reason: 'För långt bort' });
    expect((await stateOf(theCase)).phase).toBe(before.phase);
    const second = await offered(theCase, { externalId: 'E2' });
    expect((await seen(theCase, second)).no).toEqual({
      effect: 'assessed-again',
      nextEffect: 'assessed-again',
      before: 1,
      saidBefore: 1,
    });
    expect((await seen(theCase, first)).no?.before).toBe(0);
  });

  it('none is not a no that she said, where silence counts as one', async () => {
    const theCase = await createQueueCase('ekhamn');
    at('2026-11-24T09:00:00Z');
    const plain = { home: 'magasinet', occurredAt: '2026-11-24T09:00:00Z', answerBy: undefined };
    await offered(theCase, plain);
    at('2026-12-24T09:00:00Z');
    await lookAfterOffers(job('ekhamn'));
    const next = await offered(theCase, { ...plain, occurredAt: '2026-12-24T09:00:00Z', externalId: 'E2' });
    at('2026-12-24T10:00:00Z');
    expect(await seen(theCase, next)).toMatchObject({ silenceIsNo: true, no: { before: 1, saidBefore: 0 } });
  });

  it('late is none: the offer has lapsed, whether or not the job has come by', async () => {
    const theCase = await createQueueCase();
    at('2026-11-24T09:00:00Z');
    const offerId = await offered(theCase, { occurredAt: '2026-11-24T09:00:00Z', answerBy: undefined });
    at('2026-11-29T22:59:00Z');
    expect((await seen(theCase, offerId)).state).toBe('lapsed');
    expect(await listCaseOffers(theCase.resident, theCase.caseId)).toMatchObject([{ state: 'lapsed' }]);
    expect(await answerOffer(theCase.resident, { offerId, answer: 'yes' })).toBe('lapsed');
    expect(await offerKindsOf(theCase)).toContain('offer-lapsed');
  });

  it('is hers: nobody else finds the offer, and that it was tried is written down', async () => {
    const theCase = await createQueueCase();
    const offerId = await offered(theCase);
    const { caseId } = theCase;
    const stranger = (await createReceivedCase(tenantId)).resident;
    for (const actor of [stranger, residentOf('ekhamn', theCase.personId)]) {
      await expect(getOffer(actor, { caseId, offerId }, 'sv')).rejects.toMatchObject({ code: 'NotFound' });
      await expect(answerOffer(actor, { offerId, answer: 'no' })).rejects.toMatchObject({ code: 'NotFound' });
      expect((await getOverview(actor, 'sv')).offers).toEqual([]);
      expect(await listCaseOffers(actor, caseId)).toEqual([]);
    }
    await expect(answerOffer(theCase.resident, { offerId: newId(), answer: 'no' })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(getOffer(theCase.resident, { caseId: newId(), offerId }, 'sv')).rejects.toMatchObject({
      code: 'NotFound',
    });
    const tried = (await auditOf(tenantId, offerId)).filter(({ outcome }) => outcome === 'refused');
    expect(tried).toContainEqual({
      action: 'care-home-queue.answer-offer',
      outcome: 'refused',
      subjectPersonId: theCase.personId,
    });
    expect((await seen(theCase, offerId)).state).toBe('open');
  });

  it.each([
    ['yes', 'accepted'],
    ['no', 'declined'],
    ['none', 'lapsed'],
  ] as const)(
    '%s goes to the system that has the case, in order, and she sees that it has come',
    async (answer, state) => {
      const theCase = await createQueueCase();
      const { caseId, personId } = theCase;
      at('2026-11-24T09:00:00Z');
      const offerId = await offered(theCase, { occurredAt: '2026-11-24T09:00:00Z', answerBy: undefined });
      if (answer === 'none') {
        at('2026-12-01T09:00:00Z');
        await lookAfterOffers(job(tenantId));
      } else await answerOffer(theCase.resident, { offerId, answer, reason: 'För långt bort' });
      for (let time = 0; time < 2; time++) await planDelivery(job(tenantId), { caseId, offerId });
      const made = await read({ tenantId }, (tx) =>
        tx.delivery.findMany({ where: { tenantId, caseId, kind: 'offer-answer' } }),
      );
      expect(made).toHaveLength(1);
      const id = made[0]?.id ?? '';
      const content = await getDelivery(theCase.system, id);
      expect(deliverySchema.safeParse(content).error).toBeUndefined();
      expect(content).toMatchObject({
        kind: 'offer-answer',
        offerAnswer: { offerId, externalId: 'E1', home: 'lindbacken', answer },
      });
      expect(content.offerAnswer?.reason).toBe(answer === 'no' ? 'För långt bort' : undefined);
      const { externalId } = await stateOf(theCase);
      for (let time = 0; time < 2; time++)
        await recordReceipt(theCase.system, id, { externalId: externalId ?? '', occurredAt: new Date() });
      // Nobody has received what she never answered.
      const received = answer === 'none' ? [] : ['offer-answer-received'];
      expect(await offerKindsOf(theCase)).toEqual(['offer-made', `offer-${state}`, ...received]);
      expect((await seen(theCase, offerId)).receivedAt).not.toBeNull();
      const audit = await auditOf(tenantId, caseId);
      expect(audit).toContainEqual({
        action: `care-home-queue.get-offer-${answer === 'none' ? 'silence' : 'answer'}-for-system`,
        outcome: 'allowed',
        subjectPersonId: personId,
      });
      const deeds = audit.map(({ action }) => action);
      expect(deeds.includes('care-home-queue.record-answer-received')).toBe(answer !== 'none');
    },
  );
});
