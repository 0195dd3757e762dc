import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, AdminActor, JobActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import {
  createSubmitted,
  createSystem,
  type Receiver,
  startReceiver,
  type TestSystem,
} from '@/lib/testing/back-office-world';
import { createSystemActor } from '@/lib/testing/cases-world';
import { asAppRole, asOwner } from '@/lib/testing/test-database';
import { forgetOldStories } from './commands/forget-old-stories';
import { planDelivery } from './commands/plan-delivery';
import { recordReceipt } from './commands/record-receipt';
import { resendDeliveries } from './commands/resend-deliveries';
import { resendDelivery } from './commands/resend-delivery';
import { retellDeliveries } from './commands/retell-deliveries';
import { tellBackOffice } from './commands/tell-back-office';
import { getDelivery } from './queries/get-delivery';

const tenantId = 'granvik';
const job: JobActor = { kind: 'job', tenantId, job: 'test' };
const going = { signal: new AbortController().signal };
const admin = (municipality = tenantId): AdminActor => ({
  kind: 'admin',
  tenantId: municipality,
  staffId: newId(),
  sessionId: newId(),
  name: 'Helena Strand',
});
const outcome = (doing: Promise<unknown>): Promise<unknown> =>
  doing.catch((error) => (isAppError(error) ? error.code : Promise.reject(error)));

let receiver: Receiver;
let system: TestSystem;

beforeAll(async () => {
  receiver = await startReceiver();
});
beforeEach(async () => {
  receiver.answer(204);
  receiver.heard.length = 0;
  // Each test has a system of its own: what is parked for it is that test's.
  await asOwner((client) => client.query('update back_office_system set active = false'));
  system = await createSystem(tenantId, { services: ['sarskilt-boende'], webhookUrl: receiver.url });
});
afterAll(() => receiver.close());

const deliveriesOf = (caseId: string) =>
  read(job, (tx) =>
    tx.delivery.findMany({
      where: { tenantId, caseId },
      orderBy: { createdAt: 'asc' },
      include: { tries: { orderBy: { at: 'asc' } }, steps: { orderBy: { at: 'asc' } } },
    }),
  );
const jobsFor = (deliveryId: string) =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    const { rows } = await client.query<{ run_at: Date }>(
      'select run_at from graphile_worker.jobs where key = $1',
      [`tell:${deliveryId}`],
    );
    return rows;
  });
/** Its job has been run, as far as the queue knows. */
const forgetJobs = () =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    await client.query("delete from graphile_worker._private_jobs where key like 'tell:%'");
  });
const age = (deliveryId: string, hours: number) =>
  asOwner((client) =>
    client.query('update delivery set created_at = created_at - make_interval(hours => $2) where id = $1', [
      deliveryId,
      hours,
    ]),
  );

/** A case whose delivery was given up. */
async function parked() {
  const { caseId } = await createSubmitted(tenantId);
  await planDelivery(job, { caseId, applicationId: newId() });
  const [first] = await deliveriesOf(caseId);
  const id = first?.id ?? expect.fail();
  await age(id, 48);
  receiver.answer(503);
  await tellBackOffice(job, id, going);
  receiver.answer(204);
  receiver.heard.length = 0;
  await forgetJobs();
  return { caseId, id };
}
const receipt = () => ({ externalId: newId(), occurredAt: new Date() });
const only = async (caseId: string) => (await deliveriesOf(caseId))[0] ?? expect.fail();

describe('the story of a delivery', () => {
  it('has each try with what came of it and how long it took, and when it was given up', async () => {
    const { caseId } = await parked();
    const { tries, steps } = await only(caseId);
    expect(tries).toEqual([expect.objectContaining({ outcome: 'refused-503' })]);
    expect(tries[0]?.tookMs).toBeGreaterThanOrEqual(0);
    expect(steps).toEqual([
      expect.objectContaining({ kind: 'parked', reason: 'refused-503', staffId: null }),
    ]);
  });

  it('says when the system first read it, and stays so when it reads it again', async () => {
    const application = await createSubmitted(tenantId);
    await planDelivery(job, application);
    const { id } = await only(application.caseId);
    const reader = await actorOf();
    await getDelivery(reader, id);
    const { fetchedAt } = await only(application.caseId);
    expect(fetchedAt).not.toBeNull();
    await getDelivery(reader, id);
    expect((await only(application.caseId)).fetchedAt).toEqual(fetchedAt);
  });

  it('is forgotten three months after it was received, and not before, whoever asks', async () => {
    const { caseId, id } = await parked();
    const receive = (days: number) =>
      asOwner((client) =>
        client.query(
          `update delivery set state = 'received', received_at = now() - make_interval(days => $2) where id = $1`,
          [id, days],
        ),
      );
    const ageStory = (days: number) =>
      asOwner(async (client) => {
        for (const table of ['delivery_attempt', 'delivery_step'])
          await client.query(
            `update ${table} set at = now() - make_interval(days => $2) where delivery_id = $1`,
            [id, days],
          );
      });
    await ageStory(400);
    await forgetOldStories(job);
    expect((await only(caseId)).tries).toHaveLength(1);
    await receive(89);
    await asAppRole(async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
      await client.query('delete from delivery_attempt where delivery_id = $1', [id]);
      await client.query('commit');
    });
    await forgetOldStories(job);
    expect((await only(caseId)).tries).toHaveLength(1);
    await receive(91);
    await forgetOldStories(job);
    const after = await only(caseId);
    expect([after.tries, after.steps]).toEqual([[], []]);
    expect(after.state).toBe('received');
  });
});

describe('a parked delivery that is sent again', () => {
  it('waits as if it were new, is told at once, and says by whom', async () => {
    const { caseId, id } = await parked();
    const helena = admin();
    expect(await resendDelivery(helena, id)).toBe(1);
    const { tellSince, steps, ...after } = await only(caseId);
    expect(after).toMatchObject({ state: 'waiting', attempts: 0, lastError: null });
    expect(Date.now() - (tellSince?.getTime() ?? 0)).toBeLessThan(60_000);
    expect(steps.at(-1)).toMatchObject({ kind: 'sent-again', staffId: helena.staffId });
    const [next] = await jobsFor(id);
    expect((next?.run_at.getTime() ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThan(2_000);
    await tellBackOffice(job, id, going);
    expect(receiver.heard).toHaveLength(1);
    expect((await only(caseId)).state).toBe('told');
  });

  it('gets all its pauses again: old as it is, it is not given up at the next miss', async () => {
    const { caseId, id } = await parked();
    await resendDelivery(admin(), id);
    receiver.answer(503);
    await tellBackOffice(job, id, going);
    expect(await only(caseId)).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'refused-503' });
    await asOwner((client) =>
      client.query("update delivery set next_tell_at = now() - interval '1 hour' where id = $1", [id]),
    );
    await retellDeliveries(job);
    expect((await only(caseId)).state).toBe('waiting');
    await asOwner((client) =>
      client.query("update delivery set tell_since = now() - interval '48 hours' where id = $1", [id]),
    );
    await retellDeliveries(job);
    const { state, steps } = await only(caseId);
    expect([state, steps.map(({ kind }) => kind)]).toEqual(['parked', ['parked', 'sent-again', 'parked']]);
  });

  it('twice is sent once, and of two at once one wins', async () => {
    const { caseId, id } = await parked();
    const counts = await Promise.all([resendDelivery(admin(), id), resendDelivery(admin(), id)]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await resendDelivery(admin(), id)).toBe(0);
    const { steps } = await only(caseId);
    expect(steps.filter(({ kind }) => kind === 'sent-again')).toHaveLength(1);
    expect(await auditOf(id)).toEqual(['allowed Helena Strand']);
  });

  it('takes what is parked before it in the same case with it, and is told after that', async () => {
    const { caseId, id } = await parked();
    await planDelivery(job, { caseId, partId: newId() });
    const second = (await deliveriesOf(caseId))[1] ?? expect.fail();
    await asOwner((client) =>
      client.query("update delivery set state = 'parked' where id = $1", [second.id]),
    );
    await forgetJobs();
    expect(await resendDelivery(admin(), second.id)).toBe(2);
    expect([await jobsFor(id), await jobsFor(second.id)].map((jobs) => jobs.length)).toEqual([1, 0]);
    await tellBackOffice(job, second.id, going);
    expect(receiver.heard).toEqual([]);
    await recordReceipt(await actorOf(), id, receipt());
    expect(await jobsFor(second.id)).toHaveLength(1);
  });

  it('sent alone leaves what is parked after it', async () => {
    const { caseId, id } = await parked();
    await planDelivery(job, { caseId, partId: newId() });
    await asOwner((client) =>
      client.query("update delivery set state = 'parked' where case_id = $1", [caseId]),
    );
    expect(await resendDelivery(admin(), id)).toBe(1);
    expect((await deliveriesOf(caseId)).map(({ state }) => state)).toEqual(['waiting', 'parked']);
  });

  it('that the system took by its own list meanwhile stays received', async () => {
    const { caseId, id } = await parked();
    await recordReceipt(await actorOf(), id, receipt());
    expect(await resendDelivery(admin(), id)).toBe(0);
    expect((await only(caseId)).state).toBe('received');
  });
});

describe('all that is parked for a system', () => {
  it('is sent again together, or of one kind, or of one error, and no other system’s', async () => {
    const [one, two, three] = [await parked(), await parked(), await parked()];
    await asOwner(async (client) => {
      await client.query("update delivery set kind = 'appeal' where id = $1", [two.id]);
      await client.query("update delivery set last_error = 'timeout' where id = $1", [three.id]);
    });
    const other = await createSystem(tenantId);
    const send = (which: object) => resendDeliveries(admin(), { systemId: system.id, ...which });
    expect(await resendDeliveries(admin(), { systemId: other.id })).toBe(0);
    expect(await send({ kind: 'appeal' })).toBe(1);
    expect((await only(two.caseId)).state).toBe('waiting');
    expect(await send({ error: 'timeout' })).toBe(1);
    expect(await send({ kind: 'application', error: 'timeout' })).toBe(0);
    expect((await only(one.caseId)).state).toBe('parked');
    const both = await Promise.all([send({}), send({})]);
    expect(both[0] + both[1]).toBe(1);
    expect(await jobsFor(one.id)).toHaveLength(1);
    expect((await auditOf(system.id)).length).toBe(3);
  });

  it('comes a few at a time, the oldest first', async () => {
    const { id } = await parked();
    // 250 cases' worth, without their cases: what is looked at is when each is told.
    await asOwner((client) =>
      client.query(
        `insert into delivery (tenant_id, id, system_id, order_id, kind, ref_id, state, created_at)
         select $1, gen_random_uuid(), $2, gen_random_uuid(), 'message', gen_random_uuid(), 'parked', now() - n * interval '1 minute'
           from generate_series(1, 250) as n`,
        [tenantId, system.id],
      ),
    );
    expect(await resendDeliveries(admin(), { systemId: system.id })).toBe(251);
    const rows = await asOwner(async (client) => {
      await client.query('set role minasidor_worker');
      const { rows: jobs } = await client.query<{ key: string; run_at: Date }>(
        "select key, run_at from graphile_worker.jobs where key like 'tell:%' order by run_at",
      );
      return jobs;
    });
    const waves = [...Map.groupBy(rows, ({ run_at }) => run_at.getTime()).values()];
    expect(waves.map((jobs) => jobs.length)).toEqual([100, 100, 51]);
    expect(waves[0]?.map(({ key }) => key)).toContain(`tell:${id}`);
  });
});

describe('sending again', () => {
  it('is an administrator’s, of the same municipality, and what was refused is in the log', async () => {
    const { id } = await parked();
    const others: Actor[] = [
      { kind: 'nobody', tenantId },
      { kind: 'resident', tenantId, personId: newId(), sessionId: newId() },
      await actorOf(),
      job,
    ];
    for (const actor of others) {
      expect(await outcome(resendDelivery(actor, id))).toBe('Forbidden');
      expect(await outcome(resendDeliveries(actor, { systemId: system.id }))).toBe('Forbidden');
    }
    expect(await outcome(resendDelivery(admin('ekhamn'), id))).toBe('NotFound');
    expect(await outcome(resendDeliveries(admin('ekhamn'), { systemId: system.id }))).toBe('NotFound');
    expect(await outcome(resendDelivery(admin(), newId()))).toBe('NotFound');
    expect(await outcome(resendDelivery(admin(), 'x'))).toBe('NotFound');
    expect((await auditOf(id)).filter((line) => line.startsWith('refused'))).toHaveLength(4);
  });
});

const auditOf = (objectId: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `select outcome || ' ' || coalesce(actor_label, '') as line from audit_entry
        where object_id = $1 and action like 'back-office.resend%' and tenant_id = $2 order by at`,
      [objectId, tenantId],
    );
    return rows.map(({ line }) => line);
  });
const actorOf = async () => ({ ...(await createSystemActor(tenantId)), systemId: system.id });
