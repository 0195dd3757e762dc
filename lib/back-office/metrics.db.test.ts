import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import type { JobActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { createSubmitted, createSystem } from '@/lib/testing/back-office-world';
import { asOwner } from '@/lib/testing/test-database';
import { noteAttemptInTx } from './commands/note-attempt-in-tx';
import { planDelivery } from './commands/plan-delivery';

const tenantId = 'granvik';
const job: JobActor = { kind: 'job', tenantId, job: 'test' };
const TOKEN = 'a-token-that-only-prometheus-has';
let client: string;
let number: string;

/** With these settings, asked by whoever. */
async function scrape(settings: { token?: string }, authorization?: string): Promise<Response> {
  vi.resetModules();
  vi.stubEnv('METRICS_TOKEN', settings.token);
  const { GET } = await import('@/app/api/metrics/route');
  return GET(
    new Request('http://10.0.0.1:3000/api/metrics', { headers: { ...(authorization && { authorization }) } }),
  );
}
const lines = async (): Promise<string[]> => {
  // The second has the first among its calls.
  await scrape({ token: TOKEN }, `Bearer ${TOKEN}`);
  const answer = await scrape({ token: TOKEN }, `Bearer ${TOKEN}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return (await answer.text()).split('\n');
};
/** The value of the one sample with this name and all these labels. */
const sampleOf = (all: string[], name: string, labels: Record<string, string> = {}): number => {
  const found = all.filter(
    (line) =>
      line.startsWith(`${name}{`) &&
      Object.entries(labels).every(([key, value]) => line.includes(`${key}="${value}"`)),
  );
  expect(found, `${name} ${JSON.stringify(labels)}`).toHaveLength(1);
  return Number(found[0]?.split(' ').at(-1));
};

beforeAll(async () => {
  await asOwner((owner) => owner.query('update back_office_system set active = false'));
  const { id, clientId } = await createSystem(tenantId, { services: ['sarskilt-boende'] });
  client = clientId;
  const application = await createSubmitted(tenantId);
  number = application.number;
  await planDelivery(job, application);
  await asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      "update delivery set created_at = now() - interval '20 minutes' where case_id = $1 returning id",
      [application.caseId],
    );
    await write(job, (tx) =>
      noteAttemptInTx(tx, {
        tenantId,
        deliveryId: rows[0]?.id ?? '',
        at: new Date(),
        outcome: 'refused-503',
        tookMs: 5,
      }),
    );
    await owner.query(
      `insert into delivery (tenant_id, id, system_id, order_id, kind, ref_id, state, created_at, received_at)
       select $1, gen_random_uuid(), $2, gen_random_uuid(), 'message', gen_random_uuid(), state::delivery_state,
              now() - made * interval '1 second', case state when 'received' then now() end
         from (values ('parked', 9000), ('received', 0.2), ('received', 5), ('received', 900)) as d(state, made)`,
      [tenantId, id],
    );
    await owner.query(
      `insert into back_office_key (tenant_id, system_id, kid, jwk, expires_at)
       values ($1, $2, 'next', '{}', now() + interval '10 days'), ($1, $2, 'long-gone', '{}', now() - interval '10 days')`,
      [tenantId, id],
    );
    await owner.query(
      "update back_office_system set certificate_ends_at = now() + interval '20 days' where id = $1",
      [id],
    );
    await owner.query(
      `insert into back_office_breaker (tenant_id, system_id, state, failed_ids, opened_at, try_at)
       values ($1, $2, 'open', '{}', now(), now())`,
      [tenantId, id],
    );
    await owner.query(
      `insert into comparison (tenant_id, id, system_id, started_at, ended_at, missing_there, unknown_here, mended)
       values ($1, gen_random_uuid(), $2, now() - interval '30 hours', now() - interval '30 hours', 9, 0, 0),
              ($1, gen_random_uuid(), $2, now() - interval '2 hours', now() - interval '1 hour', 3, 1, 2),
              ($1, gen_random_uuid(), $2, now(), null, 0, 0, 0)`,
      [tenantId, id],
    );
    await owner.query('insert into worker_heartbeat (worker_id, seen_at) values ($1, now())', ['measured']);
  });
});

describe('what Prometheus is told', () => {
  it('is how each system is, the worker, and the calls that this process answered', async () => {
    const all = await lines();
    const system = { tenant: tenantId, system: client };
    const of = (name: string, labels = {}) => sampleOf(all, `minasidor_${name}`, { ...system, ...labels });
    expect(of('deliveries', { state: 'waiting' })).toBe(1);
    expect(of('deliveries', { state: 'told' })).toBe(0);
    expect(of('deliveries', { state: 'parked' })).toBe(1);
    expect(of('delivery_oldest_waiting_seconds')).toBeGreaterThan(1_190);
    expect(of('delivery_oldest_waiting_seconds')).toBeLessThan(1_400);
    expect(of('delivery_attempts_last_hour', { outcome: 'refused-503' })).toBe(1);
    const within = (le: string) => of('delivery_delay_last_hour_bucket', { le });
    expect(['0.3', '1', '10', '600', '3600', '+Inf'].map(within)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(of('system_breaker_open')).toBe(1);
    expect(of('system_active')).toBe(1);
    expect(of('system_last_contact_seconds')).toBeLessThan(600);
    expect(of('system_key_expiry_seconds', { kid: 'next' }) / 86_400).toBeCloseTo(10, 1);
    expect(of('system_certificate_expiry_seconds') / 86_400).toBeCloseTo(20, 1);
    expect(of('comparison_unmended')).toBe(2);
    expect(of('comparison_age_seconds')).toBeGreaterThanOrEqual(3_599);
    expect(of('comparison_age_seconds')).toBeLessThan(4_000);
    expect(all.some((line) => line.includes('long-gone'))).toBe(false);
    expect(sampleOf(all, 'minasidor_jobs', { task: 'tell-back-office', state: 'due' })).toBeGreaterThan(0);
    expect(
      sampleOf(all, 'minasidor_job_oldest_due_seconds', { task: 'tell-back-office' }),
    ).toBeGreaterThanOrEqual(0);
    expect(all).toContain('minasidor_workers 1');
    expect(
      sampleOf(all, 'minasidor_api_call_seconds_count', { operation: 'metrics', status: '200' }),
    ).toBeGreaterThan(0);
  });

  it('is well formed, once each, and nothing of anybody', async () => {
    const all = await lines();
    const samples = all.filter((line) => line && !line.startsWith('#'));
    for (const line of samples)
      expect(line).toMatch(/^minasidor_[a-z_]+(\{[^{}]*\})? -?\d+(\.\d+)?(e[+-]\d+)?$/);
    expect(new Set(samples.map((line) => line.slice(0, line.lastIndexOf(' ')))).size).toBe(samples.length);
    const types = all.filter((line) => line.startsWith('# TYPE'));
    expect(new Set(types).size).toBe(types.length);
    expect(all.join('\n')).not.toMatch(/Lindqvist|Astrid|19420709/);
    expect(all.join('\n')).not.toContain(number);
  });

  it('is for who has the token alone, and not there at all without the setting', async () => {
    for (const shown of [undefined, 'Bearer wrong', TOKEN, `Basic ${TOKEN}`, 'Bearer '])
      expect((await scrape({ token: TOKEN }, shown)).status).toBe(401);
    expect((await scrape({}, 'Bearer undefined')).status).toBe(404);
    expect((await scrape({})).status).toBe(404);
  });
});

describe('the example of alarms', () => {
  interface Rule {
    alert: string;
    expr: string;
    labels: { severity: string };
    annotations: { summary: string; action: string };
  }
  const { groups } = parse(readFileSync('docs/alarms.yml', 'utf8')) as { groups: { rules: Rule[] }[] };
  const rules = groups.flatMap((group) => group.rules);

  it('says of each what it means and what to do', () => {
    expect(rules.length).toBeGreaterThan(10);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { labels, annotations } of rules) {
      expect(['warning', 'critical']).toContain(labels.severity);
      expect(annotations.summary && annotations.action).toBeTruthy();
    }
  });

  it('names no number that there isn’t', async () => {
    const told = new Set((await lines()).map((line) => /^minasidor_[a-z_]+/.exec(line)?.[0]));
    // There once something came in; no test of ours puts it there.
    told.add('minasidor_inbox_messages');
    for (const { expr } of rules)
      for (const [name] of expr.matchAll(/minasidor_[a-z_]+/g)) expect(told, expr).toContain(name);
  });
});
