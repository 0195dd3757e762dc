import { beforeAll, describe, expect, it } from 'vitest';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { handlers } from '@/lib/platform/jobs/handlers';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createSubmitted, createSystem, type TestSystem } from '@/lib/testing/back-office-world';
import { createSystemActor, decision, job, residentOf } from '@/lib/testing/cases-world';
import { asAppRole, asOwner } from '@/lib/testing/test-database';
import { dismissMessage } from './commands/dismiss-message';
import { forgetOldChanges } from './commands/forget-old-changes';
import { planDelivery } from './commands/plan-delivery';
import { receiveMessage } from './commands/receive-message';
import type { ChangePage } from './contract/change-messages';
import { cursorOf } from './domain/change';
import { listChanges } from './queries/list-changes';

const tenantId = 'granvik';
let system: TestSystem;
let actor: SystemActor;
let token: string;

beforeAll(async () => {
  await asOwner((client) => client.query(`update back_office_system set services = '{}'`));
  system = await createSystem(tenantId, { services: ['sarskilt-boende'] });
  token = await tokenFor(system);
  actor = { ...(await createSystemActor(tenantId)), systemId: system.id };
});

const since = async (cursor?: string, limit?: number): Promise<ChangePage> => {
  const query = new URLSearchParams({
    ...(cursor && { since: cursor }),
    ...(limit && { limit: String(limit) }),
  });
  const response = await ask('GET', `/changes?${query}`, { token });
  expect(response.status).toBe(200);
  return (await agrees('list-changes', response)) as ChangePage;
};
const kindsOf = ({ items }: ChangePage) => items.map(({ kind }) => kind);

/** The jobs that an event left behind, as the worker does them: twice, since it may. */
async function noteEvents(caseId: string): Promise<void> {
  const events = await read({ tenantId }, (tx) =>
    tx.domainEvent.findMany({
      where: { tenantId, payload: { path: ['caseId'], equals: caseId } },
      orderBy: { at: 'asc' },
    }),
  );
  for (const { id, type, payload } of [...events, ...events])
    await handlers['note-change']?.(
      { ...(payload as object), tenantId, eventId: id, eventType: type },
      new AbortController().signal,
    );
}

describe('what a system has missed', () => {
  it('is all that has happened for it, by ids alone, from the very beginning', async () => {
    const { caseId, personId, applicationId } = await createSubmitted(tenantId);
    await planDelivery(job(tenantId), { caseId, applicationId });
    const first = await since();
    expect(kindsOf(first)).toEqual(['case-assigned', 'delivery-made']);
    const [{ deliveryId = '' } = {}] = first.items.slice(1);
    const body = { externalId: `SB-${newId()}`, occurredAt: '2026-11-20T09:00:00Z' };
    for (const _ of [1, 2]) await ask('POST', `/deliveries/${deliveryId}/receipt`, { token, body });
    const { decisionId } = await recordDecision(actor, { caseId, ...decision() });
    await openDecision(residentOf(tenantId, personId), { decisionId });
    await noteEvents(caseId);
    const parked = await receiveMessage(actor, {
      messageId: 'D-1',
      operation: 'put-supplement-due-date',
      params: { caseId, externalId: 'K1' },
      body: { dueOn: '2099-01-01', occurredAt: '2026-11-20T09:00:00Z' },
    });
    const admin = {
      kind: 'admin',
      tenantId,
      staffId: newId(),
      sessionId: newId(),
      name: 'Helena Strand',
    } as const;
    await dismissMessage(admin, parked.inboxId, 'mistake');
    const { items, hasMore } = await since(first.cursor);
    expect(items.map(({ id: _, at: __, ...change }) => change)).toEqual([
      { kind: 'delivery-received', caseId, deliveryId },
      { kind: 'decision-opened', caseId, decisionId },
      { kind: 'message-parked', caseId, inboxId: parked.inboxId, messageId: 'D-1' },
      { kind: 'message-dismissed', caseId, inboxId: parked.inboxId, messageId: 'D-1' },
    ]);
    expect(hasMore).toBe(false);
    expect(kindsOf(await since())).toEqual([...kindsOf(first), ...items.map(({ kind }) => kind)]);
  });

  it('comes a page at a time, each once, and the same again from the same place', async () => {
    const all = await since();
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = await since(cursor, 2); ; page = await since(cursor, 2)) {
      expect(await since(cursor, 2)).toEqual(page);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
      if (!page.hasMore) break;
    }
    expect(seen).toEqual(all.items.map(({ id }) => id));
    expect(await since(cursor)).toMatchObject({ items: [], cursor, hasMore: false });
  });

  it('is another system’s to nobody, and a cursor that is none is refused', async () => {
    const other = await createSystemActor(tenantId);
    expect((await listChanges(other, { limit: 100 })).items).toEqual([]);
    const response = await ask('GET', '/changes?since=no-cursor', { token });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: { since: expect.any(String) } });
  });
});

describe('what happened long ago', () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const happened = (days: number, of: string = system.id) =>
    write({ tenantId }, async (tx) => {
      const data = { tenantId, systemId: of, id: newId(), kind: 'messages-read', ids: {}, at: daysAgo(days) };
      await tx.officeChange.create({ data, select: { id: true } });
    });
  const kept = (of: string = system.id) =>
    read({ tenantId }, (tx) =>
      tx.officeChange.findMany({ where: { tenantId, systemId: of }, orderBy: { position: 'asc' } }),
    );
  const ask410 = async (cursor: string) => {
    const response = await ask('GET', `/changes?since=${cursor}`, { token });
    return { status: response.status, problem: await agrees('list-changes', response) };
  };

  it('is forgotten by the municipality’s rule; who asks from before that is told, and how to begin anew', async () => {
    await asOwner((client) => client.query('delete from office_change where system_id = $1', [system.id]));
    await happened(400);
    const before = await since();
    expect(before.items).toHaveLength(1);
    for (const days of [390, 380, 20]) await happened(days);
    await since(before.cursor);
    await forgetOldChanges(job(tenantId));
    expect(await kept()).toHaveLength(1);
    const { status, problem } = await ask410(before.cursor);
    expect(status).toBe(410);
    expect(problem).toMatchObject({
      code: 'changes-forgotten',
      detail: expect.stringContaining('GET /deliveries?state=waiting'),
    });
    // Begun anew it goes on without a gap, and twice the job is once.
    const anew = await since();
    expect(anew.items).toHaveLength(1);
    await forgetOldChanges(job(tenantId));
    await happened(0);
    const next = await since(anew.cursor);
    expect(next.items).toHaveLength(1);
    expect((await since(next.cursor)).items).toEqual([]);
    expect((await ask410(cursorOf(0n))).status).toBe(410);
  });

  it('leaves the last, so that no cursor begins over; one that has seen it all goes on', async () => {
    await asOwner((client) => client.query('delete from office_change where system_id = $1', [system.id]));
    for (const days of [500, 450, 400]) await happened(days);
    const { cursor, items } = await since();
    expect(items).toHaveLength(3);
    await forgetOldChanges(job(tenantId));
    expect((await kept()).map(({ position }) => position)).toEqual([3n]);
    await happened(0);
    expect((await since(cursor)).items).toHaveLength(1);
  });

  it('of a system that has never asked goes as well, and what came late is not taken from its middle', async () => {
    const quiet = (await createSystem(tenantId)).id;
    for (const days of [400, 390, 10]) await happened(days, quiet);
    await forgetOldChanges(job(tenantId));
    expect((await kept(quiet)).map(({ position }) => position)).toEqual([3n]);
    // Older than the rule, but written after what is newer: it stays until all before it may go.
    await happened(395, quiet);
    await forgetOldChanges(job(tenantId));
    expect((await kept(quiet)).map(({ position }) => position)).toEqual([3n, 4n]);
  });

  it('is kept where the municipality has no rule, and for a month whatever the rule', async () => {
    const quiet = (await createSystem('ekhamn')).id;
    await write({ tenantId: 'ekhamn' }, async (tx) => {
      for (const days of [900, 1])
        await tx.officeChange.create({
          data: {
            ...{ tenantId: 'ekhamn', systemId: quiet, id: newId(), kind: 'messages-read', ids: {} },
            at: daysAgo(days),
          },
        });
    });
    const { rows } = await asOwner((client) =>
      client.query(`delete from dated_rule where tenant_id = 'ekhamn' and key = 'changes.kept' returning *`),
    );
    expect(rows).toHaveLength(1);
    await forgetOldChanges(job('ekhamn'));
    const left = () =>
      read({ tenantId: 'ekhamn' }, (tx) => tx.officeChange.count({ where: { systemId: quiet } }));
    expect(await left()).toBe(2);
    const recent = asAppRole(async (client) => {
      await client.query(`select set_config('app.tenant_id', 'ekhamn', false)`);
      return client.query(
        `delete from office_change where system_id = $1 and at > now() - interval '29 days'`,
        [quiet],
      );
    });
    expect((await recent).rowCount).toBe(0);
    expect(await left()).toBe(2);
  });
});

describe('what commits late', () => {
  /** A change that is written now and committed when told to. */
  const writing = (kind: string) => {
    let commit = () => {};
    const told = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let wrote = () => {};
    const written = new Promise<void>((resolve) => {
      wrote = resolve;
    });
    const ended = asAppRole(async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
      await client.query(
        `insert into office_change (tenant_id, id, system_id, kind, ids, at) values ($1, $2, $3, $4, '{}', now())`,
        [tenantId, newId(), system.id, kind],
      );
      wrote();
      await told;
      await client.query('commit');
    });
    return { written, commit, ended };
  };

  it('is not passed over, though it began before what was given out already', async () => {
    const { cursor } = await since();
    const early = writing('case-assigned');
    await early.written;
    const late = writing('messages-read');
    await late.written;
    late.commit();
    await late.ended;
    const first = await since(cursor);
    expect(kindsOf(first)).toEqual(['messages-read']);
    early.commit();
    await early.ended;
    expect(kindsOf(await since(first.cursor))).toEqual(['case-assigned']);
    expect(kindsOf(await since(cursor))).toEqual(['messages-read', 'case-assigned']);
  });

  it('has one place, also where many ask at once', async () => {
    const { cursor } = await since();
    const many = Array.from({ length: 6 }, () => writing('messages-read'));
    await Promise.all(many.map(({ written }) => written));
    const asking = Promise.all(
      Array.from({ length: 8 }, () => listChanges(actor, { since: cursor, limit: 100 })),
    );
    for (const { commit } of many) commit();
    await Promise.all(many.map(({ ended }) => ended));
    const pages = await asking;
    const { items } = await since(cursor);
    expect(items).toHaveLength(6);
    // Whatever each of them saw is how it begins, in the same order.
    for (const page of pages) expect(items.slice(0, page.items.length)).toEqual(page.items);
  });
});
