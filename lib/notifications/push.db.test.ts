import { createECDH, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowsers, openShown, pushRoutes } from '@/demo/push/routes';
import { listen, type Running, routesHandler } from '@/demo/web/http';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import type { ResidentActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { createResident } from '@/lib/testing/builders';
import { auditOf, createReceivedCase, decision, job } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { addPushDevice } from './commands/add-push-device';
import { makeNotice } from './commands/make-notice';
import { removePushDevice } from './commands/remove-push-device';
import { saveNoticeChoice } from './commands/save-notice-choice';
import { sendNotice } from './commands/send-notice';
import { MOST_DEVICES } from './push/push-device';
import { getNoticeChoice } from './queries/get-notice-choice';
import { listPushDevices } from './queries/list-push-devices';

const tenantId = 'granvik';
const actor = job(tenantId);
const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

let dir: string;
let service: Running;
let origin: string;

interface Subscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}
interface Shown {
  browser: string;
  topic: string;
  ttl: number;
  message: Record<string, string>;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'push-'));
  const [browsers, shown] = [await openBrowsers(join(dir, 'b.json')), await openShown(join(dir, 's.json'))];
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const routes = pushRoutes({ browsers, shown, origin, now: Date.now });
  service = await listen(
    createServer(routesHandler(routes, () => ({ status: 404 }))),
    port,
    'localhost',
    'the push service',
  );
  // Read once, at the first use: here that is after this.
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  process.env.PUSH_PRIVATE_KEY = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString('base64url');
  process.env.PUSH_SERVICES = `localhost:${port}`;
});
afterAll(async () => {
  await service.close();
  await rm(dir, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = await listen(createServer(), 0, 'localhost', 'a probe');
  await probe.close();
  return probe.port;
}

const control = async <T>(path: string, body?: object): Promise<T> => {
  const response = await fetch(`${origin}/control/push${path}`, {
    method: path === '' ? 'GET' : 'POST',
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
};
const newBrowser = () => control<Subscription>('/browsers');
const idOf = ({ endpoint }: Subscription) => endpoint.split('/').at(-1) ?? '';
const answering = (browser: Subscription, answers: number | null) =>
  control(`/browsers/${idOf(browser)}`, { answers });
const shownIn = async (browser: Subscription) =>
  (await control<{ shown: Shown[] }>('')).shown.filter((one) => one.browser === idOf(browser));

const letIn = (resident: ResidentActor, subscription: object) =>
  addPushDevice(resident, { subscription: JSON.stringify(subscription), userAgent });
const devicesOf = async (resident: ResidentActor) => (await listPushDevices(resident))?.devices ?? [];

/** Somebody with these browsers, who wants her decisions shown there; and one has arrived. */
async function decided(...browsers: Subscription[]) {
  const theCase = await createReceivedCase();
  for (const browser of browsers) await letIn(theCase.resident, browser);
  await saveNoticeChoice(theCase.resident, {
    ways: { asked: ['email'], decision: ['push'] },
    quiet: 'none',
    quietFrom: '',
    quietTo: '',
  });
  await recordDecision(theCase.system, { caseId: theCase.caseId, ...decision() });
  const event = await read(actor, (tx) =>
    tx.domainEvent.findFirstOrThrow({
      where: {
        tenantId,
        type: 'cases.decision-arrived',
        payload: { path: ['caseId'], equals: theCase.caseId },
      },
    }),
  );
  const { personId } = theCase;
  await makeNotice(actor, { eventId: event.id, eventType: event.type, personId });
  const notice = await read(actor, (tx) =>
    tx.notice.findFirstOrThrow({ where: { tenantId, eventId: event.id } }),
  );
  return { ...theCase, notice, id: notice.deliveryId ?? '' };
}
const find = (id: string) =>
  read(actor, (tx) => tx.noticeDelivery.findUnique({ where: { tenantId_id: { tenantId, id } } }));

describe('a notice on a device', () => {
  it('is sealed to each of her browsers, and says nothing of what has happened', async () => {
    const [phone, computer] = [await newBrowser(), await newBrowser()];
    const { notice, id, caseId } = await decided(phone, computer);
    expect(notice).toMatchObject({ channel: 'push', state: 'waiting' });
    await sendNotice(actor, id);
    expect(await find(id)).toMatchObject({ state: 'sent', attempts: 1 });
    for (const browser of [phone, computer]) {
      const [one, ...more] = await shownIn(browser);
      expect(more).toEqual([]);
      expect(one).toMatchObject({
        ttl: 72 * 3600,
        topic: id.replaceAll('-', ''),
        message: {
          title: 'Mina sidor, Granviks kommun',
          body: 'Det finns något nytt att läsa på Mina sidor.',
          path: `/notices/${id}`,
        },
      });
      for (const secret of ['eslut', 'Astrid', caseId])
        expect(JSON.stringify(one?.message)).not.toContain(secret);
    }
  });

  it('has got there when one browser took it; one that is gone is forgotten', async () => {
    const [gone, here] = [await newBrowser(), await newBrowser()];
    const { id, resident } = await decided(gone, here);
    await answering(gone, 410);
    await sendNotice(actor, id);
    expect(await find(id)).toMatchObject({ state: 'sent' });
    expect(await shownIn(here)).toHaveLength(1);
    expect(await devicesOf(resident)).toHaveLength(1);
  });

  it('that no browser takes any more has failed, and her page says so and how to mend it', async () => {
    const only = await newBrowser();
    const { id, resident } = await decided(only);
    await answering(only, 410);
    await sendNotice(actor, id);
    expect(await find(id)).toMatchObject({ state: 'failed', problem: 'push-none', attempts: 1 });
    const way = async () =>
      (await getNoticeChoice(resident)).offered.find(({ channel }) => channel === 'push');
    expect(await way()).toEqual({ channel: 'push', leads: false, address: null, trouble: null });
    await letIn(resident, await newBrowser());
    expect(await way()).toMatchObject({ leads: true, trouble: null });
  });

  it('is tried again when the service is away, and when it asks to be left in peace not before that', async () => {
    const browser = await newBrowser();
    const { id } = await decided(browser);
    await answering(browser, 503);
    await expect(sendNotice(actor, id)).rejects.toThrow('No push service took it');
    await answering(browser, 429);
    await sendNotice(actor, id);
    expect(await find(id)).toMatchObject({ state: 'sending', attempts: 2, problem: 'push-429' });
    const jobs = await asOwner(async (client) => {
      await client.query('set role minasidor_worker');
      const { rows } = await client.query(
        `select run_at from graphile_worker._private_jobs where payload ->> 'deliveryId' = $1 order by run_at desc`,
        [id],
      );
      return rows.map(({ run_at: at }) => Math.round((at.getTime() - Date.now()) / 1000));
    });
    expect(jobs[0]).toBeGreaterThan(80);
    expect(jobs[0]).toBeLessThanOrEqual(90);
    await answering(browser, null);
    await sendNotice(actor, id);
    expect(await find(id)).toMatchObject({ state: 'sent', attempts: 3 });
    expect(await shownIn(browser)).toHaveLength(1);
  });
});

describe('her devices', () => {
  it('have names, come once however often they are let in, and go when she says so', async () => {
    const { resident, ...other } = await createReceivedCase();
    const browser = await newBrowser();
    await letIn(resident, browser);
    await letIn(resident, browser);
    const [device, ...more] = await devicesOf(resident);
    expect(more).toEqual([]);
    expect(device?.device).toBe('Firefox, Windows');
    const stranger = await createResident(tenantId);
    const id = device?.id ?? '';
    await expect(removePushDevice(stranger, id)).rejects.toThrow('NotFound');
    await expect(removePushDevice({ ...resident, tenantId: 'ekhamn' }, id)).rejects.toThrow('NotFound');
    await removePushDevice(resident, id);
    await expect(removePushDevice(resident, id)).rejects.toThrow('NotFound');
    expect(await devicesOf(resident)).toEqual([]);
    expect((await auditOf(tenantId, id)).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(
      expect.arrayContaining([
        'notifications.add-push-device allowed',
        'notifications.remove-push-device refused',
        'notifications.remove-push-device allowed',
      ]),
    );
    expect(other.personId).toBeTruthy();
  });

  it('belong to whoever let them in last', async () => {
    const [first, second] = [await createResident(tenantId), await createResident(tenantId)];
    const browser = await newBrowser();
    await letIn(first, browser);
    await letIn(second, browser);
    expect(await devicesOf(first)).toEqual([]);
    expect(await devicesOf(second)).toHaveLength(1);
  });

  it('are real browsers at push services that we know', async () => {
    const resident = await createResident(tenantId);
    const browser = await newBrowser();
    for (const wrong of [
      {},
      { ...browser, endpoint: 'http://169.254.169.254/latest' },
      { ...browser, endpoint: 'https://example.test/x' },
      { ...browser, keys: { ...browser.keys, auth: 'short' } },
      { ...browser, keys: { ...browser.keys, p256dh: randomBytes(65).toString('base64url') } },
    ])
      await expect(letIn(resident, wrong)).rejects.toMatchObject({ code: 'Invalid' });
    await expect(addPushDevice(resident, { subscription: 'x', userAgent })).rejects.toThrow('Invalid');
    expect(await devicesOf(resident)).toEqual([]);
  });

  it('are not more than a few, also many at once', async () => {
    const resident = await createResident(tenantId);
    const browsers = await Promise.all(Array.from({ length: MOST_DEVICES + 2 }, newBrowser));
    const outcomes = await Promise.allSettled(browsers.map((browser) => letIn(resident, browser)));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    expect(await devicesOf(resident)).toHaveLength(MOST_DEVICES);
  });

  it('are a resident’s alone', async () => {
    for (const nobody of [actor, { kind: 'nobody', tenantId }] as never[]) {
      await expect(addPushDevice(nobody, { subscription: '{}', userAgent })).rejects.toThrow('NotFound');
      await expect(listPushDevices(nobody)).rejects.toThrow('NotFound');
    }
    await write(actor, async (tx) =>
      expect(await tx.pushDevice.count({ where: { tenantId: 'ekhamn' } })).toBe(0),
    );
  });
});
