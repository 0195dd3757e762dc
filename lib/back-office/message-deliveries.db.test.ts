import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assignCaseToSystemInTx } from '@/lib/cases/api';
import { recordMessageReading } from '@/lib/messages/commands/record-message-reading';
import { saveMessageDraft } from '@/lib/messages/commands/save-message-draft';
import { getThread } from '@/lib/messages/queries/get-thread';
import type { ResidentActor, SystemActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { createSubmitted, createSystem, type Receiver, startReceiver } from '@/lib/testing/back-office-world';
import { aJob, createResident } from '@/lib/testing/builders';
import { checkedPdf, createSystemActor, residentOf } from '@/lib/testing/cases-world';
import { sendOne, written } from '@/lib/testing/messages-world';
import { asOwner } from '@/lib/testing/test-database';
import { planDelivery } from './commands/plan-delivery';
import { planMessageDelivery } from './commands/plan-message-delivery';
import { planWaitingMessages } from './commands/plan-waiting-messages';
import { recordReceipt } from './commands/record-receipt';
import { tellBackOffice } from './commands/tell-back-office';
import { getDeliveredFile } from './queries/get-delivered-file';
import { getDelivery } from './queries/get-delivery';
import { listDeliveries } from './queries/list-deliveries';

const tenantId = 'granvik';
const job = aJob(tenantId);
const going = { signal: new AbortController().signal };
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
});
beforeEach(() => {
  receiver.answer(204);
  receiver.heard.length = 0;
});
afterAll(() => receiver.close());

async function systemFor(services: string[], webhookUrl = receiver.url): Promise<SystemActor> {
  const { id, clientId } = await createSystem(tenantId, { services, webhookUrl });
  const actor = await createSystemActor(tenantId);
  return { ...actor, systemId: id, clientId, services };
}

/** A case whose application the system has been given, and perhaps received. */
async function caseOf(system: SystemActor, { isReceived = true } = {}) {
  const { caseId, personId, applicationId } = await createSubmitted(tenantId);
  await write(job, (tx) => assignCaseToSystemInTx(tx, job, { caseId, systemId: system.systemId }));
  await planDelivery(job, { caseId, applicationId });
  if (isReceived) await receive(system, (await deliveryOf(applicationId)).id);
  return { caseId, resident: residentOf(tenantId, personId), applicationId };
}

const deliveryOf = (refId: string) =>
  read(job, (tx) => tx.delivery.findFirstOrThrow({ where: { tenantId, refId } }));
const receive = (system: SystemActor, id: string) =>
  recordReceipt(system, id, { externalId: `SB-${id}`, occurredAt: new Date() });
const progress = async (resident: ResidentActor, threadId: string) =>
  (await getThread(resident, threadId, 'sv')).messages.map((one) => 'progress' in one && one.progress);
const told = (type: string, messageId: string) =>
  read(job, (tx) =>
    tx.domainEvent.count({ where: { type, payload: { path: ['messageId'], equals: messageId } } }),
  );
const age = (id: string, hours: number) =>
  asOwner((client) =>
    client.query('update delivery set created_at = created_at - make_interval(hours => $2) where id = $1', [
      id,
      hours,
    ]),
  );

describe('a message about a case', () => {
  it('waits for what she did before it in the case, when the job of that comes late', async () => {
    const system = await systemFor([]);
    const { caseId, resident } = await caseOf(system);
    const place = { kind: 'case', caseId } as const;
    const [first, second] = [await sendOne(resident, place), await sendOne(resident, place)];
    const plan = ({ messageId }: { messageId: string }) => planMessageDelivery(job, messageId);
    await expect(plan(second)).rejects.toMatchObject({ code: 'UpstreamDown' });
    await plan(first);
    await plan(second);
    const { items } = await listDeliveries(system, { state: 'waiting', page: 1, limit: 10 });
    const [one, two] = [await deliveryOf(first.messageId), await deliveryOf(second.messageId)];
    expect(items.map(({ id }) => id)).toEqual([one.id, two.id]);
  });

  it('goes where the case is, once, in full and with its files; received, she reads that it is there', async () => {
    const system = await systemFor([]);
    const { caseId, resident } = await caseOf(system);
    const place = { kind: 'case', caseId } as const;
    const posted = written({ subject: 'Intyg', text: 'Här är intyget.' });
    await saveMessageDraft(resident, { place, ...posted, files: [checkedPdf()] });
    const { messageId, threadId } = await sendOne(resident, place, posted);
    await Promise.all([planMessageDelivery(job, messageId), planMessageDelivery(job, messageId)]);
    const { id } = await deliveryOf(messageId);
    await tellBackOffice(job, id, going);
    expect(JSON.parse(receiver.heard.at(-1)?.body ?? '').data).toEqual({
      deliveryId: id,
      caseId,
      kind: 'message',
    });
    const delivery = await getDelivery(system, id);
    expect(delivery).toMatchObject({
      kind: 'message',
      case: { id: caseId },
      message: {
        id: messageId,
        threadId,
        subject: 'Intyg',
        text: 'Här är intyget.',
        files: [{ name: 'Läkarintyg.pdf' }],
      },
      sender: { personalNumber: expect.any(String) },
    });
    const [file] = delivery.message?.files ?? [];
    expect((await getDeliveredFile(system, file?.id ?? '')).bytes.toString()).toContain('intyg');
    expect(await progress(resident, threadId)).toEqual(['sent']);
    await receive(system, id);
    await receive(system, id);
    expect(await progress(resident, threadId)).toEqual(['delivered']);
    expect(await told('messages.received-by-office', messageId)).toBe(1);
  });

  it('keeps its place behind what came before it, and is told of when that is received', async () => {
    const system = await systemFor([]);
    const { caseId, resident, applicationId } = await caseOf(system, { isReceived: false });
    const { messageId } = await sendOne(resident, { kind: 'case', caseId });
    await planMessageDelivery(job, messageId);
    const { id } = await deliveryOf(messageId);
    await tellBackOffice(job, id, going);
    expect(receiver.heard).toEqual([]);
    await receive(system, (await deliveryOf(applicationId)).id);
    await tellBackOffice(job, id, going);
    expect(receiver.heard).toHaveLength(1);
  });

  it('waits a moment for the case to be given to its system, and is undelivered where none has it', async () => {
    const { caseId, personId } = await createSubmitted(tenantId, 'bygglov');
    const resident = residentOf(tenantId, personId);
    const { messageId, threadId } = await sendOne(resident, { kind: 'case', caseId });
    await planMessageDelivery(job, messageId);
    await planMessageDelivery(job, messageId);
    expect(await progress(resident, threadId)).toEqual(['undelivered']);
    expect(await told('messages.undelivered', messageId)).toBe(1);
    const system = await systemFor(['bygglov']);
    await expect(planMessageDelivery(job, messageId)).rejects.toMatchObject({ code: 'UpstreamDown' });
    await write(job, (tx) => assignCaseToSystemInTx(tx, job, { caseId, systemId: system.systemId }));
    await planMessageDelivery(job, messageId);
    expect(await progress(resident, threadId)).toEqual(['sent']);
    await receive(system, (await deliveryOf(messageId)).id);
    expect(await progress(resident, threadId)).toEqual(['delivered']);
  });
});

describe('a message to a service', () => {
  it('goes to the system that serves it, with the service and no case; no other system sees it', async () => {
    const system = await systemFor(['trygghetslarm']);
    const resident = await createResident(tenantId);
    const { messageId, threadId } = await sendOne(resident, { kind: 'service', slug: 'trygghetslarm' });
    await planMessageDelivery(job, messageId);
    const { id } = await deliveryOf(messageId);
    await tellBackOffice(job, id, going);
    expect(JSON.parse(receiver.heard.at(-1)?.body ?? '').data).toEqual({ deliveryId: id, kind: 'message' });
    const delivery = await getDelivery(system, id);
    expect(delivery.case).toBeUndefined();
    expect(delivery.message).toMatchObject({ service: 'trygghetslarm', threadId });
    const { items } = await listDeliveries(system, { state: 'waiting', page: 1, limit: 100 });
    expect(items.map((item) => item.id)).toContain(id);
    const other = await systemFor([]);
    await expect(getDelivery(other, id)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(recordMessageReading(other, { messageId, occurredAt: new Date() })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await receive(system, id);
    expect(await progress(resident, threadId)).toEqual(['delivered']);
    // What follows goes where the first went, whoever serves the service then.
    await systemFor(['trygghetslarm']);
    const next = await sendOne(resident, { kind: 'thread', threadId });
    await planMessageDelivery(job, next.messageId);
    expect((await deliveryOf(next.messageId)).systemId).toBe(system.systemId);
  });

  it('that no system serves is said to be undelivered; when one is connected it goes there', async () => {
    const resident = await createResident(tenantId);
    const { messageId, threadId } = await sendOne(resident, { kind: 'service', slug: 'skolskjuts' });
    await planMessageDelivery(job, messageId);
    expect(await progress(resident, threadId)).toEqual(['undelivered']);
    const system = await systemFor(['skolskjuts']);
    await asOwner((client) =>
      client.query(
        `alter table message disable trigger message_sent_once;
         update message set sent_at = sent_at - interval '1 hour' where id = '${messageId}';
         alter table message enable trigger message_sent_once`,
      ),
    );
    await planWaitingMessages(job);
    await planWaitingMessages(job);
    expect(await progress(resident, threadId)).toEqual(['sent']);
    await receive(system, (await deliveryOf(messageId)).id);
    expect(await progress(resident, threadId)).toEqual(['delivered']);
  });
});

describe('a system that is away', () => {
  it('for two days: she is told, also of what waits behind, once; and of its coming when it comes', async () => {
    const system = await systemFor([]);
    const { caseId, resident } = await caseOf(system);
    const first = await sendOne(resident, { kind: 'case', caseId });
    const second = await sendOne(resident, { kind: 'thread', threadId: first.threadId });
    for (const { messageId } of [first, second]) await planMessageDelivery(job, messageId);
    const { id } = await deliveryOf(first.messageId);
    await age(id, 48);
    receiver.answer(503);
    await tellBackOffice(job, id, going);
    expect(await progress(resident, first.threadId)).toEqual(['undelivered', 'undelivered']);
    const third = await sendOne(resident, { kind: 'thread', threadId: first.threadId });
    await planMessageDelivery(job, third.messageId);
    expect(await progress(resident, first.threadId)).toEqual(['undelivered', 'undelivered', 'undelivered']);
    for (const { messageId } of [first, second, third])
      expect(await told('messages.undelivered', messageId)).toBe(1);
    for (const { messageId } of [first, second, third])
      await receive(system, (await deliveryOf(messageId)).id);
    expect(await progress(resident, first.threadId)).toEqual(['delivered', 'delivered', 'delivered']);
  });
});
