import { Agent } from 'node:https';
import { describe, expect, it } from 'vitest';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { read, write } from '@/lib/platform/db';
import { createReceivedCase, decision, job, type TestCase } from '@/lib/testing/cases-world';
import { tenants } from '@/prisma/seed/tenants';
import type { Message } from './channels/channel';
import { digitalMailChannel } from './channels/digital-mail-channel';
import { makeNotice } from './commands/make-notice';
import { saveNoticeChoice } from './commands/save-notice-choice';
import { sendNotice } from './commands/send-notice';
import { type DigitalMail, digitalMailOver, type Mailbox } from './digital-mail/digital-mail';
import type { Letter } from './digital-mail/sealed-delivery';
import { NoAnswer } from './digital-mail/soap';
import { getNoticeChoice } from './queries/get-notice-choice';
import { getOwnMailbox } from './queries/get-own-mailbox';

const tenantId = 'granvik';
const actor = job(tenantId);

/** The infrastructure, with what the register says; the real one is met in digital-mail/digital-mail.test.ts. */
function infrastructure(says: Mailbox | null | 'silent' = { operator: 'Brevhuset', serviceAddress: 'x' }) {
  const asked: string[] = [];
  const letters: Letter[] = [];
  const mail: DigitalMail = {
    senderInTx: async (_, id) =>
      id === tenantId ? { organisationNumber: '162120009900', key: {} as never, agent: new Agent() } : null,
    findMailbox: async (_, nationalId) => {
      asked.push(nationalId);
      if (says === 'silent') throw new NoAnswer('digital-mail-unreachable');
      return says;
    },
    deliver: async (_, __, letter) => void letters.push(letter),
  };
  const never = async (message: Message) => expect.unreachable(`no other message to ${message.to}`);
  return {
    asked,
    letters,
    mail,
    senders: { email: never, sms: never, push: never, 'digital-mail': digitalMailChannel(mail) },
  };
}

const choosing = (ways: Record<string, string[]>) => ({
  ways: { asked: ['email'], decision: ['email'], ...ways },
  quiet: 'municipality',
  quietFrom: '',
  quietTo: '',
});

async function caseOf({
  hasAddress = true,
  ways,
}: {
  hasAddress?: boolean;
  ways?: Record<string, string[]>;
}) {
  const theCase = await createReceivedCase();
  if (!hasAddress)
    await write(actor, (tx) =>
      tx.person.update({
        where: { tenantId_id: { tenantId, id: theCase.personId } },
        data: { emailSealed: null },
      }),
    );
  if (ways) await saveNoticeChoice(theCase.resident, choosing(ways));
  return theCase;
}

async function happens(
  { caseId, personId, system }: TestCase,
  what: 'decision' | 'phase',
  mail: DigitalMail,
) {
  if (what === 'decision') await recordDecision(system, { caseId, ...decision() });
  else await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date() });
  const eventType = what === 'decision' ? 'cases.decision-arrived' : 'cases.phase-changed';
  const event = await read(actor, (tx) =>
    tx.domainEvent.findFirstOrThrow({
      where: { tenantId, type: eventType, payload: { path: ['caseId'], equals: caseId } },
    }),
  );
  await makeNotice(actor, { eventId: event.id, eventType, personId }, { mail });
  return read(actor, (tx) => tx.notice.findMany({ where: { tenantId, eventId: event.id } }));
}

describe('digital mail', () => {
  it('goes to whoever has chosen it, says nothing of what has happened, and looks the mailbox up anew', async () => {
    const theCase = await caseOf({ ways: { decision: ['digital-mail'] } });
    const { mail, asked, letters, senders } = infrastructure();
    const [notice] = await happens(theCase, 'decision', mail);
    expect(notice).toMatchObject({ channel: 'digital-mail', state: 'waiting' });
    await sendNotice(actor, notice?.deliveryId ?? '', { senders, mail });
    expect(asked).toHaveLength(2);
    const [letter, ...more] = letters;
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ id: notice?.deliveryId, recipient: asked[0] });
    expect(letter?.sender.name).toBe(tenants.find(({ id }) => id === tenantId)?.name);
    expect(letter?.text).toContain('Det finns något nytt att läsa');
    expect(letter?.text).toContain(`/notices/${notice?.deliveryId}\n`);
    for (const secret of ['eslut', 'Astrid', 'Lindqvist', theCase.caseId, 'boende'])
      expect(`${letter?.subject}${letter?.text}`).not.toContain(secret);
  });

  it('is not asked about where another way was chosen and leads to her', async () => {
    const { mail, asked } = infrastructure();
    const [notice] = await happens(await caseOf({}), 'decision', mail);
    expect(notice).toMatchObject({ channel: 'email' });
    expect(asked).toEqual([]);
  });

  it('is the way left of what she must be told, and of nothing else', async () => {
    const { mail, asked } = infrastructure();
    const theCase = await caseOf({ hasAddress: false });
    expect(await happens(theCase, 'phase', mail)).toMatchObject([{ state: 'dropped', reason: 'no-address' }]);
    expect(asked).toEqual([]);
    expect(await happens(theCase, 'decision', mail)).toMatchObject([{ channel: 'digital-mail' }]);
  });

  it('gives way to another where she has no mailbox, and waits for a register that is silent', async () => {
    const none = infrastructure(null);
    const chosen = await caseOf({ ways: { decision: ['digital-mail'] } });
    expect(await happens(chosen, 'decision', none.mail)).toMatchObject([{ channel: 'email' }]);
    const silent = infrastructure('silent');
    const waiting = await caseOf({ ways: { decision: ['digital-mail'] } });
    const [notice] = await happens(waiting, 'decision', silent.mail);
    expect(notice).toMatchObject({ channel: 'digital-mail' });
    const id = notice?.deliveryId ?? '';
    await expect(sendNotice(actor, id, silent)).rejects.toThrow('digital-mail-unreachable');
    const find = () =>
      read(actor, (tx) => tx.noticeDelivery.findUnique({ where: { tenantId_id: { tenantId, id } } }));
    expect(await find()).toMatchObject({
      state: 'sending',
      attempts: 1,
      problem: 'digital-mail-unreachable',
    });
    await sendNotice(actor, id, none);
    expect(await find()).toMatchObject({ state: 'failed', problem: 'digital-mail-none' });
    const { offered } = await getNoticeChoice(waiting.resident, none);
    expect(offered.find(({ channel }) => channel === 'digital-mail')).toEqual({
      channel: 'digital-mail',
      leads: true,
      address: null,
      trouble: 'refused',
    });
  });

  it('is offered where the municipality has joined, and she is told what the register says', async () => {
    const { resident } = await caseOf({});
    const channelsOf = async (mail: DigitalMail, who = resident) =>
      (await getNoticeChoice(who, { mail })).offered.map(({ channel }) => channel);
    expect(await channelsOf(infrastructure().mail)).toContain('digital-mail');
    expect(await getOwnMailbox(resident, infrastructure())).toEqual({
      state: 'reached',
      operator: 'Brevhuset',
    });
    expect(await getOwnMailbox(resident, infrastructure(null))).toEqual({ state: 'none' });
    expect(await getOwnMailbox(resident, infrastructure('silent'))).toEqual({ state: 'silent' });
    const elsewhere = { ...infrastructure().mail, senderInTx: async () => null };
    expect(await channelsOf(elsewhere)).not.toContain('digital-mail');
    expect(await getOwnMailbox(resident, { mail: elsewhere })).toBeNull();
    await expect(getOwnMailbox({ kind: 'nobody', tenantId } as never)).rejects.toThrow('NotFound');
  });

  it('never looks up a person with protected identity', async () => {
    const theCase = await caseOf({ ways: { decision: ['digital-mail'] } });
    await write(actor, (tx) =>
      tx.person.update({
        where: { tenantId_id: { tenantId, id: theCase.personId } },
        data: { protectedIdentity: true },
      }),
    );
    const { mail, asked } = infrastructure();
    expect(await happens(theCase, 'decision', mail)).toMatchObject([{ reason: 'protected-identity' }]);
    expect(await getOwnMailbox(theCase.resident, { mail })).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is sent by a municipality with a rule and a certificate, and by no other', async () => {
    const without = digitalMailOver(() => ({ registerUrl: 'https://127.0.0.1:9/', certificates: {} }));
    const off = digitalMailOver(() => null);
    for (const mail of [without, off])
      expect(await read(actor, (tx) => mail.senderInTx(tx, tenantId, new Date()))).toBeNull();
    // Ekhamn has a certificate here, and no rule: its files are never opened.
    const files = { certificateFile: 'none', keyFile: 'none' };
    const ekhamn = digitalMailOver(() => ({
      registerUrl: 'https://127.0.0.1:9/',
      certificates: { ekhamn: files },
    }));
    expect(await read(job('ekhamn'), (tx) => ekhamn.senderInTx(tx, 'ekhamn', new Date()))).toBeNull();
  });
});
