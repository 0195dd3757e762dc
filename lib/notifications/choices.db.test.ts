import { describe, expect, it } from 'vitest';
import { markCaseSeen } from '@/lib/cases/commands/mark-case-seen';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { recordSupplementRequest } from '@/lib/cases/commands/record-supplement-request';
import { read, write } from '@/lib/platform/db';
import { createResident, hasTold } from '@/lib/testing/builders';
import {
  createReceivedCase,
  decision,
  job,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { AddressRefused, type Message } from './channels/channel';
import type { Senders } from './channels/senders';
import { makeNotice } from './commands/make-notice';
import { saveNoticeChoice } from './commands/save-notice-choice';
import { sendNotice } from './commands/send-notice';
import { getNoticeChoice } from './queries/get-notice-choice';
import { getNoticePlace } from './queries/get-notice-place';

const tenantId = 'granvik';
const actor = job(tenantId);
const noon = new Date('2026-11-24T12:00:00+01:00');
const night = new Date('2026-11-24T23:00:00+01:00');
const morning = new Date('2026-11-25T07:00:00+01:00');

const everything = (way: string) => ({
  ways: Object.fromEntries(
    ['asked', 'decision', 'progress', 'message', 'reminder', 'draft'].map((kind) => [kind, [way]]),
  ),
  quiet: 'municipality',
  quietFrom: '',
  quietTo: '',
});

/** A case of somebody who has a telephone and an e-mail address, and has chosen. */
async function chosen(choice: Parameters<typeof saveNoticeChoice>[1] | null): Promise<TestCase> {
  const theCase = await createReceivedCase();
  await hasTold(theCase, { phone: '070-174 06 05' });
  if (choice) await saveNoticeChoice(theCase.resident, choice);
  return theCase;
}

/** Something happens in the case at a time, and the worker hears of it. */
async function happens(theCase: TestCase, what: 'decision' | 'asked' | 'phase', at: Date) {
  const { caseId, personId, system } = theCase;
  const about: { decisionId?: string } = {};
  if (what === 'decision')
    about.decisionId = (await recordDecision(system, { caseId, ...decision() })).decisionId;
  if (what === 'asked') await recordSupplementRequest(system, { caseId, ...supplementRequest() });
  if (what === 'phase')
    await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date() });
  const type = {
    decision: 'cases.decision-arrived',
    asked: 'cases.supplement-asked',
    phase: 'cases.phase-changed',
  };
  const event = await read(actor, (tx) =>
    tx.domainEvent.findFirstOrThrow({
      where: { tenantId, type: type[what], payload: { path: ['caseId'], equals: caseId } },
    }),
  );
  await makeNotice(actor, { eventId: event.id, eventType: event.type, personId }, { now: () => at });
  return { eventId: event.id, ...about };
}

const deliveriesTo = ({ personId }: TestCase) =>
  read(actor, (tx) =>
    tx.noticeDelivery.findMany({
      where: { tenantId, recipientId: personId },
      orderBy: { createdAt: 'asc' },
      include: { notices: { orderBy: { kind: 'asc' } } },
    }),
  );
const noticesOf = (eventId: string) =>
  read(actor, (tx) => tx.notice.findMany({ where: { tenantId, eventId } }));

function outbox() {
  const sent: (Message & { channel: string })[] = [];
  const by = (channel: string) => async (message: Message) => void sent.push({ ...message, channel });
  const senders: Senders = {
    email: by('email'),
    sms: by('sms'),
    push: by('push'),
    'digital-mail': by('digital-mail'),
  };
  return { sent, senders };
}

describe('choosing', () => {
  it('is by mail of everything until one has chosen, and then as chosen', async () => {
    const theCase = await chosen(null);
    expect(await getNoticeChoice(theCase.resident)).toMatchObject({
      ways: { asked: ['email'], progress: ['email'] },
      quiet: { quiet: 'municipality' },
      municipality: { from: 21, to: 7 },
      offered: [
        { channel: 'email', address: 'astrid@example.test' },
        { channel: 'sms', address: '070-174 06 05' },
      ],
    });
    await saveNoticeChoice(theCase.resident, {
      ...everything('sms'),
      quiet: 'own',
      quietFrom: '20',
      quietTo: '9',
    });
    expect(await getNoticeChoice(theCase.resident)).toMatchObject({
      ways: { asked: ['sms'], progress: ['sms'] },
      quiet: { quiet: 'own', from: 20, to: 9 },
    });
    // The last page that was sent counts, and somebody else's choice is untouched.
    await saveNoticeChoice(theCase.resident, everything('email'));
    expect(await getNoticeChoice(theCase.resident)).toMatchObject({ quiet: { quiet: 'municipality' } });
    expect((await getNoticeChoice(await createResident(tenantId))).ways.asked).toEqual(['email']);
  });

  it('can’t turn off what the municipality has a duty to tell; nothing is saved then', async () => {
    const theCase = await chosen(everything('sms'));
    await expect(
      saveNoticeChoice(theCase.resident, { ...everything('email'), ways: { asked: ['email'] } }),
    ).rejects.toMatchObject({ code: 'Invalid', fields: { decision: 'settings:notices.errors.some-way' } });
    expect((await getNoticeChoice(theCase.resident)).ways.progress).toEqual(['sms']);
  });

  it('is a resident’s alone', async () => {
    for (const other of [actor, { kind: 'nobody', tenantId }] as never[]) {
      await expect(saveNoticeChoice(other, everything('sms'))).rejects.toThrow('NotFound');
      await expect(getNoticeChoice(other)).rejects.toThrow('NotFound');
    }
  });

  it('decides the way, several where she wants it so, and none of a phase that she doesn’t want to hear of', async () => {
    const both = await chosen({
      ...everything('sms'),
      ways: { asked: ['email'], decision: ['email', 'sms'] },
    });
    const { eventId } = await happens(both, 'phase', noon);
    expect(await noticesOf(eventId)).toMatchObject([
      { state: 'dropped', channel: 'none', reason: 'not-wanted' },
    ]);
    await happens(both, 'decision', noon);
    expect((await deliveriesTo(both)).map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
    const wanting = await chosen(everything('sms'));
    await happens(wanting, 'phase', noon);
    expect(await deliveriesTo(wanting)).toMatchObject([{ channel: 'sms', notices: [{ kind: 'progress' }] }]);
  });
});

describe('gathering', () => {
  it('makes one message of what happens within the time, and leads to the overview', async () => {
    const theCase = await chosen(everything('sms'));
    await happens(theCase, 'asked', noon);
    await happens(theCase, 'phase', new Date(noon.getTime() + 59_000));
    const [delivery, ...more] = await deliveriesTo(theCase);
    expect(more).toEqual([]);
    expect(delivery?.notices.map(({ kind }) => kind)).toEqual(['asked', 'progress']);
    const { sent, senders } = outbox();
    await sendNotice(actor, delivery?.id ?? '', { senders, now: () => new Date(noon.getTime() + 60_000) });
    expect(sent).toMatchObject([{ channel: 'sms', to: '070-174 06 05', isSeveral: true }]);
    expect(await getNoticePlace(theCase.resident, delivery?.id ?? '')).toBe('/overview');
    // What happens after it was sent begins a new one.
    await happens(theCase, 'decision', new Date(noon.getTime() + 61_000));
    expect(await deliveriesTo(theCase)).toMatchObject([{ state: 'sent' }, { state: 'gathering' }]);
  });

  it('leaves out what has been seen, and says of what is left where it is', async () => {
    const theCase = await chosen(everything('sms'));
    await happens(theCase, 'phase', noon);
    const { decisionId = '', eventId } = await happens(theCase, 'decision', noon);
    await openDecision(theCase.resident, { decisionId });
    const [delivery] = await deliveriesTo(theCase);
    const { sent, senders } = outbox();
    await sendNotice(actor, delivery?.id ?? '', { senders, now: () => noon });
    expect(sent).toMatchObject([{ isSeveral: false }]);
    expect(await getNoticePlace(theCase.resident, delivery?.id ?? '')).toBe(`/cases/${theCase.caseId}`);
    expect(await noticesOf(eventId)).toMatchObject([{ state: 'dropped', reason: 'no-longer-news' }]);
  });

  it('says nothing of a phase that she has been shown by then, and of a newer one it does', async () => {
    const theCase = await chosen(everything('sms'));
    const { eventId } = await happens(theCase, 'phase', noon);
    await markCaseSeen(theCase.resident, { caseId: theCase.caseId, news: 99 });
    const [delivery] = await deliveriesTo(theCase);
    const { sent, senders } = outbox();
    await sendNotice(actor, delivery?.id ?? '', { senders, now: () => noon });
    expect(await noticesOf(eventId)).toMatchObject([{ state: 'dropped', reason: 'no-longer-news' }]);
    await happens(theCase, 'asked', noon);
    const [, newer] = await deliveriesTo(theCase);
    await sendNotice(actor, newer?.id ?? '', { senders, now: () => noon });
    expect(sent).toHaveLength(1);
  });

  it('of two things at once is one message still', async () => {
    const theCase = await chosen(everything('sms'));
    await Promise.all([happens(theCase, 'asked', noon), happens(theCase, 'decision', noon)]);
    expect(await deliveriesTo(theCase)).toMatchObject([
      { notices: [{ kind: 'asked' }, { kind: 'decision' }] },
    ]);
  });
});

describe('quiet hours', () => {
  it('hold a text message until they are over, all of it in one, and no mail', async () => {
    const theCase = await chosen({
      ...everything('sms'),
      ways: { ...everything('sms').ways, decision: ['email', 'sms'] },
    });
    await happens(theCase, 'asked', night);
    await happens(theCase, 'decision', new Date('2026-11-25T05:00:00+01:00'));
    const deliveries = await deliveriesTo(theCase);
    const sms = deliveries.filter(({ channel }) => channel === 'sms');
    const mail = deliveries.filter(({ channel }) => channel === 'email');
    expect(sms).toMatchObject([{ dueAt: morning, notices: [{ kind: 'asked' }, { kind: 'decision' }] }]);
    expect(mail).toMatchObject([{ dueAt: new Date('2026-11-25T05:01:00+01:00') }]);
  });

  it('are looked at anew when it is to be sent: a gateway that was down wakes nobody', async () => {
    const theCase = await chosen(everything('sms'));
    await happens(theCase, 'asked', new Date('2026-11-24T20:58:00+01:00'));
    const [delivery] = await deliveriesTo(theCase);
    const { sent, senders } = outbox();
    const down: Senders = { ...senders, sms: () => Promise.reject(new Error('down')) };
    const id = delivery?.id ?? '';
    const at = (now: Date, by = senders) => sendNotice(actor, id, { senders: by, now: () => now });
    await expect(at(new Date('2026-11-24T20:59:30+01:00'), down)).rejects.toThrow('down');
    await at(night);
    expect(sent).toEqual([]);
    expect(await deliveriesTo(theCase)).toMatchObject([{ state: 'sending', dueAt: morning, attempts: 1 }]);
    await at(morning);
    expect(sent).toHaveLength(1);
  });

  it('are her own, or none, where she has chosen so', async () => {
    const own = await chosen({ ...everything('sms'), quiet: 'own', quietFrom: '22', quietTo: '10' });
    await happens(own, 'asked', night);
    expect(await deliveriesTo(own)).toMatchObject([{ dueAt: new Date('2026-11-25T10:00:00+01:00') }]);
    const none = await chosen({ ...everything('sms'), quiet: 'none' });
    await happens(none, 'asked', night);
    expect(await deliveriesTo(none)).toMatchObject([{ dueAt: new Date('2026-11-24T23:01:00+01:00') }]);
  });
});

describe('a message that didn’t get there', () => {
  it('is said on her page, until the next one does or the address is another', async () => {
    const theCase = await chosen(everything('sms'));
    const { senders } = outbox();
    const trouble = async () =>
      (await getNoticeChoice(theCase.resident)).offered.find(({ channel }) => channel === 'sms')?.trouble;
    const has = async () => (await getNoticeChoice(theCase.resident)).has;
    const send = async (sms: Senders['sms']) => {
      const last = (await deliveriesTo(theCase)).at(-1);
      await sendNotice(actor, last?.id ?? '', { senders: { ...senders, sms }, now: () => noon });
    };
    await happens(theCase, 'phase', noon);
    expect(await trouble()).toBeNull();
    expect(await has()).toContain('sms');
    await send(() => Promise.reject(new AddressRefused('sms-bad-number')));
    expect(await trouble()).toBe('refused');
    // What she has chosen to be told of by it doesn't come to her, and isn't promised.
    expect(await has()).not.toContain('sms');
    await happens(theCase, 'asked', noon);
    await send(senders.sms);
    expect(await trouble()).toBeNull();
    await happens(theCase, 'decision', noon);
    await send(() => Promise.reject(new AddressRefused('sms-bad-number')));
    expect(await trouble()).toBe('refused');
    await write(actor, (tx) =>
      tx.person.update({
        where: { tenantId_id: { tenantId, id: theCase.personId } },
        data: { phoneSince: new Date() },
      }),
    );
    expect(await trouble()).toBeNull();
  });
});
