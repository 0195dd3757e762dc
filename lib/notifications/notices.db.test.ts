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
  createReceivedCase,
  decision,
  job,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { createAwaiting, createSigner } from '@/lib/testing/signers-world';
import { asOwner } from '@/lib/testing/test-database';
import { makeNotice } from './commands/make-notice';
import { sendNotice } from './commands/send-notice';
import { MAX_ATTEMPTS } from './domain/notice';
import type { Mail } from './send-mail';

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

const jobsFor = (noticeId: string) =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    const { rows } = await client.query(
      `select 1 from graphile_worker._private_jobs where payload ->> 'noticeId' = $1`,
      [noticeId],
    );
    return rows.length;
  });

function mailbox() {
  const mails: Mail[] = [];
  return { mails, send: async (mail: Mail) => void mails.push(mail) };
}
const refuse = async () => {
  throw Object.assign(new Error('550 astrid@example.test: no such mailbox'), { code: 'EENVELOPE' });
};

describe('a notice', () => {
  it('is made once of an event, with one job, also two at once', async () => {
    const { happened } = await decisionArrived();
    await Promise.all([makeNotice(actor, happened), makeNotice(actor, happened)]);
    await makeNotice(actor, happened);
    const notice = await theNotice(happened.eventId);
    expect(notice).toMatchObject({ state: 'waiting', kind: 'decision', channel: 'email' });
    expect(await jobsFor(notice.id)).toBe(1);
  });

  it.each([
    ['no address', { emailSealed: null }, 'no-address'],
    ['protected identity', { protectedIdentity: true }, 'protected-identity'],
  ])('is not sent to a person with %s, and says so', async (_, person, lastError) => {
    const { happened } = await decisionArrived(person);
    await makeNotice(actor, happened);
    const notice = await theNotice(happened.eventId);
    expect(notice).toMatchObject({ state: 'dropped', lastError });
    expect(await jobsFor(notice.id)).toBe(0);
  });

  it('asks nothing of a person it can’t find in the municipality', async () => {
    const happened = { eventId: newId(), eventType: 'cases.decision-arrived', personId: newId() };
    await expect(makeNotice(actor, happened)).rejects.toThrow('NotFound');
    await expect(makeNotice(actor, { ...happened, eventType: 'cases.phase-changed' })).rejects.toThrow();
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
      const notice = await theNotice(happened.eventId);
      const { mails, send } = mailbox();
      await sendNotice(actor, notice.id, send);
      const [mail] = mails;
      expect(mail).toMatchObject({ to: 'astrid@example.test', language });
      expect(mail?.messageId).toBe(`<${notice.id}@granvik.localhost>`);
      expect(mail?.text).toContain(words);
      expect(mail?.text).toContain('Granviks kommun');
      expect(mail?.text).toContain(
        `http://granvik.localhost:3000${language === 'sv' ? '' : `/${language}`}/overview`,
      );
      const all = JSON.stringify(mail);
      for (const secret of ['Astrid', 'Lindqvist', 'boende', 'eslut', 'decision', caseId, decisionId]) {
        expect(all).not.toContain(secret);
      }
    }
  });

  it('goes out once, however often the job runs', async () => {
    const { happened } = await decisionArrived();
    await makeNotice(actor, happened);
    const notice = await theNotice(happened.eventId);
    const { mails, send } = mailbox();
    await sendNotice(actor, notice.id, send);
    await sendNotice(actor, notice.id, send);
    expect(mails).toHaveLength(1);
    expect(await theNotice(happened.eventId)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('falls back to Swedish where the municipality doesn’t have her language', async () => {
    const { happened } = await decisionArrived({ language: 'so' });
    await makeNotice(actor, happened);
    const { mails, send } = mailbox();
    await sendNotice(actor, (await theNotice(happened.eventId)).id, send);
    expect(mails[0]?.language).toBe('sv');
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

    const { mails, send } = mailbox();
    for (const { eventId } of [one.happened, askedEvent]) {
      await sendNotice(actor, (await theNotice(eventId)).id, send);
      expect(await theNotice(eventId)).toMatchObject({ state: 'dropped', lastError: 'no-longer-news' });
    }
    expect(mails).toEqual([]);
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
      const { mails, send } = mailbox();
      await sendNotice(actor, (await theNotice(event.id)).id, send);
      expect(mails.map(({ to }) => to)).toEqual(isWanted ? ['kim@example.test'] : []);
      expect(JSON.stringify(mails)).not.toContain('underskrift');
    }
  });

  it('that isn’t taken is tried again, and at last given up; the row tells why, without her address', async () => {
    const { happened } = await decisionArrived();
    await makeNotice(actor, happened);
    const { id } = await theNotice(happened.eventId);
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      await expect(sendNotice(actor, id, refuse)).rejects.toThrow();
      expect(await theNotice(happened.eventId)).toMatchObject({ state: 'waiting', attempts: attempt });
    }
    await sendNotice(actor, id, refuse);
    expect(await theNotice(happened.eventId)).toMatchObject({ state: 'failed', lastError: 'EENVELOPE' });
    const { mails, send } = mailbox();
    await sendNotice(actor, id, send);
    expect(mails).toEqual([]);
  });

  it('of another municipality is not found by this one’s job', async () => {
    const { happened } = await decisionArrived();
    await makeNotice(actor, happened);
    const { mails, send } = mailbox();
    await sendNotice(job('ekhamn'), (await theNotice(happened.eventId)).id, send);
    expect(mails).toEqual([]);
  });
});
