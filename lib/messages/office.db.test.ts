import { describe, expect, it } from 'vitest';
import { getAccessLog } from '@/lib/cases/queries/get-access-log';
import { getCase } from '@/lib/cases/queries/get-case';
import { newId } from '@/lib/kernel/ids';
import type { Actor, SystemActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { createCase, createReceivedCase, createSystemActor, eventsOf, pdf } from '@/lib/testing/cases-world';
import { fromOffice, sendOne } from '@/lib/testing/messages-world';
import { asOwner } from '@/lib/testing/test-database';
import { markThreadRead } from './commands/mark-thread-read';
import { recordMessageReading } from './commands/record-message-reading';
import { recordOfficeMessage } from './commands/record-office-message';
import { getThread } from './queries/get-thread';
import { getThreadForSystem } from './queries/get-thread-for-system';

const document = (text?: string) => ({ name: 'Bilaga.pdf', bytes: pdf(text) });
const at = () => ({ occurredAt: new Date() });

describe('an office’s message', () => {
  it('begins the case’s own thread, names the officer, and is told of once', async () => {
    const theCase = await createReceivedCase();
    const { caseId, resident, system } = theCase;
    const message = { to: { caseId }, ...fromOffice(), files: [document()] };
    const first = await recordOfficeMessage(system, message);
    expect(await recordOfficeMessage(system, message)).toEqual(first);
    const thread = await getThread(resident, first.threadId, 'sv');
    expect(thread.messages).toMatchObject([
      {
        author: 'office',
        text: message.text,
        officer: { name: 'Maria Öberg' },
        files: [{ name: 'Bilaga.pdf' }],
      },
    ]);
    const { officer, events } = await getCase(resident, caseId, 'sv');
    expect(officer).toMatchObject({ name: 'Maria Öberg' });
    expect(events.filter(({ kind }) => kind === 'message-arrived')).toHaveLength(1);
    const told = await eventsOf('granvik', caseId);
    expect(told.filter((type) => type === 'messages.arrived')).toHaveLength(1);
  });

  it('two at once under one id are one, also where the thread is not there yet', async () => {
    const { caseId, resident, system } = await createReceivedCase();
    const message = { to: { caseId }, ...fromOffice() };
    const both = await Promise.all([
      recordOfficeMessage(system, message),
      recordOfficeMessage(system, message),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect((await getThread(resident, both[0].threadId, 'sv')).messages).toHaveLength(1);
  });

  it('with other words, another officer or another file under the same id is refused; she has read the first', async () => {
    const { caseId, resident, system } = await createReceivedCase();
    const message = { to: { caseId }, ...fromOffice(), files: [document()] };
    const { threadId } = await recordOfficeMessage(system, message);
    for (const other of [
      { ...message, text: 'Något annat' },
      { ...message, officer: { unit: 'En annan enhet' } },
      { ...message, files: [document('ett annat')] },
      { ...message, files: [] },
    ])
      await expect(recordOfficeMessage(system, other)).rejects.toMatchObject({
        code: 'Conflict',
        reason: 'errors:message-differs',
      });
    expect((await getThread(resident, threadId, 'sv')).messages).toMatchObject([{ text: message.text }]);
  });

  it('answers in the thread that she began, and comes in the order that they happened', async () => {
    const { caseId, resident, system } = await createReceivedCase();
    const { threadId } = await sendOne(resident, { kind: 'case', caseId }, { subject: 'Intyg' });
    const told = (occurredAt: Date, text: string) =>
      recordOfficeMessage(system, { to: { threadId }, ...fromOffice({ text }), occurredAt });
    await told(new Date(), 'Andra');
    await told(new Date(Date.now() - 3_600_000), 'Sent hittfunnet');
    const { messages } = await getThread(resident, threadId, 'sv');
    expect(messages.map(({ text }) => text)).toEqual([
      'Sent hittfunnet',
      'Hur går det med min ansökan?',
      'Andra',
    ]);
  });

  it('holds nothing but PDF files', async () => {
    const { caseId, system } = await createReceivedCase();
    const files = [{ name: 'Bilaga.pdf', bytes: new Uint8Array(Buffer.from('<html>')) }];
    await expect(
      recordOfficeMessage(system, { to: { caseId }, ...fromOffice(), files }),
    ).rejects.toMatchObject({
      fields: { files: 'errors:must-be-pdf' },
    });
  });
});

describe('reading, both ways', () => {
  it('the office says who read hers, once; she sees it', async () => {
    const { caseId, resident, system } = await createCase();
    const { messageId, threadId } = await sendOne(resident, { kind: 'case', caseId });
    const officer = { name: 'Jonas Ek', unit: 'Biståndsenheten' };
    await recordMessageReading(system, { messageId, officer, ...at() });
    await recordMessageReading(system, { messageId, officer: { unit: 'En annan enhet' }, ...at() });
    expect((await getThread(resident, threadId, 'sv')).messages).toMatchObject([
      { progress: 'read', reader: officer, readAt: expect.any(Date) },
    ]);
    const { entries } = await getAccessLog(resident, 'sv', 1);
    expect(entries.map(({ deed }) => deed)).toContainEqual({ kind: 'read', thing: 'message' });
    expect(entries.find(({ deed }) => deed.thing === 'message')?.about?.number).toBeTruthy();
  });

  it('the office sees when she was shown its own, and that look is logged with the officer’s name', async () => {
    const { caseId, resident, system } = await createReceivedCase();
    const { threadId } = await recordOfficeMessage(system, { to: { caseId }, ...fromOffice() });
    expect((await getThreadForSystem(system, threadId)).messages[0]?.readAt).toBeNull();
    await markThreadRead(resident, threadId);
    expect((await getThreadForSystem(system, threadId)).messages[0]?.readAt).toEqual(expect.any(Date));
    const { entries } = await getAccessLog(resident, 'sv', 1);
    expect(entries.map(({ who, deed }) => [who, deed])).toContainEqual([
      { kind: 'system', name: 'Maria Öberg, Biståndsenheten, Testsystemet' },
      { kind: 'read', thing: 'messages' },
    ]);
  });
});

describe('the wrong system, and what is not there', () => {
  it('is not found, changes nothing, and she sees that it tried', async () => {
    const { caseId, resident, system, tenantId, personId } = await createReceivedCase();
    const { messageId, threadId } = await sendOne(resident, { kind: 'case', caseId });
    const doings = (actor: SystemActor) => [
      () => recordOfficeMessage(actor, { to: { caseId }, ...fromOffice() }),
      () => recordOfficeMessage(actor, { to: { threadId }, ...fromOffice() }),
      () => recordMessageReading(actor, { messageId, ...at() }),
      () => getThreadForSystem(actor, threadId),
    ];
    const others: [Actor, object][] = [
      [await createSystemActor('granvik'), { code: 'NotFound' }],
      [await createSystemActor('ekhamn'), { code: 'NotFound' }],
      [{ ...system, scopes: [] }, { reason: 'errors:scope-missing' }],
      [resident, { code: 'NotFound' }],
      [
        { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
        { code: 'NotFound' },
      ],
      [{ kind: 'job', tenantId, job: 'test' }, { code: 'NotFound' }],
      [{ kind: 'nobody', tenantId }, { code: 'NotFound' }],
    ];
    for (const [actor, refusal] of others)
      for (const doing of doings(actor as SystemActor))
        await expect(doing(), actor.kind).rejects.toMatchObject(refusal);
    expect((await getThread(resident, threadId, 'sv')).messages).toMatchObject([{ progress: 'sent' }]);
    const refused = await read({ tenantId }, (tx) =>
      tx.auditEntry.count({ where: { tenantId, subjectPersonId: personId, outcome: 'refused' } }),
    );
    expect(refused).toBeGreaterThanOrEqual(8);
  });

  it('an unknown case, thread or message is not found', async () => {
    const { system } = await createReceivedCase();
    for (const doing of [
      () => recordOfficeMessage(system, { to: { caseId: newId() }, ...fromOffice() }),
      () => recordOfficeMessage(system, { to: { threadId: newId() }, ...fromOffice() }),
      () => recordMessageReading(system, { messageId: newId(), ...at() }),
      () => getThreadForSystem(system, 'x'),
    ])
      await expect(doing()).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('a message that was sent, or read, stands as it is, whoever tries', async () => {
    const { caseId, resident, system } = await createReceivedCase();
    const { messageId } = await sendOne(resident, { kind: 'case', caseId });
    await recordMessageReading(system, { messageId, ...at() });
    for (const set of ["sealed = '\\x00'", 'sent_at = now()', 'read_at = null'])
      await expect(
        asOwner((client) => client.query(`update message set ${set} where id = $1`, [messageId])),
        set,
      ).rejects.toThrow(/set once/);
  });
});
