import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { seal } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createSubmitted, createSystem, type TestSystem } from '@/lib/testing/back-office-world';
import { auditOf, createSystemActor, job, stateOf, type TestCase } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { planDelivery } from './commands/plan-delivery';
import { type IncomingMessage, receiveMessage } from './commands/receive-message';
import { runWaitingMessages } from './commands/run-waiting-messages';
import { deeds } from './deeds';
import { inboxBodyContext, TRIES } from './domain/inbox';

const tenantId = 'granvik';
let system: TestSystem;
let token: string;
let actor: SystemActor;
let theCase: TestCase;

beforeAll(async () => {
  await asOwner((client) => client.query(`update back_office_system set services = '{}'`));
  system = await createSystem(tenantId, { services: ['sarskilt-boende'] });
  token = await tokenFor(system);
  actor = { ...(await createSystemActor(tenantId)), systemId: system.id };
});

beforeEach(async () => {
  const application = await createSubmitted(tenantId);
  await planDelivery(job(tenantId), application);
  theCase = application as unknown as TestCase;
});

const at = '2026-11-20T09:00:00Z';
const phase = (more: object = {}) => ({ phase: 'being_looked_into', occurredAt: at, ...more });
const request = {
  text: 'Vi behöver mer.',
  items: [{ id: '1', text: 'Ett intyg' }],
  dueOn: '2099-01-15',
  occurredAt: at,
};
const dueDate = { dueOn: '2099-02-15', occurredAt: at };

const tell = (
  operation: IncomingMessage['operation'],
  params: Record<string, string>,
  body: unknown,
  messageId?: string,
) => receiveMessage(actor, { ...(messageId && { messageId }), operation, params, body });

const inbox = (where: object = {}) =>
  read({ tenantId }, (tx) =>
    tx.inboxMessage.findMany({
      where: { tenantId, caseId: theCase.caseId, ...where },
      orderBy: { receivedAt: 'asc' },
    }),
  );
const jobs = async () =>
  (
    await asOwner((client) =>
      client.query(`select key from graphile_worker.jobs where task_identifier = 'run-messages-anew'`),
    )
  ).rowCount;
/** As if nobody had been at work on it for three minutes. */
const letTimePass = () =>
  asOwner((client) =>
    client.query(
      `update inbox_message set tried_at = tried_at - interval '3 minutes' where state = 'received'`,
    ),
  );
const failing = (times: number) => {
  const real = deeds['record-phase'];
  let left = times;
  deeds['record-phase'] = (call) => {
    left -= 1;
    if (left >= 0) throw new Error('the database is away');
    deeds['record-phase'] = real;
    return real(call);
  };
};

describe('what a system tells', () => {
  it('is a row before it is done; then its content is gone, and the answer kept', async () => {
    const response = await ask('POST', `/cases/${theCase.caseId}/phase`, {
      token,
      body: phase(),
      headers: { 'idempotency-key': 'P-1', 'x-officer': 'Maria; unit=Enheten' },
    });
    const answer = await agrees('record-phase', response);
    const [row] = await inbox();
    expect(row).toMatchObject({
      systemId: system.id,
      messageId: 'P-1',
      operation: 'record-phase',
      params: { caseId: theCase.caseId },
      state: 'done',
      bodySealed: null,
      answer,
      officer: 'Maria, Enheten',
      attempts: 1,
    });
  });

  it('is not kept where it is not well-formed, or not the system’s to tell', async () => {
    const count = () => read({ tenantId }, (tx) => tx.inboxMessage.count({ where: { tenantId } }));
    const before = await count();
    const narrow = await tokenFor(system, tenantId, 'cases.read');
    for (const [path, body, as] of [
      [`/cases/${theCase.caseId}/phase`, { phase: 'no-such' }, token],
      [`/cases/${theCase.caseId}/phase`, 'no json', token],
      ['/cases/no-id/phase', phase(), token],
      [`/cases/${theCase.caseId}/phase`, phase(), narrow],
      [`/cases/${theCase.caseId}/phase`, phase(), 'no-token'],
    ] as const) {
      expect((await ask('POST', path, { token: as, body })).status).toBeGreaterThanOrEqual(400);
    }
    await expect(tell('record-phase', { caseId: theCase.caseId }, {})).rejects.toThrow('Invalid');
    await expect(
      receiveMessage(
        { ...actor, scopes: [] },
        { operation: 'record-phase', params: { caseId: theCase.caseId }, body: phase() },
      ),
    ).rejects.toThrow('Forbidden');
    expect(await count()).toBe(before);
  });

  it('that is done gets the first answer again by its name, with another content none', async () => {
    const [params, name] = [{ caseId: theCase.caseId }, newId()];
    const first = await tell('record-phase', params, phase(), name);
    await tell('record-phase', params, phase({ phase: 'closed', occurredAt: '2026-11-21T09:00:00Z' }));
    expect(await tell('record-phase', params, phase(), name)).toEqual(first);
    await expect(tell('record-phase', params, phase({ phase: 'closed' }), name)).rejects.toThrow(
      'idempotency-key-reused',
    );
    await expect(tell('put-decision', { ...params, externalId: 'B' }, phase(), name)).rejects.toThrow(
      'Invalid',
    );
  });

  it('with one name and two contents at once, is one of them', async () => {
    const name = newId();
    const all = await Promise.allSettled(
      ['being_looked_into', 'closed', 'being_looked_into', 'closed'].map((told) =>
        tell('record-phase', { caseId: theCase.caseId }, phase({ phase: told }), name),
      ),
    );
    expect(all.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(await inbox()).toMatchObject([{ state: 'done' }]);
    const { events } = await stateOf(theCase);
    expect(events.filter((kind) => kind === 'looked-into' || kind === 'closed')).toHaveLength(1);
  });
});

describe('what does not fit', () => {
  const params = () => ({ caseId: theCase.caseId, externalId: 'K1' });

  it('is answered as ever, and parked with the reason and its content, sealed', async () => {
    const response = await ask('PUT', `/cases/${theCase.caseId}/supplement-requests/K1/due-date`, {
      token,
      body: dueDate,
    });
    expect(response.status).toBe(404);
    const { inboxId } = (await agrees('put-supplement-due-date', response)) as { inboxId: string };
    const [row] = await inbox();
    expect(row).toMatchObject({
      id: inboxId,
      state: 'parked',
      reason: 'not-found',
      attempts: 1,
      answer: null,
    });
    expect(Buffer.from(row?.bodySealed ?? []).includes('2099')).toBe(false);
  });

  it('is one however often it is sent, and its name is free for its correction', async () => {
    const first = await tell('put-supplement-due-date', params(), dueDate);
    const again = await tell('put-supplement-due-date', params(), dueDate);
    expect([first.state, again.state, again.inboxId]).toEqual(['parked', 'parked', first.inboxId]);
    expect(await inbox()).toMatchObject([{ attempts: 2 }]);
    const name = newId();
    await tell('record-appeal-step', params(), { step: 'in_time', on: '2026-12-20', occurredAt: at }, name);
    const corrected = await tell('record-phase', { caseId: theCase.caseId }, phase(), name);
    expect(corrected.state).toBe('done');
    expect(await inbox({ messageId: name })).toMatchObject([
      { operation: 'record-phase', state: 'done', attempts: 2 },
    ]);
  });

  it('is superseded by a later one of the same that is done, and by nothing else', async () => {
    const told = { ...params(), externalId: 'K2' };
    await tell('put-supplement-request', told, request);
    const differs = { ...request, text: 'Något annat.' };
    expect(await tell('put-supplement-request', told, differs)).toMatchObject({
      state: 'parked',
      reason: 'supplement-differs',
    });
    expect(
      await tell('record-appeal-step', told, { step: 'in_time', on: '2026-12-20', occurredAt: at }),
    ).toMatchObject({ state: 'parked' });
    expect(await inbox({ state: 'parked' })).toHaveLength(2);
    await tell('put-supplement-request', told, request);
    expect(await inbox({ state: 'superseded' })).toMatchObject([
      { operation: 'put-supplement-request', bodySealed: null },
    ]);
    expect((await inbox({ operation: 'record-appeal-step' }))[0]?.endedAt).toBeNull();
  });

  it('since it came too early, is done by itself when the rest has come', async () => {
    await tell('put-supplement-due-date', params(), dueDate);
    await tell('put-supplement-request', params(), request);
    expect(await jobs()).toBe(1);
    await runWaitingMessages(job(tenantId));
    expect((await inbox()).map(({ operation, state }) => [operation, state])).toEqual([
      ['put-supplement-due-date', 'done'],
      ['put-supplement-request', 'done'],
    ]);
  });

  it('is parked still when it was run again in vain', async () => {
    await tell('put-supplement-due-date', { ...params(), externalId: 'K9' }, dueDate);
    await tell('put-supplement-request', params(), request);
    await runWaitingMessages(job(tenantId));
    expect(await inbox({ state: 'parked' })).toMatchObject([{ reason: 'not-found', attempts: 2 }]);
  });
});

describe('what was cut short', () => {
  it('by the death of a process, is done by a job: nothing is lost', async () => {
    const id = newId();
    await asOwner((client) =>
      client.query(
        `insert into inbox_message (tenant_id, id, system_id, message_id, operation, params, thing, body_sealed, request_hash,
           case_id, officer, attempts, tried_at)
         values ($1, $2, $3, 'killed', 'record-phase', $4, 'record-phase', $5, '', $6, 'Maria', 1, now())`,
        [
          tenantId,
          id,
          system.id,
          { caseId: theCase.caseId },
          seal(JSON.stringify(phase()), inboxBodyContext(tenantId, id)),
          theCase.caseId,
        ],
      ),
    );
    await runWaitingMessages(job(tenantId));
    expect(await inbox()).toMatchObject([{ state: 'received', attempts: 1 }]);
    await letTimePass();
    await Promise.all([runWaitingMessages(job(tenantId)), runWaitingMessages(job(tenantId))]);
    expect(await inbox()).toMatchObject([{ state: 'done', attempts: 2 }]);
    expect(await stateOf(theCase)).toMatchObject({ phase: 'being_looked_into' });
    expect(await auditOf(tenantId, theCase.caseId)).toContainEqual(
      expect.objectContaining({ action: 'cases.record-phase', outcome: 'allowed' }),
    );
  });

  it('by a fault of ours, is tried again by itself', async () => {
    failing(1);
    const response = await ask('POST', `/cases/${theCase.caseId}/phase`, { token, body: phase() });
    expect(response.status).toBe(500);
    await agrees('record-phase', response);
    expect(await inbox()).toMatchObject([{ state: 'received', reason: 'unexpected' }]);
    await letTimePass();
    await runWaitingMessages(job(tenantId));
    expect(await inbox()).toMatchObject([{ state: 'done', reason: null }]);
  });

  it('again and again, is parked for somebody to look', async () => {
    failing(TRIES);
    await tell('record-phase', { caseId: theCase.caseId }, phase());
    for (let time = 1; time < TRIES; time += 1) {
      expect(await inbox()).toMatchObject([{ state: 'received', attempts: time }]);
      await letTimePass();
      await runWaitingMessages(job(tenantId));
    }
    expect(await inbox()).toMatchObject([{ state: 'parked', reason: 'unexpected', attempts: TRIES }]);
    failing(0);
    await tell('record-phase', { caseId: theCase.caseId }, phase());
    expect((await inbox()).map(({ state }) => state)).toEqual(['superseded', 'done']);
  });
});
