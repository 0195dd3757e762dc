import { describe, expect, it } from 'vitest';
import { takeBackInvitations } from '@/lib/applications/commands/take-back-invitations';
import { answerSupplement } from '@/lib/cases/commands/answer-supplement';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordSupplementRequest } from '@/lib/cases/commands/record-supplement-request';
import { personContext } from '@/lib/identity/domain/person-seals';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/platform/crypto';
import { read, write } from '@/lib/platform/db';
import {
  auditOf,
  createReceivedCase,
  decision,
  job,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { createAwaiting, createSigner } from '@/lib/testing/signers-world';
import { asOwner } from '@/lib/testing/test-database';
import type { Message } from './channels/channel';
import { mailChannel } from './channels/mail-channel';
import { makeNotice } from './commands/make-notice';
import { sendNotice } from './commands/send-notice';
import { MAX_ATTEMPTS } from './domain/notice';
import { getNoticePlace } from './queries/get-notice-place';
import type { Mail, SendMail } from './send-mail';

const tenantId = 'granvik';
const actor = job(tenantId);

/** A decision has arrived; what the queue would be told. */
async function decisionArrived(
  person: { language?: string; protectedIdentity?: boolean; emailSealed?: null } = {},
) {
  const theCase = await createReceivedCase();
  await write(actor, (tx) =>
    tx.person.update({ where: { tenantId_id: { tenantId, id: theCase.personId } }, data: person }),
  );
  const { decisionId } = await recordDecision(theCase.system, { caseId: theCase.caseId, ...decision() });
  return { ...theCase, decisionId, happened: await lastEvent(theCase, 'cases.decision-arrived') };
}

async function lastEvent({ caseId, personId }: TestCase, eventType: string) {
  const event = await read(actor, (tx) =>
    tx.domainEvent.findFirstOrThrow({
      where: { tenantId, type: eventType, payload: { path: ['caseId'], equals: caseId } },
    }),
  );
  return { eventId: event.id, eventType, personId };
}

const noticesOf = (eventId: string) =>
  read(actor, (tx) => tx.notice.findMany({ where: { tenantId, eventId } }));

async function theNotice(eventId: string) {
  const [notice, ...more] = await noticesOf(eventId);
  if (!notice || more.length > 0) throw new Error('not exactly one notice');
  return notice;
}

/** The message that the event's only notice was gathered to. */
async function theDelivery(eventId: string) {
  const { deliveryId } = await theNotice(eventId);
  return read(actor, (tx) =>
    tx.noticeDelivery.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: deliveryId ?? '' } } }),
  );
}

const jobsFor = (deliveryId: string) =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    const { rows } = await client.query(
      `select run_at from graphile_worker._private_jobs where payload ->> 'deliveryId' = $1`,
      [deliveryId],
    );
    return rows.map(({ run_at: runAt }) => runAt as Date);
  });

const noOther = async (message: Message) => expect.unreachable(`no mail to ${message.to}`);
const byMail = (send: SendMail) => ({
  senders: { email: mailChannel(send), sms: noOther, push: noOther, 'digital-mail': noOther },
});

function mailbox() {
  const mails: Mail[] = [];
  const send = async (mail: Mail) => void mails.push(mail);
  return { mails, ...byMail(send) };
}
const refusing = (more: object) =>
  byMail(async () => {
    throw Object.assign(new Error('550 astrid@example.test: no such mailbox'), {
      code: 'EENVELOPE',
      ...more,
    });
  });

describe('a notice', () => {
  it('is made once of an event, with one message and one job, also two at once', async () => {
    const { happened, personId } = await decisionArrived();
    await Promise.all([makeNotice(actor, happened), makeNotice(actor, happened)]);
    await makeNotice(actor, happened);
    const notice = await theNotice(happened.eventId);
    expect(notice).toMatchObject({
      state: 'waiting',
      kind: 'decision',
      channel: 'email',
      recipientId: personId,
      concernsId: personId,
    });
    const delivery = await theDelivery(happened.eventId);
    expect(delivery).toMatchObject({ state: 'gathering', channel: 'email', recipientId: personId });
    // A minute is gathered, by Granvik's rule; mail is held at no hour.
    expect(delivery.dueAt.getTime() - delivery.createdAt.getTime()).toBeGreaterThan(50_000);
    expect(delivery.dueAt.getTime() - delivery.createdAt.getTime()).toBeLessThan(61_000);
    expect(await jobsFor(delivery.id)).toEqual([delivery.dueAt]);
  });

  it.each([
    ['no address', { emailSealed: null }, 'no-address'],
    ['protected identity', { protectedIdentity: true }, 'protected-identity'],
  ])('is not sent to a person with %s, and says so', async (_, person, reason) => {
    const { happened } = await decisionArrived(person);
    await makeNotice(actor, happened);
    await makeNotice(actor, happened);
    expect(await theNotice(happened.eventId)).toMatchObject({
      state: 'dropped',
      channel: 'none',
      deliveryId: null,
      reason,
    });
  });

  it('asks nothing of a person it can’t find in the municipality', async () => {
    const happened = { eventId: newId(), eventType: 'cases.decision-arrived', personId: newId() };
    await expect(makeNotice(actor, happened)).rejects.toThrow('NotFound');
    await expect(makeNotice(actor, { ...happened, eventType: 'cases.decision-opened' })).rejects.toThrow(
      'No notice is made',
    );
  });
});

describe('the mail', () => {
  it('says only that there is something to read, in her language', async () => {
    for (const [language, words] of [
      ['sv', 'Det finns något nytt att läsa'],
      ['en', 'There is something new to read'],
      ['fi', 'Omilla sivuilla on sinulle uutta luettavaa'],
      ['ar', 'هناك شيء جديد'],
    ] as const) {
      const { happened, caseId, decisionId } = await decisionArrived({ language });
      await makeNotice(actor, happened);
      const { id } = await theDelivery(happened.eventId);
      const box = mailbox();
      await sendNotice(actor, id, box);
      const [mail] = box.mails;
      expect(mail).toMatchObject({ to: 'astrid@example.test', language });
      expect(mail?.messageId).toBe(`<${id}@granvik.localhost>`);
      expect(mail?.text).toContain(words);
      expect(mail?.text).toContain('Granviks kommun');
      const own = `http://granvik.localhost:3000${language === 'sv' ? '' : `/${language}`}`;
      expect(mail?.text).toContain(`${own}/notices/${id}\n`);
      expect(mail?.text).toContain(`${own}/settings/notices\n`);
      const all = JSON.stringify(mail);
      for (const secret of ['Astrid', 'Lindqvist', 'boende', 'eslut', 'decision', caseId, decisionId]) {
        expect(all).not.toContain(secret);
      }
    }
  });

  it('leads whom it was sent to, and nobody else, to the page', async () => {
    const { happened, resident, caseId, decisionId } = await decisionArrived();
    await makeNotice(actor, happened);
    const { id } = await theDelivery(happened.eventId);
    await sendNotice(actor, id, mailbox());
    expect(await getNoticePlace(resident, id)).toBe(`/cases/${caseId}/decisions/${decisionId}`);
    const stranger = (await createReceivedCase()).resident;
    await expect(getNoticePlace(stranger, id)).rejects.toThrow('NotFound');
    await expect(getNoticePlace(resident, 'x')).rejects.toThrow('NotFound');
    await expect(getNoticePlace({ ...resident, tenantId: 'ekhamn' }, id)).rejects.toThrow('NotFound');
    expect(await auditOf(tenantId, id)).toEqual([
      {
        action: 'notifications.get-notice-place',
        outcome: 'refused',
        subjectPersonId: resident.personId,
      },
    ]);
  });

  it('goes out once, however often the job runs', async () => {
    const { happened } = await decisionArrived();
    await makeNotice(actor, happened);
    const { id } = await theDelivery(happened.eventId);
    const box = mailbox();
    await sendNotice(actor, id, box);
    await sendNotice(actor, id, box);
    expect(box.mails).toHaveLength(1);
    expect(await theDelivery(happened.eventId)).toMatchObject({ state: 'sent', attempts: 1, problem: null });
    expect(await theNotice(happened.eventId)).toMatchObject({ state: 'sent', reason: null });
  });

  it('falls back to Swedish where the municipality doesn’t have her language', async () => {
    const { happened } = await decisionArrived({ language: 'so' });
    await makeNotice(actor, happened);
    const box = mailbox();
    await sendNotice(actor, (await theDelivery(happened.eventId)).id, box);
    expect(box.mails[0]?.language).toBe('sv');
  });

  it('is not sent of a decision already opened, or a request already answered', async () => {
    const one = await decisionArrived();
    await makeNotice(actor, one.happened);
    await openDecision(one.resident, { decisionId: one.decisionId });
    const two = await createReceivedCase();
    const { supplementId } = await recordSupplementRequest(two.system, {
      caseId: two.caseId,
      ...supplementRequest(),
    });
    const askedEvent = await lastEvent(two, 'cases.supplement-asked');
    await makeNotice(actor, askedEvent);
    await answerSupplement(two.resident, { supplementId, version: 0, texts: { 1: 'Hej' } });

    const box = mailbox();
    for (const { eventId } of [one.happened, askedEvent]) {
      await sendNotice(actor, (await theDelivery(eventId)).id, box);
      expect(await theNotice(eventId)).toMatchObject({ state: 'dropped', reason: 'no-longer-news' });
      expect(await theDelivery(eventId)).toMatchObject({ state: 'dropped', attempts: 0 });
    }
    expect(box.mails).toEqual([]);
  });

  it('is not sent of a signature already given or no longer wanted, and is of one that is', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    for (const isWanted of [true, false]) {
      const applicationId = await createAwaiting(applicant, [partner]);
      const event = await read(actor, (tx) =>
        tx.domainEvent.findFirstOrThrow({
          where: {
            type: 'applications.signature-asked',
            payload: { path: ['applicationId'], equals: applicationId },
          },
        }),
      );
      await write(actor, (tx) =>
        tx.person.update({
          where: { tenantId_id: { tenantId, id: partner.personId } },
          data: {
            emailSealed: seal('kim@example.test', personContext('email', tenantId, partner.personId)),
          },
        }),
      );
      await makeNotice(actor, { eventId: event.id, eventType: event.type, personId: partner.personId });
      if (!isWanted) await takeBackInvitations(applicant, applicationId);
      const box = mailbox();
      await sendNotice(actor, (await theDelivery(event.id)).id, box);
      expect(box.mails.map(({ to }) => to)).toEqual(isWanted ? ['kim@example.test'] : []);
      expect(JSON.stringify(box.mails)).not.toContain('underskrift');
    }
  });

  it('is not sent when its time has passed, nor to a person who has got a protected identity since', async () => {
    const late = await decisionArrived();
    await makeNotice(actor, late.happened);
    const box = mailbox();
    const inFourDays = () => new Date(Date.now() + 4 * 86_400_000);
    await sendNotice(actor, (await theDelivery(late.happened.eventId)).id, { ...box, now: inFourDays });
    expect(await theNotice(late.happened.eventId)).toMatchObject({ state: 'dropped', reason: 'too-late' });

    const hidden = await decisionArrived();
    await makeNotice(actor, hidden.happened);
    await write(actor, (tx) =>
      tx.person.update({
        where: { tenantId_id: { tenantId, id: hidden.personId } },
        data: { protectedIdentity: true },
      }),
    );
    await sendNotice(actor, (await theDelivery(hidden.happened.eventId)).id, box);
    expect(await theNotice(hidden.happened.eventId)).toMatchObject({
      state: 'dropped',
      reason: 'protected-identity',
    });
    expect(box.mails).toEqual([]);
  });

  it('that isn’t taken is tried again, and at last given up; the row tells why, without her address', async () => {
    const { happened } = await decisionArrived();
    await makeNotice(actor, happened);
    const { id } = await theDelivery(happened.eventId);
    const refuse = refusing({ responseCode: 451, command: 'RCPT TO' });
    for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts++) {
      await expect(sendNotice(actor, id, refuse)).rejects.toThrow();
      expect(await theDelivery(happened.eventId)).toMatchObject({ state: 'sending', attempts });
    }
    await sendNotice(actor, id, refuse);
    expect(await theDelivery(happened.eventId)).toMatchObject({ state: 'failed', problem: 'EENVELOPE' });
    expect(await theNotice(happened.eventId)).toMatchObject({ state: 'failed', reason: 'EENVELOPE' });
    const box = mailbox();
    await sendNotice(actor, id, box);
    expect(box.mails).toEqual([]);
  });

  it('to a mailbox that doesn’t exist is given up at once; what the server says of us is not', async () => {
    const [one, two] = [await decisionArrived(), await decisionArrived()];
    for (const { happened } of [one, two]) await makeNotice(actor, happened);
    const gone = await theDelivery(one.happened.eventId);
    await sendNotice(actor, gone.id, refusing({ responseCode: 550, command: 'RCPT TO' }));
    expect(await theDelivery(one.happened.eventId)).toMatchObject({
      state: 'failed',
      problem: 'smtp-550',
      attempts: 1,
    });
    const ours = await theDelivery(two.happened.eventId);
    await expect(
      sendNotice(actor, ours.id, refusing({ responseCode: 550, command: 'MAIL FROM' })),
    ).rejects.toThrow();
    expect(await theDelivery(two.happened.eventId)).toMatchObject({ state: 'sending', problem: 'EENVELOPE' });
  });

  it('of another municipality is not found by this one’s job', async () => {
    const { happened } = await decisionArrived();
    await makeNotice(actor, happened);
    const box = mailbox();
    await sendNotice(job('ekhamn'), (await theDelivery(happened.eventId)).id, box);
    expect(box.mails).toEqual([]);
  });
});
