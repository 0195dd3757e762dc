import { afterEach, describe, expect, it, vi } from 'vitest';
import { askMoreTime } from '@/lib/cases/commands/ask-more-time';
import { prepareWithdrawal } from '@/lib/cases/commands/prepare-withdrawal';
import { recordSupplementRequest } from '@/lib/cases/commands/record-supplement-request';
import { requestDecision } from '@/lib/cases/commands/request-decision';
import { withdrawCase } from '@/lib/cases/commands/withdraw-case';
import { getWithdrawal } from '@/lib/cases/queries/get-withdrawal';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { read } from '@/lib/platform/db';
import { beginSigningOf } from '@/lib/testing/applications-world';
import {
  createCase,
  createSystemActor,
  job,
  stateOf,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { planDelivery } from './commands/plan-delivery';
import { recordReceipt } from './commands/record-receipt';
import { delivery as deliverySchema } from './contract/messages';
import { getDelivery } from './queries/get-delivery';

/* What she does in a case reaches its office as a delivery of its own kind, once, and is acknowledged. */

const tenantId = 'granvik';

afterEach(() => {
  vi.useRealTimers();
});

/** Planned as the event has it, twice: the delivery that the system then finds. */
async function delivered({ caseId }: TestCase, kind: string, ids: object): Promise<string> {
  for (let time = 0; time < 2; time++) await planDelivery(job(tenantId), { caseId, ...ids });
  const found = await read({ tenantId }, (tx) => tx.delivery.findMany({ where: { tenantId, caseId, kind } }));
  expect(found).toHaveLength(1);
  return found[0]?.id ?? '';
}

const payloadOf = (caseId: string, type: string) =>
  read({ tenantId }, async (tx) => {
    const event = await tx.domainEvent.findFirstOrThrow({
      where: { tenantId, type, payload: { path: ['caseId'], equals: caseId } },
    });
    return event.payload as object;
  });

const acknowledge = (theCase: TestCase, deliveryId: string) =>
  recordReceipt(theCase.system, deliveryId, { externalId: `SB-${theCase.caseId}`, occurredAt: new Date() });

describe('what is done in a case', () => {
  it('a request that it be decided: with the day it must be answered by', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-24T10:00:00Z') });
    const theCase = await createCase();
    vi.setSystemTime(new Date('2026-11-25T10:00:00Z'));
    await requestDecision(theCase.resident, { caseId: theCase.caseId, reasons: 'Det är bråttom.' });
    const ids = await payloadOf(theCase.caseId, 'cases.delay-requested');
    const id = await delivered(theCase, 'delay-request', ids);
    const content = await getDelivery(theCase.system, id);
    expect(deliverySchema.safeParse(content).error).toBeUndefined();
    expect(content).toMatchObject({
      kind: 'delay-request',
      delayRequest: { requestedOn: '2026-11-25', answerBy: '2026-12-23', reasons: 'Det är bråttom.' },
    });
    await acknowledge(theCase, id);
    await acknowledge(theCase, id);
    const { events } = await stateOf(theCase);
    expect(events.filter((kind) => kind === 'delay-request-received')).toHaveLength(1);
  });

  it('more time asked for: with what it is about, by the office’s own id, and the id to answer by', async () => {
    const theCase = await createCase();
    const { caseId, resident, system } = theCase;
    const request = supplementRequest({ externalId: 'K1' });
    const thing = await recordSupplementRequest(system, { caseId, ...request });
    const wish = { thing, wishedOn: calendarDate('2099-12-01'), reason: 'Jag väntar på ett intyg.' };
    await askMoreTime(resident, wish);
    const id = await delivered(theCase, 'more-time', await payloadOf(caseId, 'cases.more-time-asked'));
    const content = await getDelivery(system, id);
    expect(deliverySchema.safeParse(content).error).toBeUndefined();
    expect(content).toMatchObject({
      kind: 'more-time',
      moreTime: { about: 'supplement-request', externalId: 'K1', wishedOn: '2099-12-01' },
    });
    await acknowledge(theCase, id);
    await acknowledge(theCase, id);
    const { events } = await stateOf(theCase);
    expect(events.filter((kind) => kind === 'more-time-received')).toHaveLength(1);
  });

  it('an application that is taken back: as it was signed', async () => {
    const theCase = await createCase();
    const { caseId, resident } = theCase;
    const wish = { scope: 'part' as const, drops: 'Städning', keeps: '', reason: '' };
    await prepareWithdrawal(resident, { caseId, ...wish, language: 'sv' });
    const { prepared } = await getWithdrawal(resident, caseId, 'sv');
    if (!prepared) throw new Error('Nothing is prepared');
    const { approve, ...order } = await beginSigningOf(resident, prepared.id, prepared, 'withdrawal');
    await approve();
    await withdrawCase(resident, { caseId, ...order });
    const id = await delivered(theCase, 'withdrawal', await payloadOf(caseId, 'cases.withdrawal-sent'));
    const content = await getDelivery(theCase.system, id);
    expect(deliverySchema.safeParse(content).error).toBeUndefined();
    expect(content).toMatchObject({
      kind: 'withdrawal',
      withdrawal: { scope: 'part', drops: 'Städning', othersHaveSigned: false },
    });
    expect(content.withdrawal).not.toHaveProperty('keeps');
    await expect(getDelivery(await createSystemActor(tenantId), id)).rejects.toMatchObject({
      code: 'NotFound',
    });
    await acknowledge(theCase, id);
    expect((await stateOf(theCase)).events).toContain('withdrawal-received');
  });
});
