import { createServer } from 'node:http';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { bankIdControlRoutes } from '@/demo/bankid/control';
import { BankIdFaults } from '@/demo/bankid/faults';
import type { Order } from '@/demo/bankid/order';
import { BankIdOrders } from '@/demo/bankid/orders';
import { phoneRoutes } from '@/demo/bankid/phone-pages';
import { type DemoPerson, demoPeople } from '@/demo/people';
import { listen, type Running, routesHandler } from '@/demo/web/http';
import { notFoundPage } from '@/demo/web/page';

const [astrid, gunnar] = demoPeople as [DemoPerson, DemoPerson];
const RETURN_URL = 'http://granvik.localhost:3000/log-in/bankid/return?nonce=abc';

let now: number;
let orders: BankIdOrders;
let pages: Running | undefined;

beforeEach(async () => {
  now = Date.parse('2026-11-24T13:15:00+01:00');
  orders = new BankIdOrders({ now: () => now, sign: () => ({ signature: 's', ocspResponse: 'o' }) });
  const options = { orders, people: demoPeople, faults: new BankIdFaults(), now: () => now };
  const server = createServer(
    routesHandler([...phoneRoutes(options), ...bankIdControlRoutes(options)], notFoundPage),
  );
  await pages?.close();
  pages = await listen(server, 0, '127.0.0.1', 'the phones');
});

afterAll(() => pages?.close());

function start(kind: 'auth' | 'sign' = 'auth', extra: object = {}): Order {
  const body = {
    endUserIp: '192.0.2.7',
    userVisibleData: Buffer.from('Logga in på <Mina sidor>').toString('base64'),
    web: { referringDomain: 'granvik.localhost' },
    ...extra,
  };
  return orders.create(kind, { channel: 'screen', body }, 'Mina sidor');
}

const url = (path: string) => `http://127.0.0.1:${pages?.port}${path}`;
const get = async (path: string) => (await fetch(url(path))).text();

/** Posts a form and gives back where the browser is sent. */
async function post(path: string, form: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url(path), {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

const control = async (body: object) => {
  const response = await fetch(url('/control/bankid'), { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};

describe('a phone', () => {
  test('reads a code from the list, shows what is asked and by whom, and approves', async () => {
    const order = start();
    expect(await get('/phone/astrid-lindqvist')).toContain(`value="${order.orderRef}"`);
    expect(await post('/phone/astrid-lindqvist/scan', { orderRef: order.orderRef })).toBe(
      '/phone/astrid-lindqvist',
    );
    const page = await get('/phone/astrid-lindqvist');
    expect(page).toContain('Mina sidor');
    expect(page).toContain('granvik.localhost');
    expect(page).toContain('Logga in på &lt;Mina sidor&gt;');
    expect(page).toContain('Legitimera');
    const target = await post(`/phone/astrid-lindqvist/orders/${order.orderRef}/approve`);
    expect(target).toBe('/phone/astrid-lindqvist?done=approved');
    expect(order.outcome?.status).toBe('complete');
  });

  test('does not show another person’s order', async () => {
    const order = start();
    await post('/phone/astrid-lindqvist/scan', { orderRef: order.orderRef });
    expect(await get('/phone/gunnar-lindqvist')).not.toContain(order.orderRef);
    const target = await post(`/phone/gunnar-lindqvist/orders/${order.orderRef}/approve`);
    expect(target).toBe('/phone/gunnar-lindqvist?refused=notYours');
    expect(order.outcome).toBeNull();
  });

  test('reads a pasted code, and says when it is too old', async () => {
    const order = start('sign');
    const qr = orders.currentQr(order);
    now += 6000;
    const refused = await post('/phone/astrid-lindqvist/scan', { qr });
    expect(refused).toBe('/phone/astrid-lindqvist?refused=stale');
    expect(await get(refused)).toContain('Koden är för gammal');
    expect(await post('/phone/astrid-lindqvist/scan', { qr: orders.currentQr(order) })).toBe(
      '/phone/astrid-lindqvist',
    );
    expect(await get('/phone/astrid-lindqvist?lang=en')).toContain('>Sign<');
  });

  test('of nobody is not found', async () => {
    expect((await fetch(url('/phone/nobody'))).status).toBe(404);
  });
});

describe('on this device', () => {
  const openForm = (order: Order, redirect = 'null') => ({
    autostarttoken: order.autoStartToken,
    redirect,
    person: 'astrid-lindqvist',
  });

  test.each(['approve', 'decline'])(
    'after %s the browser returns to the order’s own address',
    async (action) => {
      const order = start('auth', { returnUrl: RETURN_URL });
      expect(await get(`/phone/open?autostarttoken=${order.autoStartToken}&redirect=null`)).toContain(
        'Astrid Lindqvist',
      );
      await post('/phone/open', openForm(order, 'http://elsewhere.test/'));
      expect(await post(`/phone/astrid-lindqvist/orders/${order.orderRef}/${action}`)).toBe(RETURN_URL);
    },
  );

  test('without one it returns to the start link’s, if that is a web address', async () => {
    const first = start();
    await post('/phone/open', openForm(first, 'http://granvik.localhost:3000/log-in'));
    expect(await post(`/phone/astrid-lindqvist/orders/${first.orderRef}/approve`)).toBe(
      'http://granvik.localhost:3000/log-in',
    );
    const second = start();
    await post('/phone/open', openForm(second, 'javascript:alert(1)'));
    expect(await post(`/phone/astrid-lindqvist/orders/${second.orderRef}/approve`)).toBe(
      '/phone/astrid-lindqvist?done=approved',
    );
  });

  test('a scanned order does not return: the screen is elsewhere', async () => {
    const order = start('auth', { returnUrl: RETURN_URL });
    await post('/phone/astrid-lindqvist/scan', { orderRef: order.orderRef });
    expect(await post(`/phone/astrid-lindqvist/orders/${order.orderRef}/approve`)).toBe(
      '/phone/astrid-lindqvist?done=approved',
    );
  });

  test('the wrong person is told so, and the right one still can', async () => {
    const order = start('sign', { requirement: { personalNumber: gunnar.nationalId } });
    const refused = await post('/phone/open', openForm(order));
    expect(await get(refused)).toContain('Begäran gäller en annan person');
    await post('/phone/open', { ...openForm(order), person: 'gunnar-lindqvist' });
    expect(orders.heldBy(gunnar)).toEqual([order]);
  });

  test('a token that is no order’s, or of an order that has lapsed, is not found', async () => {
    const order = start();
    now += 30_000;
    for (const token of ['x', order.autoStartToken]) {
      expect((await fetch(url(`/phone/open?autostarttoken=${token}`))).status).toBe(404);
    }
  });
});

test('an order in a phone call is opened, confirmed and approved', async () => {
  const body = { personalNumber: astrid.nationalId, callInitiator: 'user' as const };
  const order = orders.create('auth', { channel: 'call', body }, 'Mina sidor');
  const base = '/phone/astrid-lindqvist';
  expect(await get(base)).toContain('open-call');
  await post(`${base}/orders/${order.orderRef}/open-call`);
  expect(await get(base)).toContain('Du har ringt till dem.');
  await post(`${base}/orders/${order.orderRef}/confirm-call`);
  await post(`${base}/orders/${order.orderRef}/approve`);
  expect(order.outcome?.status).toBe('complete');
});

describe('the control API', () => {
  const { nationalId } = astrid;

  test('scans the newest waiting order and approves it with a wished risk', async () => {
    start('auth', { returnRisk: true });
    now += 1000;
    const newest = start('auth', { returnRisk: true });
    const scanned = await control({ action: 'scan', nationalId });
    expect(scanned).toMatchObject({ status: 200, body: { ok: true, order: { orderRef: newest.orderRef } } });
    expect(await control({ action: 'approve', nationalId, risk: 'high' })).toMatchObject({ status: 200 });
    expect(newest.outcome).toMatchObject({ completionData: { risk: 'high' } });
  });

  test('prefers the order made for the person', async () => {
    const own = start('sign', { requirement: { personalNumber: nationalId } });
    start();
    expect(await control({ action: 'scan', nationalId })).toMatchObject({
      body: { order: { orderRef: own.orderRef } },
    });
  });

  test('answers 409 with the reason when the phone refuses', async () => {
    const order = start();
    const qr = orders.currentQr(order);
    now += 6000;
    expect(await control({ action: 'scan', nationalId, qr })).toEqual({
      status: 409,
      body: { ok: false, reason: 'stale' },
    });
    expect(await control({ action: 'approve', nationalId })).toEqual({
      status: 409,
      body: { ok: false, reason: 'unknown' },
    });
  });

  test('puts in any hint code, and fails with any', async () => {
    const order = start();
    await control({ action: 'hint', orderRef: order.orderRef, hintCode: 'userDanced' });
    expect(orders.pendingHint(order)).toBe('userDanced');
    await control({ action: 'fail', orderRef: order.orderRef, hintCode: 'moonEclipse' });
    expect(order.outcome).toMatchObject({ status: 'failed', hintCode: 'moonEclipse' });
  });

  test('answers 400 to what it does not understand', async () => {
    expect(await control({ action: 'dance', nationalId })).toMatchObject({ status: 400 });
    expect(await control({ action: 'scan', nationalId: '194207099140' })).toMatchObject({ status: 400 });
  });
});
