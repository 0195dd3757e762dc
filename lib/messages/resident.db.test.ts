import { describe, expect, it } from 'vitest';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { getAccessLog } from '@/lib/cases/queries/get-access-log';
import { getCase } from '@/lib/cases/queries/get-case';
import { getOverview } from '@/lib/cases/queries/get-overview';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { createResident } from '@/lib/testing/builders';
import {
  checkedPdf,
  createReceivedCase,
  eventsOf,
  residentOf,
  type TestCase,
} from '@/lib/testing/cases-world';
import { closeByStatus, fromOffice, sendOne, written } from '@/lib/testing/messages-world';
import { dumpEverything } from '@/lib/testing/test-database';
import { markThreadRead } from './commands/mark-thread-read';
import { recordOfficeMessage } from './commands/record-office-message';
import { saveMessageDraft } from './commands/save-message-draft';
import { sendMessage } from './commands/send-message';
import { findMyMessageFile } from './queries/find-my-message-file';
import { getNewMessage } from './queries/get-new-message';
import { getThread } from './queries/get-thread';
import { listCaseThreads } from './queries/list-case-threads';
import { listMyThreads } from './queries/list-my-threads';
import { takesMessages } from './queries/takes-messages';

const ofCase = ({ caseId }: TestCase) => ({ kind: 'case', caseId }) as const;
const ofThread = (threadId: string) => ({ kind: 'thread', threadId }) as const;
const officer = { name: 'Maria Öberg', unit: 'Biståndsenheten', phone: '0000-12 34 50' };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

describe('writing about a case', () => {
  it('goes into the case’s own thread, addressed to who has the case, and stands in its timeline', async () => {
    const theCase = await createReceivedCase();
    const { caseId, resident, system } = theCase;
    await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date(), officer });
    const first = await sendOne(resident, ofCase(theCase), { text: ' Hej!\r\nHur går det? ' });
    const second = await sendOne(resident, ofCase(theCase), { text: 'En sak till' });
    expect(second.threadId).toBe(first.threadId);
    const thread = await getThread(resident, first.threadId, 'sv');
    expect(thread).toMatchObject({ subject: null, about: { kind: 'case', caseId }, draft: null });
    expect(thread.messages).toMatchObject([
      {
        author: 'resident',
        text: 'Hej!\nHur går det?',
        progress: 'sent',
        to: { name: officer.name, unit: officer.unit },
      },
      { text: 'En sak till' },
    ]);
    expect((await getCase(resident, caseId, 'sv')).events[0]?.kind).toBe('message-sent');
    expect(await eventsOf('granvik', caseId)).toEqual(expect.arrayContaining(['messages.sent']));
  });

  it('on a subject of its own is a thread of its own', async () => {
    const theCase = await createReceivedCase();
    const { resident } = theCase;
    const own = await sendOne(resident, ofCase(theCase));
    const other = await sendOne(resident, ofCase(theCase), { subject: 'Mitt nya telefonnummer' });
    expect(other.threadId).not.toBe(own.threadId);
    const { threads } = await listCaseThreads(resident, theCase.caseId, 'sv');
    expect(threads.map(({ subject }) => subject)).toEqual(['Mitt nya telefonnummer', null]);
  });

  it('twice by a double click, and two at once, is one message', async () => {
    const theCase = await createReceivedCase();
    const { resident } = theCase;
    const posted = { place: ofCase(theCase), ...written() };
    const results = await Promise.all([sendMessage(resident, posted), sendMessage(resident, posted)]);
    await sendMessage(resident, posted);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    const { threads } = await listMyThreads(resident, 'sv', 1);
    const thread = await getThread(resident, threads[0]?.id ?? '', 'sv');
    expect([threads.length, thread.messages.length]).toEqual([1, 1]);
  });

  it('with nothing in it is refused, at its field; too long is too', async () => {
    const theCase = await createReceivedCase();
    const send = (more: object) =>
      sendMessage(theCase.resident, { place: ofCase(theCase), ...written(more) });
    await expect(send({ text: ' \n' })).rejects.toMatchObject({ fields: { text: 'errors:message-empty' } });
    await expect(send({ text: '' })).rejects.toMatchObject({ fields: { text: 'errors:message-empty' } });
    await expect(send({ text: 'x'.repeat(10_001) })).rejects.toMatchObject({
      fields: { text: 'errors:message-too-long' },
    });
    await expect(send({ subject: 'x'.repeat(101) })).rejects.toMatchObject({
      fields: { subject: 'errors:subject-too-long' },
    });
  });
});

describe('a draft', () => {
  it('is kept with its files, shown again, and sent as it stands', async () => {
    const theCase = await createReceivedCase();
    const { resident } = theCase;
    const place = ofCase(theCase);
    const posted = written({ subject: 'Intyg', text: 'Jag skickar' });
    const kept = await saveMessageDraft(resident, { place, ...posted, files: [checkedPdf()] });
    expect(kept).toMatchObject({ outcome: 'saved', version: 0 });
    const { draft } = await getNewMessage(resident, place, 'sv');
    expect(draft).toMatchObject({ messageId: posted.messageId, subject: 'Intyg', text: 'Jag skickar' });
    expect(draft?.files).toHaveLength(1);
    expect((await listMyThreads(resident, 'sv', 1)).drafts).toMatchObject([{ place, subject: 'Intyg' }]);
    expect((await listMyThreads(resident, 'sv', 1)).threads).toEqual([]);
    const { threadId } = await sendOne(resident, place, { ...posted, text: 'Jag skickar intyget' });
    expect((await getThread(resident, threadId, 'sv')).messages).toMatchObject([
      { id: posted.messageId, text: 'Jag skickar intyget', files: [{ name: 'Läkarintyg.pdf' }] },
    ]);
    expect((await listMyThreads(resident, 'sv', 1)).drafts).toEqual([]);
  });

  it('changed elsewhere is neither overwritten nor sent unasked; her choice is', async () => {
    const theCase = await createReceivedCase();
    const { resident } = theCase;
    const place = ofCase(theCase);
    const mine = written({ text: 'Första' });
    await saveMessageDraft(resident, { place, ...mine });
    await saveMessageDraft(resident, { place, ...mine, text: 'Andra' });
    const stale = { place, ...mine, text: 'Tredje' };
    expect(await saveMessageDraft(resident, stale)).toEqual({ outcome: 'stale' });
    expect(await sendMessage(resident, stale)).toEqual({ outcome: 'stale' });
    expect(await sendMessage(resident, { place, ...written({ text: 'Från ett annat fönster' }) })).toEqual({
      outcome: 'stale',
    });
    expect((await getNewMessage(resident, place, 'sv')).draft?.text).toBe('Andra');
    expect(await saveMessageDraft(resident, { ...stale, keepMine: true })).toMatchObject({
      outcome: 'saved',
      version: 2,
    });
  });

  it('loses a file that she takes away, and holds at most ten', async () => {
    const theCase = await createReceivedCase();
    const { resident } = theCase;
    const place = ofCase(theCase);
    const posted = written();
    const files = Array.from({ length: 10 }, (_, n) => checkedPdf(`intyg ${n}`));
    await saveMessageDraft(resident, { place, ...posted, files });
    await saveMessageDraft(resident, { place, ...posted, files: [checkedPdf('intyg 3')] });
    await expect(
      saveMessageDraft(resident, { place, ...posted, files: [checkedPdf('ett till')] }),
    ).rejects.toMatchObject({ fields: { files: 'errors:too-many-files' } });
    const { draft } = await getNewMessage(resident, place, 'sv');
    const fileId = draft?.files[0]?.id ?? '';
    await saveMessageDraft(resident, { place, ...posted, removeFileId: fileId });
    expect((await getNewMessage(resident, place, 'sv')).draft?.files).toHaveLength(9);
    await expect(findMyMessageFile(resident, fileId)).resolves.toBeNull();
  });

  it('begun and left empty leaves nothing', async () => {
    const theCase = await createReceivedCase();
    const { resident } = theCase;
    await saveMessageDraft(resident, { place: ofCase(theCase), ...written({ text: '' }) });
    expect((await listCaseThreads(resident, theCase.caseId, 'sv')).hasDraft).toBe(false);
  });
});

describe('writing to a service', () => {
  it('is open where the municipality’s rule says so, and goes to the board', async () => {
    const resident = await createResident('granvik');
    expect(await takesMessages(resident, 'hemtjanst')).toBe(true);
    expect(await takesMessages(resident, 'ekonomiskt-bistand')).toBe(false);
    const place = { kind: 'service', slug: 'hemtjanst' } as const;
    const { threadId } = await sendOne(resident, place, { text: 'Kan jag söka för min mor?' });
    const thread = await getThread(resident, threadId, 'sv');
    expect(thread.about).toMatchObject({ kind: 'service', slug: 'hemtjanst' });
    expect(thread.messages).toMatchObject([
      { progress: 'sent', to: { unit: expect.stringMatching(/nämnd/i) } },
    ]);
    const elsewhere = { kind: 'service', slug: 'ekonomiskt-bistand' } as const;
    await expect(getNewMessage(resident, elsewhere, 'sv')).rejects.toMatchObject({ code: 'NotFound' });
    await expect(sendMessage(resident, { place: elsewhere, ...written() })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});

describe('a case that takes no more messages', () => {
  const states = async (theCase: TestCase, threadId: string) => {
    const { resident, caseId } = theCase;
    const refused = (place: Parameters<typeof sendMessage>[1]['place']) =>
      sendMessage(resident, { place, ...written() }).then(
        () => 'sent',
        (error) => error.reason,
      );
    return {
      closed: (await listCaseThreads(resident, caseId, 'sv')).openness.closed,
      inThread: (await getThread(resident, threadId, 'sv')).openness.closed,
      answers: await refused(ofThread(threadId)),
      begins: await refused(ofCase(theCase)),
    };
  };

  it('is one that ended longer ago than the rule says; until then its last day is told', async () => {
    const theCase = await createReceivedCase('ekhamn');
    const { caseId, resident, system } = theCase;
    const { threadId } = await sendOne(resident, ofCase(theCase));
    await saveMessageDraft(resident, { place: ofThread(threadId), ...written({ text: 'Påbörjat' }) });
    await recordPhase(system, { caseId, phase: 'closed', occurredAt: daysAgo(29) });
    const open = await getThread(resident, threadId, 'sv');
    expect(open.openness).toMatchObject({ closed: null, lastOn: expect.any(String) });
    const other = await createReceivedCase('ekhamn');
    const thread = await sendOne(other.resident, ofCase(other));
    await saveMessageDraft(other.resident, {
      place: ofThread(thread.threadId),
      ...written({ text: 'Påbörjat' }),
    });
    await recordPhase(other.system, { caseId: other.caseId, phase: 'closed', occurredAt: daysAgo(32) });
    expect(await states(other, thread.threadId)).toEqual({
      closed: 'case-ended',
      inThread: 'case-ended',
      answers: 'errors:messages-closed',
      begins: 'errors:messages-closed',
    });
    // What she had begun is hers to read, and the office may still write.
    expect((await getThread(other.resident, thread.threadId, 'sv')).draft?.text).toBe('Påbörjat');
    await recordOfficeMessage(other.system, { to: thread, ...fromOffice() });
    // It is appealed: then it goes on.
    await recordPhase(other.system, { caseId: other.caseId, phase: 'appealed', occurredAt: new Date() });
    expect((await getThread(other.resident, thread.threadId, 'sv')).openness.closed).toBeNull();
  });

  it('is one whose status says so, while it is in it', async () => {
    const theCase = await createReceivedCase();
    const { threadId } = await sendOne(theCase.resident, ofCase(theCase));
    await closeByStatus('granvik', theCase.caseId);
    expect(await states(theCase, threadId)).toEqual({
      closed: 'status',
      inThread: 'status',
      answers: 'errors:messages-closed',
      begins: 'errors:messages-closed',
    });
    const occurredAt = new Date();
    await recordPhase(theCase.system, { caseId: theCase.caseId, phase: 'being_looked_into', occurredAt });
    expect((await getThread(theCase.resident, threadId, 'sv')).openness.closed).toBeNull();
  });
});

describe('what she has not read', () => {
  it('is counted on the overview and in the lists, and read once', async () => {
    const theCase = await createReceivedCase();
    const { caseId, resident, system } = theCase;
    const { threadId } = await recordOfficeMessage(system, { to: { caseId }, ...fromOffice() });
    await recordOfficeMessage(system, { to: { caseId }, ...fromOffice({ text: 'Och en sak till.' }) });
    expect((await getOverview(resident, 'sv')).unreadMessages).toBe(2);
    expect((await listMyThreads(resident, 'sv', 1)).threads).toMatchObject([
      { unread: 2, lastAuthor: 'office' },
    ]);
    expect((await getThread(resident, threadId, 'sv')).messages).toMatchObject([
      { isNew: true },
      { isNew: true },
    ]);
    await markThreadRead(resident, threadId);
    await markThreadRead(resident, threadId);
    expect((await getOverview(resident, 'sv')).unreadMessages).toBe(0);
    expect((await listCaseThreads(resident, caseId, 'sv')).threads).toMatchObject([{ unread: 0 }]);
    const events = await read({ tenantId: 'granvik' }, (tx) =>
      tx.domainEvent.count({
        where: { type: 'messages.read', payload: { path: ['threadId'], equals: threadId } },
      }),
    );
    expect(events).toBe(1);
  });
});

describe('somebody else', () => {
  it('finds nothing of hers: another person, another municipality, staff, a job, nobody', async () => {
    const theCase = await createReceivedCase();
    const { caseId, resident, personId, tenantId } = theCase;
    const { threadId } = await sendOne(resident, ofCase(theCase), { text: 'Hemligt' });
    await saveMessageDraft(resident, { place: ofThread(threadId), ...written(), files: [checkedPdf()] });
    const fileId = (await getThread(resident, threadId, 'sv')).draft?.files[0]?.id ?? '';
    const others: Actor[] = [
      await createResident('granvik'),
      residentOf('ekhamn', personId),
      { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
      { kind: 'job', tenantId, job: 'test' },
      { kind: 'nobody', tenantId },
    ];
    for (const actor of others) {
      const her = actor as ResidentActor;
      for (const doing of [
        () => getThread(her, threadId, 'sv'),
        () => listCaseThreads(her, caseId, 'sv'),
        () => getNewMessage(her, ofCase(theCase), 'sv'),
        () => markThreadRead(her, threadId),
        () => sendMessage(her, { place: ofThread(threadId), ...written() }),
        () => sendMessage(her, { place: ofCase(theCase), ...written() }),
        () => saveMessageDraft(her, { place: ofThread(threadId), ...written() }),
      ])
        await expect(doing(), actor.kind).rejects.toMatchObject({ code: 'NotFound' });
      expect(await findMyMessageFile(actor, fileId)).toBeNull();
    }
    expect((await getThread(resident, threadId, 'sv')).messages).toHaveLength(1);
    expect((await getAccessLog(resident, 'sv', 1)).entries.some(({ wasRefused }) => wasRefused)).toBe(true);
  });

  it('can’t take another’s message id for a form of her own', async () => {
    const theCase = await createReceivedCase();
    const { messageId } = await sendOne(theCase.resident, ofCase(theCase));
    const other = await createReceivedCase();
    await expect(
      sendMessage(other.resident, { place: ofCase(other), ...written({ messageId }) }),
    ).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('reads nothing of what was written in a stolen dump', async () => {
    const theCase = await createReceivedCase();
    const { threadId } = await sendOne(theCase.resident, ofCase(theCase), {
      subject: 'Ovanligt ämne',
      text: 'Ovanlig fråga',
    });
    await recordOfficeMessage(theCase.system, {
      to: { threadId },
      ...fromOffice({
        text: 'Ovanligt svar',
        officer: { name: 'Ovanliga Ottilia', unit: 'Ovanliga enheten' },
      }),
    });
    const dump = await dumpEverything();
    expect(dump).toContain(threadId);
    expect(dump).not.toMatch(/Ovanlig/);
  });
});
