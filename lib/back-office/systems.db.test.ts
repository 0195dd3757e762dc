import { beforeEach, describe, expect, it } from 'vitest';
import { staffContext } from '@/lib/identity/domain/staff-seals';
import { newId } from '@/lib/kernel/ids';
import type { Actor, AdminActor, JobActor } from '@/lib/platform/actor';
import { sealJson } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { createSubmitted, createSystem, type TestSystem } from '@/lib/testing/back-office-world';
import { asOwner } from '@/lib/testing/test-database';
import { noteAttemptInTx } from './commands/note-attempt-in-tx';
import { planDelivery } from './commands/plan-delivery';
import { resendDelivery } from './commands/resend-delivery';
import { getDeliveryStory } from './queries/get-delivery-story';
import { getSystem } from './queries/get-system';
import { listSystems } from './queries/list-systems';
import { listUndelivered } from './queries/list-undelivered';

const tenantId = 'granvik';
const job: JobActor = { kind: 'job', tenantId, job: 'test' };
const HOUR = 3_600_000;
const admin = (municipality = tenantId): AdminActor => ({
  kind: 'admin',
  tenantId: municipality,
  staffId: newId(),
  sessionId: newId(),
  name: 'Helena Strand',
});
const outcome = (doing: Promise<unknown>): Promise<unknown> =>
  doing.catch((error) => (isAppError(error) ? error.code : Promise.reject(error)));

let system: TestSystem;
beforeEach(async () => {
  await asOwner((client) => client.query('update back_office_system set active = false'));
  system = await createSystem(tenantId, { services: ['sarskilt-boende'] });
});

const set = (sql: string, values: unknown[]) => asOwner((client) => client.query(sql, values));
const found = async () => (await listSystems(admin())).find(({ id }) => id === system.id) ?? expect.fail();

/** Deliveries as they stand after a while, without their cases: minutes ago they were made and received. */
const put = (rows: { state: string; made: number; received?: number; error?: string; kind?: string }[]) =>
  asOwner(async (client) => {
    for (const { state, made, received, error, kind } of rows)
      await client.query(
        `insert into delivery (tenant_id, id, system_id, order_id, kind, ref_id, state, created_at, received_at, last_error)
         values ($1, gen_random_uuid(), $2, gen_random_uuid(), $3, gen_random_uuid(), $4::delivery_state,
                 now() - make_interval(mins => $5), now() - make_interval(mins => $6), $7)`,
        [tenantId, system.id, kind ?? 'message', state, made, received ?? null, error ?? null],
      );
  });

/** A case's delivery, and its number. */
async function planned() {
  const application = await createSubmitted(tenantId);
  await planDelivery(job, application);
  const { items } = await listUndelivered(admin(), {
    systemId: system.id,
    state: 'waiting',
    page: 1,
    limit: 9,
  });
  const { id } = items.find(({ caseNumber }) => caseNumber === application.number) ?? expect.fail();
  return { ...application, id };
}

describe('how a system is', () => {
  it('is told with what waits, what has stopped, and the key that ends first', async () => {
    expect(await found()).toMatchObject({
      health: 'never',
      waiting: 0,
      parked: 0,
      keyEndsAt: null,
      way: 'asks',
    });
    await set('update back_office_system set last_seen_at = now() where id = $1', [system.id]);
    expect(await found()).toMatchObject({ health: 'well', silentSince: null });
    await put([
      { state: 'waiting', made: 5 },
      { state: 'told', made: 20 },
      { state: 'received', made: 90, received: 80 },
    ]);
    const behind = await found();
    expect(behind).toMatchObject({ health: 'behind', waiting: 2 });
    expect(Date.now() - (behind.oldestWaitingAt?.getTime() ?? 0)).toBeGreaterThan(19 * 60_000);
    await set("update back_office_system set last_seen_at = now() - interval '9 days' where id = $1", [
      system.id,
    ]);
    expect(await found()).toMatchObject({ health: 'silent' });
    await put([{ state: 'parked', made: 3_000, error: 'timeout' }]);
    expect(await found()).toMatchObject({ health: 'parked', parked: 1, waiting: 2 });
    for (const [kid, days] of [
      ['old', -1],
      ['next', 20],
      ['later', 300],
    ])
      await set(
        `insert into back_office_key (tenant_id, system_id, kid, jwk, expires_at)
         values ($1, $2, $3, '{}', now() + make_interval(days => $4))`,
        [tenantId, system.id, kid, days],
      );
    expect((await found()).keyEndsAt?.getTime()).toBeLessThan(Date.now() + 21 * 24 * HOUR);
    expect((await getSystem(admin(), system.id)).keys.map(({ kid }) => kid).toSorted()).toEqual([
      'later',
      'next',
      'old',
    ]);
  });

  it('has a day’s flow hour by hour, and how long it took', async () => {
    const empty = await getSystem(admin(), system.id);
    expect(empty.delay).toBeNull();
    expect(empty.hours).toHaveLength(24);
    expect(empty.hours.every(({ made, received, failedTries }) => made + received + failedTries === 0)).toBe(
      true,
    );
    const { id } = await planned();
    await write(job, (tx) =>
      noteAttemptInTx(tx, { tenantId, deliveryId: id, at: new Date(), outcome: 'timeout', tookMs: 10_000 }),
    );
    await put([
      ...Array.from({ length: 19 }, () => ({ state: 'received', made: 2, received: 1 })),
      { state: 'received', made: 61, received: 1 },
      // Not of this day.
      { state: 'received', made: 30 * 60, received: 29 * 60 },
    ]);
    const { hours, delay } = await getSystem(admin(), system.id);
    const sum = (key: 'made' | 'received' | 'failedTries') => hours.reduce((all, hour) => all + hour[key], 0);
    expect([sum('made'), sum('received'), sum('failedTries')]).toEqual([21, 20, 1]);
    expect(Math.round((delay?.p50Ms ?? 0) / 1000)).toBe(60);
    expect(delay?.p95Ms).toBeGreaterThan(61_000);
    expect(hours.at(-1)?.from.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('groups what has stopped by what it is and what went wrong, the most first', async () => {
    await put([
      { state: 'parked', made: 9, error: 'timeout' },
      { state: 'parked', made: 9, error: 'timeout' },
      { state: 'parked', made: 9, error: 'refused-500', kind: 'appeal' },
      { state: 'waiting', made: 9, error: 'timeout' },
    ]);
    expect((await getSystem(admin(), system.id)).parkedGroups).toEqual([
      { kind: 'message', error: 'timeout', count: 2 },
      { kind: 'appeal', error: 'refused-500', count: 1 },
    ]);
  });
});

describe('what is not received', () => {
  it('is listed page by page, the oldest first, with case numbers and nothing of anybody', async () => {
    const { number } = await planned();
    await put(Array.from({ length: 4 }, (_, index) => ({ state: 'told', made: 10 + index })));
    const page = (number: number) =>
      listUndelivered(admin(), { systemId: system.id, state: 'waiting', page: number, limit: 3 });
    const [first, second] = [await page(1), await page(2)];
    expect([first.total, first.items.length, second.items.length]).toEqual([5, 3, 2]);
    const times = [...first.items, ...second.items].map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(second.items.at(-1)).toMatchObject({ kind: 'application', caseNumber: number, state: 'waiting' });
    expect(JSON.stringify([first, second])).not.toMatch(/Lindqvist|Astrid/);
    expect(
      await listUndelivered(admin(), { systemId: system.id, state: 'parked', page: 1, limit: 3 }),
    ).toEqual({
      items: [],
      total: 0,
    });
  });
});

describe('the story of a delivery', () => {
  it('is told from the first to the last, with who sent it again', async () => {
    const { id, number } = await planned();
    const helena = admin();
    await write(job, async (tx) => {
      await tx.staffMember.create({
        data: {
          tenantId,
          id: helena.staffId,
          issuer: 'test',
          subject: newId(),
          nameSealed: sealJson('Helena Strand', staffContext(tenantId, helena.staffId)),
        },
      });
      for (const minutes of [1, 2, 3])
        await noteAttemptInTx(tx, {
          tenantId,
          deliveryId: id,
          at: new Date(Date.now() + minutes * 1_000),
          outcome: minutes === 3 ? 'refused-500' : 'timeout',
          tookMs: 10_000,
        });
    });
    await set("update delivery set state = 'parked' where id = $1", [id]);
    await resendDelivery(helena, id);
    // Stands before its tries by the clock of this test, which is ahead.
    await set("update delivery_step set at = now() + interval '1 minute' where delivery_id = $1", [id]);
    await set(
      "update delivery set fetched_at = now() + interval '2 minutes', received_at = now() + interval '3 minutes', state = 'received' where id = $1",
      [id],
    );
    const story = await getDeliveryStory(admin(), id);
    expect(story).toMatchObject({
      systemName: 'Testsystemet',
      caseNumber: number,
      state: 'received',
      olderTries: 0,
    });
    expect(story.events.map(({ kind }) => kind)).toEqual([
      'planned',
      'tried',
      'tried',
      'sent-again',
      'fetched',
      'received',
    ]);
    expect(story.events[1]).toMatchObject({ outcome: 'timeout', times: 2 });
    expect(story.events[3]).toMatchObject({ by: 'Helena Strand' });
    expect(JSON.stringify(story)).not.toMatch(/Lindqvist|Astrid/);
  });

  it('names the one that it waits for, as long as it does', async () => {
    const { id, caseId } = await planned();
    await planDelivery(job, { caseId, partId: newId() });
    const { items } = await listUndelivered(admin(), {
      systemId: system.id,
      state: 'waiting',
      page: 1,
      limit: 9,
    });
    const second = items.find(({ kind }) => kind === 'supplement') ?? expect.fail();
    expect((await getDeliveryStory(admin(), second.id)).waitsFor).toEqual({ id, kind: 'application' });
    expect((await getDeliveryStory(admin(), id)).waitsFor).toBeNull();
    await set("update delivery set state = 'received', received_at = now() where id = $1", [id]);
    expect((await getDeliveryStory(admin(), second.id)).waitsFor).toBeNull();
  });
});

describe('looking after systems', () => {
  it('is for administrators of the same municipality', async () => {
    const { id } = await planned();
    const asks = (actor: Actor) => [
      getSystem(actor, system.id),
      listUndelivered(actor, { systemId: system.id, state: 'waiting', page: 1, limit: 9 }),
      getDeliveryStory(actor, id),
    ];
    const others: Actor[] = [
      { kind: 'nobody', tenantId },
      { kind: 'resident', tenantId, personId: newId(), sessionId: newId() },
      job,
    ];
    for (const actor of others) {
      expect(await Promise.all(asks(actor).map(outcome))).toEqual(['Forbidden', 'Forbidden', 'Forbidden']);
      await expect(listSystems(actor)).rejects.toMatchObject({ code: 'Forbidden' });
    }
    const elsewhere = admin('ekhamn');
    expect(await outcome(getSystem(elsewhere, system.id))).toBe('NotFound');
    expect(await outcome(getDeliveryStory(elsewhere, id))).toBe('NotFound');
    expect(
      await outcome(listUndelivered(elsewhere, { systemId: system.id, state: 'waiting', page: 1, limit: 9 })),
    ).toEqual({ items: [], total: 0 });
    expect((await listSystems(elsewhere)).map((one) => one.id)).not.toContain(system.id);
    expect(await outcome(getSystem(admin(), 'not-an-id'))).toBe('NotFound');
  });
});
