import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getAccessLog } from '@/lib/cases/queries/get-access-log';
import { newId } from '@/lib/kernel/ids';
import type { Actor, SystemActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { anAdmin } from '@/lib/testing/builders';
import { auditOf, createReceivedCase, job, residentOf, type TestCase } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { dismissMessage } from './commands/dismiss-message';
import { type IncomingMessage, receiveMessage } from './commands/receive-message';
import { rerunMessage } from './commands/rerun-message';
import { rerunMessages } from './commands/rerun-messages';
import { runWaitingMessages } from './commands/run-waiting-messages';
import { getParkedMessage } from './queries/get-parked-message';
import { listInbox } from './queries/list-inbox';

const tenantId = 'granvik';
const admin = anAdmin(tenantId);
let theCase: TestCase;
let system: SystemActor;
let number: string;

beforeAll(() => asOwner((client) => client.query('delete from inbox_message')).then(() => undefined));

beforeEach(async () => {
  theCase = await createReceivedCase(tenantId);
  system = theCase.system;
  number = (
    await read({ tenantId }, (tx) =>
      tx.case.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: theCase.caseId } } }),
    )
  ).number;
});

const occurredAt = '2026-11-20T09:00:00Z';
const message = {
  text: 'Vi behöver ett intyg.',
  occurredAt,
  files: [
    {
      name: 'a.pdf',
      mediaType: 'application/pdf',
      content: Buffer.from(`%PDF-1.7\n${'x'.repeat(1000)}\n%%EOF`).toString('base64'),
    },
  ],
};

async function park(
  operation: IncomingMessage['operation'],
  params: Record<string, string>,
  body: unknown,
): Promise<string> {
  const received = await receiveMessage(system, { operation, params, body });
  expect(received.state).toBe('parked');
  return received.inboxId;
}
/** To a case that isn't there: an office has mistyped it. */
const parkMessage = () => park('put-case-message', { caseId: newId(), externalId: 'M1' }, message);
const parkDueDate = (externalId = 'K1') =>
  park(
    'put-supplement-due-date',
    { caseId: theCase.caseId, externalId },
    { dueOn: '2099-02-15', occurredAt },
  );
const rowOf = (id: string) =>
  read({ tenantId }, (tx) => tx.inboxMessage.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id } } }));
const log = async () => (await getAccessLog(residentOf(tenantId, theCase.personId), 'sv', 1)).entries;
const refused = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: unknown) => (isAppError(error) ? error.code : Promise.reject(error)),
  );

describe('what did not fit', () => {
  it('is listed by system, oldest first, with why; what it says is not', async () => {
    const [first, second] = [await parkDueDate('K1'), await parkMessage()];
    const inbox = await listInbox(admin, system.systemId, 7);
    expect(inbox).toMatchObject({
      systemName: 'Testsystemet',
      page: 1,
      pages: 1,
      underWay: 0,
      reasons: [{ reason: 'not-found', count: 2 }],
    });
    expect(inbox.messages).toMatchObject([
      {
        id: first,
        operation: 'put-supplement-due-date',
        caseNumber: number,
        reason: 'not-found',
        attempts: 1,
      },
      { id: second, operation: 'put-case-message', caseNumber: null },
    ]);
    expect(JSON.stringify(inbox)).not.toContain('2099');
    expect((await log()).filter(({ who }) => who.kind === 'admin')).toEqual([]);
  });

  it('is shown with what it says when it is opened, and she whom it is about sees by whom', async () => {
    const id = await parkDueDate();
    const view = await getParkedMessage(admin, system.systemId, id);
    expect(JSON.parse(view.content)).toMatchObject({ dueOn: '2099-02-15' });
    expect(view).toMatchObject({
      caseNumber: number,
      namesCase: true,
      params: [{ name: 'externalId', value: 'K1' }],
    });
    const [entry] = await log();
    expect(entry).toMatchObject({
      who: { kind: 'admin', name: 'Helena Strand' },
      deed: { kind: 'read', thing: 'inbox-message' },
      about: { number },
    });
  });

  it('is run again once what was in the way is gone; twice is once', async () => {
    const id = await parkDueDate();
    expect(await rerunMessage(admin, id)).toMatchObject({ state: 'parked', reason: 'not-found' });
    await asOwner((client) => client.query(`update inbox_message set attempts = 99 where id = $1`, [id]));
    await receiveMessage(system, {
      operation: 'put-supplement-request',
      params: { caseId: theCase.caseId, externalId: 'K1' },
      body: { text: 'Mer.', items: [{ id: '1', text: 'Ett intyg' }], dueOn: '2099-01-15', occurredAt },
    });
    const both = await Promise.all([refused(rerunMessage(admin, id)), refused(rerunMessage(admin, id))]);
    expect(both.toSorted().at(-1)).toBe('done');
    expect(both.toSorted()[0]).toMatch(/Conflict|NotFound/);
    expect(await rowOf(id)).toMatchObject({ state: 'done', bodySealed: null });
    expect((await log()).map(({ deed }) => deed.thing)).toContain('inbox-message');
  });

  it('is corrected to the right case, with its file as it was', async () => {
    const id = await parkMessage();
    const { content } = await getParkedMessage(admin, system.systemId, id);
    expect(content).not.toContain(message.files[0]?.content);
    const corrected = content.replace('ett intyg', 'två intyg');
    expect(
      await rerunMessage(admin, id, { content: corrected, caseNumber: number.toLowerCase() }),
    ).toMatchObject({ state: 'done' });
    const sent = await read({ tenantId }, (tx) =>
      tx.messageThread.findFirstOrThrow({
        where: { tenantId, caseId: theCase.caseId },
        include: { messages: { include: { files: true } } },
      }),
    );
    expect(sent.messages[0]?.files).toHaveLength(1);
    expect(await auditOf(tenantId, theCase.caseId)).toContainEqual({
      action: 'back-office.correct-inbox-message',
      outcome: 'allowed',
      subjectPersonId: theCase.personId,
    });
  });

  it('must be well-formed when it is corrected, and of a case of the system’s', async () => {
    const id = await parkMessage();
    const other = await createReceivedCase(tenantId);
    const { number: foreign } = await read({ tenantId }, (tx) =>
      tx.case.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: other.caseId } } }),
    );
    const wrong = async (content: string, caseNumber = '') => {
      const error = await rerunMessage(admin, id, { content, caseNumber }).catch((thrown: unknown) => thrown);
      return isAppError(error) ? Object.keys(error.fields ?? {}) : error;
    };
    expect(await wrong('{')).toEqual(['(body)']);
    expect(await wrong(JSON.stringify({ text: '', occurredAt, extra: 1 }))).toEqual(['text', '(body)']);
    expect(await wrong(JSON.stringify(message), foreign)).toEqual(['caseNumber']);
    expect(await rowOf(id)).toMatchObject({ state: 'parked', attempts: 1 });
  });

  it('is run again all of one reason, by a job', async () => {
    const [one, two] = [await parkDueDate('K1'), await parkDueDate('K2')];
    expect(await rerunMessages(admin, system.systemId, 'gone-on')).toBe(0);
    expect(await rerunMessages(admin, system.systemId, 'not-found')).toBe(2);
    expect((await listInbox(admin, system.systemId, 1)).underWay).toBe(2);
    await runWaitingMessages(job(tenantId));
    for (const id of [one, two]) expect(await rowOf(id)).toMatchObject({ state: 'parked', attempts: 2 });
  });

  it('is dismissed with a reason: what it says goes, that it came stays', async () => {
    const id = await parkDueDate();
    expect(await refused(dismissMessage(admin, id, 'because'))).toBe('Invalid');
    await dismissMessage(admin, id, 'mistake');
    expect(await rowOf(id)).toMatchObject({ state: 'dismissed', bodySealed: null, reason: 'not-found' });
    expect(await refused(dismissMessage(admin, id, 'mistake'))).toBe('NotFound');
    expect((await log())[0]?.deed).toEqual({ kind: 'wrote', thing: 'inbox-message-dismissed' });
  });

  it('is nobody’s but an administrator’s, in its municipality, and of the system it stands under', async () => {
    const id = await parkDueDate();
    const others: Actor[] = [system, theCase.resident, job(tenantId), { kind: 'nobody', tenantId }];
    for (const actor of others) {
      expect(await refused(listInbox(actor, system.systemId, 1))).toBe('Forbidden');
      expect(await refused(getParkedMessage(actor, system.systemId, id))).toBe('Forbidden');
      expect(await refused(rerunMessage(actor, id))).toBe('Forbidden');
      expect(await refused(rerunMessages(actor, system.systemId, 'not-found'))).toBe('Forbidden');
      expect(await refused(dismissMessage(actor, id, 'mistake'))).toBe('Forbidden');
    }
    const elsewhere = { ...admin, tenantId: 'ekhamn' };
    expect(await refused(listInbox(elsewhere, system.systemId, 1))).toBe('NotFound');
    expect(await refused(getParkedMessage(elsewhere, system.systemId, id))).toBe('NotFound');
    expect(await refused(rerunMessage(elsewhere, id))).toBe('NotFound');
    expect(await refused(getParkedMessage(admin, newId(), id))).toBe('NotFound');
    expect(await refused(getParkedMessage(admin, system.systemId, 'no-id'))).toBe('NotFound');
    expect(await rowOf(id)).toMatchObject({ state: 'parked', attempts: 1 });
  });
});
