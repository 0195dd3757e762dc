import { afterEach, describe, expect, it, vi } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { isStillNewsInTx } from '@/lib/notifications/queries/is-still-news';
import type { Actor, JobActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { createDecided, sendAppealOf, written } from '@/lib/testing/appeals-world';
import {
  commentRound,
  createReceivedCase,
  job,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { closeByStatus } from '@/lib/testing/messages-world';
import { answerSupplement } from './commands/answer-supplement';
import { askMoreTime } from './commands/ask-more-time';
import { extendSupplement } from './commands/extend-supplement';
import { recordCommentRound } from './commands/record-comment-round';
import { recordSupplementRequest } from './commands/record-supplement-request';
import { remindOfDueDays } from './commands/remind-of-due-days';
import { saveAppealDraft } from './commands/save-appeal-draft';
import { sendComment } from './commands/send-comment';
import { withdrawSupplementRequest } from './commands/withdraw-supplement-request';

afterEach(() => {
  vi.useRealTimers();
});

const day = calendarDate;
const goTo = (on: string) => vi.setSystemTime(new Date(`${on}T08:37:00Z`));
const remind = (tenantId = 'granvik') => remindOfDueDays(job(tenantId));

/** The reminders of a case, newest last: the stage, and what is told of it. */
const remindersOf = ({ tenantId, caseId }: TestCase) =>
  read({ tenantId }, (tx) => tx.dueReminder.findMany({ where: { caseId }, orderBy: { remindedAt: 'asc' } }));
const stagesOf = async (theCase: TestCase) => (await remindersOf(theCase)).map(({ stage }) => stage);

const eventsOf = ({ tenantId, caseId }: TestCase) =>
  read({ tenantId }, (tx) =>
    tx.domainEvent.findMany({
      where: { tenantId, type: 'cases.due-day-reminded', payload: { path: ['caseId'], equals: caseId } },
    }),
  );
/** Whether each reminder that was made would be sent now. */
const areNews = async (theCase: TestCase) => {
  const events = await eventsOf(theCase);
  return read({ tenantId: theCase.tenantId }, async (tx) => {
    const news: boolean[] = [];
    for (const event of events) news.push(await isStillNewsInTx(tx, event, theCase.personId));
    return news;
  });
};

/** Asked on 24 November for something by Wednesday 9 December. Granvik reminds three days before, and a week after. */
async function asked(tenantId = 'granvik') {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00Z') });
  const theCase = await createReceivedCase(tenantId);
  const { caseId, system } = theCase;
  const request = supplementRequest({ dueOn: '2026-12-09' });
  const { supplementId } = await recordSupplementRequest(system, { caseId, ...request });
  return { ...theCase, request, supplementId };
}

describe('a reminder of what is asked for', () => {
  it('is made once before and once after, however often the job runs and however many at once', async () => {
    const theCase = await asked();
    goTo('2026-12-05');
    await remind();
    expect(await stagesOf(theCase)).toEqual([]);
    goTo('2026-12-06');
    await Promise.all([remind(), remind(), remind()]);
    await remind();
    goTo('2026-12-09');
    await remind();
    expect(await stagesOf(theCase)).toEqual(['before']);
    expect(await eventsOf(theCase)).toMatchObject([
      { payload: { personId: theCase.personId, supplementId: theCase.supplementId } },
    ]);
    expect(await areNews(theCase)).toEqual([true]);
    // The worker was away on the day after: then it is late, and not forgotten.
    goTo('2026-12-11');
    await remind();
    await remind();
    expect(await stagesOf(theCase)).toEqual(['before', 'after']);
    expect(await eventsOf(theCase)).toHaveLength(2);
  });

  it('by each municipality’s own rule', async () => {
    const theCase = await asked('ekhamn');
    goTo('2026-12-04');
    await remind('ekhamn');
    expect(await stagesOf(theCase)).toEqual(['before']);
  });

  it('is not of what was long ago, nor of what she was asked a moment before', async () => {
    const theCase = await asked();
    goTo('2026-12-17');
    await remind();
    expect(await stagesOf(theCase)).toEqual([]);
    const { caseId, system } = theCase;
    goTo('2026-12-18');
    await recordSupplementRequest(system, { caseId, ...supplementRequest({ dueOn: '2026-12-21' }) });
    await remind();
    expect(await stagesOf(theCase)).toEqual([]);
  });

  it('is not made, and not sent, of what she has answered or need not answer', async () => {
    const answers = (one: Awaited<ReturnType<typeof asked>>) =>
      answerSupplement(one.resident, { supplementId: one.supplementId, version: 0, texts: { 1: 'Här' } });
    const early = await asked();
    await answers(early);
    goTo('2026-12-07');
    await remind();
    expect(await stagesOf(early)).toEqual([]);
    const late = await asked();
    goTo('2026-12-07');
    await remind();
    expect(await areNews(late)).toEqual([true]);
    await answers(late);
    expect(await areNews(late)).toEqual([false]);
    const taken = await asked();
    goTo('2026-12-07');
    await remind();
    const { system, caseId, request } = taken;
    const { externalId } = request;
    await withdrawSupplementRequest(system, { caseId, externalId, occurredAt: new Date() });
    expect(await areNews(taken)).toEqual([false]);
    const closed = await asked();
    await closeByStatus(closed.tenantId, closed.caseId, 'supplements');
    goTo('2026-12-07');
    await remind();
    expect(await stagesOf(closed)).toEqual([]);
  });

  it('waits while she waits for more time, and moves with the day', async () => {
    const theCase = await asked();
    const { resident, system, caseId, supplementId, request } = theCase;
    goTo('2026-12-06');
    await remind();
    await askMoreTime(resident, {
      thing: { supplementId },
      wishedOn: day('2026-12-16'),
      reason: 'Läkaren har semester.',
    });
    expect(await areNews(theCase)).toEqual([false]);
    goTo('2026-12-10');
    await remind();
    expect(await stagesOf(theCase)).toEqual(['before']);
    await extendSupplement(system, {
      caseId,
      externalId: request.externalId,
      dueOn: day('2026-12-18'),
      occurredAt: new Date(),
    });
    await remind();
    expect(await stagesOf(theCase)).toEqual(['before']);
    goTo('2026-12-15');
    await remind();
    expect((await remindersOf(theCase)).map(({ stage, dueOn }) => [stage, dueOn.toISOString().slice(0, 10)]))
      // Two different days, the same stage.
      .toEqual([
        ['before', '2026-12-09'],
        ['before', '2026-12-18'],
      ]);
    expect(await areNews(theCase)).toEqual([false, true]);
  });

  it('over a day off: she is late only after the next working day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00Z') });
    const theCase = await createReceivedCase();
    const { caseId, system } = theCase;
    // Christmas Eve; in time until Monday the 28th (lag (1930:173) 2 §).
    await recordSupplementRequest(system, { caseId, ...supplementRequest({ dueOn: '2026-12-24' }) });
    goTo('2026-12-24');
    await remind();
    expect(await stagesOf(theCase)).toEqual([]);
    goTo('2026-12-28');
    await remind();
    expect(await stagesOf(theCase)).toEqual(['before']);
    goTo('2026-12-29');
    await remind();
    expect(await stagesOf(theCase)).toEqual(['before', 'after']);
  });
});

describe('a reminder of comments', () => {
  it('is made as of what is asked for, until she has said something', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00Z') });
    const [silent, answered] = [await createReceivedCase(), await createReceivedCase()];
    for (const { caseId, system, resident } of [silent, answered]) {
      const message = { caseId, ...commentRound({ dueOn: '2026-12-09' }) };
      const { roundId } = await recordCommentRound(system, message);
      if (caseId === answered.caseId) await sendComment(resident, { roundId, nothingToAdd: true });
    }
    for (const on of ['2026-12-07', '2026-12-10']) {
      goTo(on);
      await remind();
    }
    expect(await stagesOf(silent)).toEqual(['before', 'after']);
    expect(await stagesOf(answered)).toEqual([]);
  });
});

describe('a reminder of the last day to appeal', () => {
  it('is of an appeal that she has begun and not sent, once, and never after the day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00Z') });
    // Opened today: three weeks end on 15 December.
    const [begun, sent, content] = [await createDecided(), await createDecided(), await createDecided()];
    const draft = { draft: written(), version: 0 };
    await saveAppealDraft(begun.resident, { decisionId: begun.decisionId, ...draft });
    await sendAppealOf(sent.resident, sent.decisionId);
    await saveAppealDraft(sent.resident, { decisionId: sent.decisionId, ...draft, keepMine: true });
    for (const on of ['2026-12-10', '2026-12-11', '2026-12-14', '2026-12-16']) {
      goTo(on);
      await remind();
      expect(await stagesOf(begun), on).toEqual(on === '2026-12-10' ? [] : ['before']);
    }
    expect(await eventsOf(begun)).toMatchObject([{ payload: { decisionId: begun.decisionId } }]);
    expect(await areNews(begun)).toEqual([true]);
    for (const other of [sent, content]) expect(await stagesOf(other)).toEqual([]);
    await sendAppealOf(begun.resident, begun.decisionId);
    expect(await areNews(begun)).toEqual([false]);
  });
});

describe('the job', () => {
  it('is the portal’s own: nobody else reminds anybody', async () => {
    const { resident, system, tenantId } = await asked();
    for (const actor of [resident, system, { kind: 'nobody', tenantId }] as Actor[])
      expect(
        await remindOfDueDays(actor as unknown as JobActor).catch((error) => isAppError(error, 'NotFound')),
      ).toBe(true);
  });
});
