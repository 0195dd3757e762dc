import { beforeEach, describe, expect, test } from 'vitest';
import { BankIdError } from '@/demo/bankid/errors';
import type { Order, OrderRequest } from '@/demo/bankid/order';
import { BankIdOrders } from '@/demo/bankid/orders';
import { qrData } from '@/demo/bankid/qr';
import { type DemoPerson, demoPeople } from '@/demo/people';

const [astrid, gunnar] = demoPeople as [DemoPerson, DemoPerson];
const SECOND = 1000;

let now: number;
let orders: BankIdOrders;

beforeEach(() => {
  now = Date.parse('2026-11-24T13:15:00+01:00');
  orders = new BankIdOrders({ now: () => now, sign: () => ({ signature: 'signed', ocspResponse: 'ocsp' }) });
});

type Body = Partial<Extract<OrderRequest, { channel: 'screen' }>['body']>;

function start(body: Body = {}): Order {
  return orders.create(
    'auth',
    { channel: 'screen', body: { endUserIp: '192.0.2.7', ...body } },
    'Mina sidor',
  );
}

function startCall(person = astrid): Order {
  const body = { personalNumber: person.nationalId, callInitiator: 'user' as const };
  return orders.create('auth', { channel: 'call', body }, 'Mina sidor');
}

function errorOf(fn: () => unknown): string {
  try {
    fn();
  } catch (error) {
    if (error instanceof BankIdError) return error.errorCode;
    throw error;
  }
  return 'none';
}

describe('an order’s way', () => {
  test('from the screen to a completed log-in', () => {
    const order = start();
    expect(orders.collect(order.orderRef)).toMatchObject({
      status: 'pending',
      hintCode: 'outstandingTransaction',
    });
    expect(orders.scan(astrid, orders.currentQr(order))).toMatchObject({ ok: true });
    expect(orders.collect(order.orderRef)).toMatchObject({ status: 'pending', hintCode: 'started' });
    now += SECOND;
    expect(orders.collect(order.orderRef)).toMatchObject({ status: 'pending', hintCode: 'userSign' });
    expect(orders.approve(astrid, order.orderRef)).toMatchObject({ ok: true });
    expect(orders.collect(order.orderRef)).toMatchObject({
      status: 'complete',
      completionData: {
        user: { personalNumber: astrid.nationalId, name: 'Astrid Lindqvist' },
        signature: 'signed',
        ocspResponse: 'ocsp',
      },
    });
  });

  test('the result can be collected once', () => {
    const order = start();
    orders.scan(astrid, orders.currentQr(order));
    orders.approve(astrid, order.orderRef);
    orders.collect(order.orderRef);
    expect(errorOf(() => orders.collect(order.orderRef))).toBe('invalidParameters');
  });

  test('a failure can be collected once too', () => {
    const order = start();
    orders.scan(astrid, orders.currentQr(order));
    orders.decline(astrid, order.orderRef);
    expect(orders.collect(order.orderRef)).toMatchObject({ status: 'failed', hintCode: 'userCancel' });
    expect(errorOf(() => orders.collect(order.orderRef))).toBe('invalidParameters');
  });

  test.each([
    [180, 'none'],
    [181, 'invalidParameters'],
  ])('a completed order collected after %i s: %s', (seconds, error) => {
    const order = start();
    orders.scan(astrid, orders.currentQr(order));
    orders.approve(astrid, order.orderRef);
    now += seconds * SECOND;
    expect(errorOf(() => orders.collect(order.orderRef))).toBe(error);
  });

  test.each([
    [300, 'none'],
    [301, 'invalidParameters'],
  ])('a failed order collected after %i s: %s', (seconds, error) => {
    const order = start();
    orders.scan(astrid, orders.currentQr(order));
    orders.decline(astrid, order.orderRef);
    now += seconds * SECOND;
    expect(errorOf(() => orders.collect(order.orderRef))).toBe(error);
  });
});

describe('time', () => {
  test('30 seconds without an app is startFailed', () => {
    const order = start();
    now += 30 * SECOND - 1;
    expect(orders.collect(order.orderRef)).toMatchObject({ hintCode: 'outstandingTransaction' });
    now += 1;
    expect(orders.collect(order.orderRef)).toMatchObject({ status: 'failed', hintCode: 'startFailed' });
  });

  test('a scanned order no longer falls to the start limit, but to three minutes from the scan', () => {
    const order = start();
    now += 20 * SECOND;
    orders.scan(astrid, orders.currentQr(order));
    now += 180 * SECOND - 1;
    expect(orders.collect(order.orderRef)).toMatchObject({ hintCode: 'userSign' });
    now += 1;
    expect(orders.collect(order.orderRef)).toMatchObject({
      status: 'failed',
      hintCode: 'expiredTransaction',
    });
  });

  test('an expired order cannot be approved', () => {
    const order = start();
    orders.scan(astrid, orders.currentQr(order));
    now += 180 * SECOND;
    expect(orders.approve(astrid, order.orderRef)).toEqual({ ok: false, reason: 'over' });
  });
});

describe('the animated QR code', () => {
  test.each([
    [5, true],
    [6, false],
  ])('a picture %i s old is accepted: %s', (seconds, accepted) => {
    const order = start();
    const picture = orders.currentQr(order);
    now += seconds * SECOND;
    expect(orders.scan(astrid, picture).ok).toBe(accepted);
  });

  test('a code for a later second is refused when too far ahead', () => {
    const order = start();
    const ahead = qrData(order.qrStartToken, order.qrStartSecret, 6);
    expect(orders.scan(astrid, ahead)).toEqual({ ok: false, reason: 'stale' });
  });

  test('a code with a wrong signature is refused and leaves the order waiting', () => {
    const order = start();
    const forged = qrData(order.qrStartToken, order.autoStartToken, 0);
    expect(orders.scan(astrid, forged)).toEqual({ ok: false, reason: 'unreadable' });
    expect(orders.collect(order.orderRef)).toMatchObject({ hintCode: 'outstandingTransaction' });
  });

  test('a second phone cannot take an order that one has', () => {
    const order = start();
    orders.scan(astrid, orders.currentQr(order));
    expect(orders.scan(gunnar, orders.currentQr(order))).toEqual({ ok: false, reason: 'alreadyTaken' });
    expect(orders.approve(gunnar, order.orderRef)).toEqual({ ok: false, reason: 'notYours' });
  });
});

describe('on this device', () => {
  test('the start token opens the order, and the device has the address of the screen', () => {
    const order = start();
    expect(orders.openOnThisDevice(astrid, order.autoStartToken, null)).toMatchObject({ ok: true });
    orders.approve(astrid, order.orderRef);
    expect(orders.collect(order.orderRef)).toMatchObject({
      completionData: { device: { ipAddress: '192.0.2.7' } },
    });
  });

  test('a scanning phone has another address than the screen', () => {
    const order = start();
    orders.scan(astrid, orders.currentQr(order));
    orders.approve(astrid, order.orderRef);
    expect(orders.collect(order.orderRef)).toMatchObject({
      completionData: { device: { ipAddress: '198.51.100.23' } },
    });
  });
});

describe('an order for one person', () => {
  test('nobody else can take it up; the screen sees that an app looked', () => {
    const order = start({ requirement: { personalNumber: astrid.nationalId } });
    expect(orders.scan(gunnar, orders.currentQr(order))).toEqual({ ok: false, reason: 'wrongPerson' });
    now += 40 * SECOND;
    expect(orders.collect(order.orderRef)).toMatchObject({ status: 'pending', hintCode: 'started' });
    expect(orders.openOnThisDevice(astrid, order.autoStartToken, null)).toMatchObject({ ok: true });
  });

  test('a second start for the same person aborts the first and creates none; a third succeeds', () => {
    const requirement = { personalNumber: astrid.nationalId };
    const first = start({ requirement });
    expect(errorOf(() => start({ requirement }))).toBe('alreadyInProgress');
    expect(orders.all()).toHaveLength(1);
    expect(orders.collect(first.orderRef)).toMatchObject({ status: 'failed', hintCode: 'cancelled' });
    expect(errorOf(() => start({ requirement }))).toBe('none');
  });

  test('an order on the person’s phone counts as in progress', () => {
    const first = start();
    orders.scan(astrid, orders.currentQr(first));
    expect(errorOf(() => start({ requirement: { personalNumber: astrid.nationalId } }))).toBe(
      'alreadyInProgress',
    );
  });

  test('taking up a new order drops the one the phone had', () => {
    const first = start();
    const second = start();
    orders.scan(astrid, orders.currentQr(first));
    orders.scan(astrid, orders.currentQr(second));
    expect(orders.collect(first.orderRef)).toMatchObject({ status: 'failed', hintCode: 'cancelled' });
    expect(orders.heldBy(astrid)).toEqual([second]);
  });

  test('a phone has no BankID for the file policy alone', () => {
    const order = start({ requirement: { certificatePolicies: ['1.2.3.4.5'] } });
    expect(orders.scan(astrid, orders.currentQr(order))).toEqual({ ok: false, reason: 'noMatchingBankId' });
  });
});

describe('cancel', () => {
  test('the order is gone for the relying party', () => {
    const order = start();
    orders.cancel(order.orderRef);
    expect(errorOf(() => orders.collect(order.orderRef))).toBe('invalidParameters');
    expect(errorOf(() => orders.cancel(order.orderRef))).toBe('invalidParameters');
  });

  test('a completed order cannot be cancelled', () => {
    const order = start();
    orders.scan(astrid, orders.currentQr(order));
    orders.approve(astrid, order.orderRef);
    expect(errorOf(() => orders.cancel(order.orderRef))).toBe('invalidParameters');
  });
});

describe('risk', () => {
  test.each([
    [{}, undefined],
    [{ returnRisk: true }, 'moderate'],
    [{ requirement: { risk: 'moderate' as const } }, 'moderate'],
  ])('asked with %j the answer has risk %s', (body, risk) => {
    const order = start(body);
    orders.scan(astrid, orders.currentQr(order));
    orders.approve(astrid, order.orderRef, { risk: 'moderate' });
    const { completionData } = orders.collect(order.orderRef) as { completionData: { risk?: string } };
    expect(completionData.risk).toBe(risk);
  });

  test('may be absent though asked for', () => {
    const order = start({ returnRisk: true });
    orders.scan(astrid, orders.currentQr(order));
    orders.approve(astrid, order.orderRef, { risk: 'absent' });
    const { completionData } = orders.collect(order.orderRef) as { completionData: object };
    expect(completionData).not.toHaveProperty('risk');
  });

  test('above the required level blocks the order', () => {
    const order = start({ requirement: { risk: 'low' } });
    orders.scan(astrid, orders.currentQr(order));
    orders.approve(astrid, order.orderRef, { risk: 'moderate' });
    expect(orders.collect(order.orderRef)).toMatchObject({
      status: 'failed',
      hintCode: 'transactionRiskBlocked',
    });
  });
});

describe('in a phone call', () => {
  test('the call is confirmed before the order can be approved', () => {
    const order = startCall();
    expect(orders.callsFor(astrid)).toEqual([order]);
    expect(orders.callsFor(gunnar)).toEqual([]);
    orders.openCall(astrid, order.orderRef);
    now += SECOND;
    expect(orders.collect(order.orderRef)).toMatchObject({ hintCode: 'userCallConfirm' });
    expect(orders.approve(astrid, order.orderRef)).toEqual({ ok: false, reason: 'callNotConfirmed' });
    orders.confirmCall(astrid, order.orderRef);
    expect(orders.collect(order.orderRef)).toMatchObject({ hintCode: 'userSign' });
    orders.approve(astrid, order.orderRef);
    expect(orders.collect(order.orderRef)).toMatchObject({ status: 'complete' });
  });

  test('a call the person is not in is declined', () => {
    const order = startCall();
    orders.openCall(astrid, order.orderRef);
    orders.declineCall(astrid, order.orderRef);
    expect(orders.collect(order.orderRef)).toMatchObject({ status: 'failed', hintCode: 'userDeclinedCall' });
  });

  test('there is no QR code and no start token to use', () => {
    const order = startCall();
    expect(orders.scan(astrid, orders.currentQr(order))).toEqual({ ok: false, reason: 'unknown' });
    expect(orders.openOnThisDevice(astrid, order.autoStartToken, null)).toEqual({
      ok: false,
      reason: 'unknown',
    });
    expect(orders.onScreens()).toEqual([]);
  });
});

describe('protection and tests’ wishes', () => {
  test('the eleventh collect within a second is too many', () => {
    const order = start();
    for (let count = 0; count < 10; count += 1) orders.collect(order.orderRef);
    expect(errorOf(() => orders.collect(order.orderRef))).toBe('tooManyRequests');
    now += SECOND;
    expect(errorOf(() => orders.collect(order.orderRef))).toBe('none');
  });

  test('an unheard-of hint code can be shown, and one can fail with it', () => {
    const order = start();
    orders.overrideHint(order, 'userDanced');
    expect(orders.collect(order.orderRef)).toMatchObject({ status: 'pending', hintCode: 'userDanced' });
    orders.end(order, 'moonEclipse');
    expect(orders.collect(order.orderRef)).toMatchObject({ status: 'failed', hintCode: 'moonEclipse' });
  });

  test('a required passport reading is hinted and reported', () => {
    const order = start({ requirement: { mrtd: true } });
    orders.scan(astrid, orders.currentQr(order));
    now += SECOND;
    expect(orders.collect(order.orderRef)).toMatchObject({ hintCode: 'userMrtd' });
    orders.approve(astrid, order.orderRef);
    expect(orders.collect(order.orderRef)).toMatchObject({ completionData: { stepUp: { mrtd: true } } });
  });
});
