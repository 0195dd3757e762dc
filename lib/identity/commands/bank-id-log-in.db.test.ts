import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { NationalId } from '@/lib/kernel/national-id';
import type { NobodyActor, ResidentActor } from '@/lib/platform/actor';
import { newToken } from '@/lib/platform/crypto';
import { read, write } from '@/lib/platform/db';
import { aNobody, createResident, sessionRules } from '@/lib/testing/builders';
import { auditOf } from '@/lib/testing/cases-world';
import {
  demoPerson,
  type SimulatedBankId,
  type SimulatedOrder,
  startSimulatedBankId,
} from '@/lib/testing/simulated-bank-id';
import { dumpEverything } from '@/lib/testing/test-database';
import { COLLECT_EVERY, MAX_STARTS_PER_ADDRESS } from '../domain/order-life';
import { findSession } from '../queries/find-session';
import { getPersonInTx } from '../queries/get-person-in-tx';
import type { RegisterFacts } from '../register-client';
import { advanceBankIdOrder } from './advance-bank-id-order';
import { cancelBankIdOrder } from './cancel-bank-id-order';
import { completeBankIdLogIn } from './complete-bank-id-log-in';
import { putPersonInTx } from './put-person-in-tx';
import { returnFromBankIdApp } from './return-from-bank-id-app';
import { startBankIdOrder } from './start-bank-id-order';

let bankId: SimulatedBankId;
beforeAll(async () => {
  bankId = await startSimulatedBankId();
}, 60_000);
afterAll(() => bankId.close());
// Each test's orders start a minute after the last one's, so that the limit per address is met by one test alone.
beforeEach(() => {
  bankId.faults.set({ errorCode: null });
  bankId.pass(61_000);
});

const nobody = aNobody('granvik');
const { idleMinutes, absoluteHours } = sessionRules('granvik');
const IDLE_LIMIT = idleMinutes * 60_000;
const ABSOLUTE_LIMIT = absoluteHours * 3_600_000;
const astrid = demoPerson('Astrid');
const gunnar = demoPerson('Gunnar');

let address = 0;
const browser = () => ({
  browserToken: newToken(),
  previousBrowserToken: '',
  deviceToken: newToken(),
  ip: `203.0.113.${++address}`,
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0',
  host: 'granvik.localhost:3000',
  scheme: 'http' as const,
});

async function start(flow: 'qr' | 'same-device' = 'qr', from = browser(), actor = nobody) {
  const deps = { client: bankId.client, now: bankId.now };
  const { orderId } = await startBankIdOrder(
    actor,
    { kind: 'auth', flow, returnTo: '/settings', visibleText: 'Du loggar in på Mina sidor.', ...from },
    deps,
  );
  const order = { orderId, browserToken: from.browserToken };
  return {
    ...order,
    simulated: bankId.newest(),
    /** as the page would, two seconds later */
    advance: () => {
      bankId.pass(COLLECT_EVERY);
      return advanceBankIdOrder(actor, order, deps);
    },
    complete: (
      more: { browserToken?: string; previousSessionToken?: string; register?: RegisterFacts | null } = {},
    ) =>
      completeBankIdLogIn(
        actor,
        {
          ...order,
          ...(more.browserToken !== undefined && { browserToken: more.browserToken }),
          userAgent: from.userAgent,
          previousSessionToken: more.previousSessionToken,
          language: 'en',
        },
        {
          now: bankId.now,
          register: async () => (more.register === undefined ? registered : more.register),
        },
      ),
  };
}

const registered: RegisterFacts = {
  name: { givenName: 'Astrid', surname: 'Lindqvist' },
  protectedIdentity: false,
};

const approveBy = (person: typeof astrid, orderRef: string, options = {}) => {
  const order = bankId.orders.find(orderRef);
  if (!order) throw new Error('no such order');
  bankId.orders.scan(person, bankId.orders.currentQr(order));
  return bankId.orders.approve(person, orderRef, options);
};

const personOf = async (token: string) => {
  const session = await findSession('granvik', token, bankId.now());
  if (!session) throw new Error('no session');
  return read(nobody, (tx) => getPersonInTx(tx, 'granvik', session.actor.personId));
};

describe('logging in by QR code', () => {
  it('makes a session of the person’s own, and nothing of it stands in the database in the clear', async () => {
    const order = await start();
    expect(await order.advance()).toMatchObject({
      status: 'pending',
      messageKey: 'bankid:rfa1',
      ready: false,
      startLink: null,
      minutesLeft: 3,
    });
    approveBy(astrid, order.simulated.orderRef);
    expect(await order.advance()).toMatchObject({ status: 'complete', ready: true, qrData: null });
    const { sessionToken, returnTo } = await order.complete();
    expect(returnTo).toBe('/settings');
    expect(await personOf(sessionToken)).toMatchObject({
      givenName: 'Astrid',
      nationalId: astrid.nationalId,
      language: 'en',
      protectedIdentity: false,
    });
    const dump = await dumpEverything();
    for (const secret of [
      astrid.nationalId,
      'Lindqvist',
      sessionToken,
      order.browserToken,
      order.simulated.orderRef,
      order.simulated.autoStartToken,
      order.simulated.qrStartSecret,
    ])
      expect(dump).not.toContain(secret);
  });

  it('shows a code that BankID takes, another each second, and hides it once it is read', async () => {
    const order = await start();
    const codes = [];
    for (let second = 0; second < 3; second++) {
      const { qrData } = await advanceBankIdOrder(nobody, order, { client: bankId.client, now: bankId.now });
      codes.push(qrData);
      bankId.pass(1000);
    }
    expect(new Set(codes).size).toBe(3);
    const { qrData } = await advanceBankIdOrder(nobody, order, { client: bankId.client, now: bankId.now });
    expect(bankId.orders.scan(gunnar, qrData ?? '').ok).toBe(true);
    bankId.pass(2000);
    expect(await order.advance()).toMatchObject({
      qrData: null,
      messageKey: 'bankid:rfa9',
      minutesLeft: null,
    });
  });

  it('asks BankID every other second, however many browsers and instances ask us', async () => {
    const order = await start();
    const asked = order.simulated.collectTimes.length;
    bankId.pass(COLLECT_EVERY);
    const deps = { client: bankId.client, now: bankId.now };
    await Promise.all(Array.from({ length: 8 }, () => advanceBankIdOrder(nobody, order, deps)));
    expect(order.simulated.collectTimes.length - asked).toBe(1);
    await advanceBankIdOrder(nobody, order, deps);
    expect(order.simulated.collectTimes.length - asked).toBe(1);
  });

  it('is for the browser that started, and for its municipality', async () => {
    const order = await start();
    approveBy(astrid, order.simulated.orderRef);
    await order.advance();
    const deps = { client: bankId.client, now: bankId.now };
    const asOther = { orderId: order.orderId, browserToken: newToken() };
    await expect(advanceBankIdOrder(nobody, asOther, deps)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(advanceBankIdOrder(aNobody('ekhamn'), order, deps)).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(cancelBankIdOrder(nobody, asOther, deps)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(order.complete({ browserToken: newToken() })).rejects.toMatchObject({ code: 'NotFound' });
    await expect(order.complete({ browserToken: '' })).rejects.toMatchObject({ code: 'NotFound' });
    const refused = (await auditOf('granvik', order.orderId)).filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ action }) => action)).toEqual([
      'identity.advance-bank-id-order',
      'identity.cancel-bank-id-order',
      // The second within the minute says nothing new.
      'identity.complete-log-in',
    ]);
  });

  it('asked for again and again by others, it is in the log once a minute; the invented are one', async () => {
    const orders = [await start(), await start()];
    const deps = { client: bankId.client, now: bankId.now };
    const ask = (orderId: string, actor: NobodyActor | ResidentActor = nobody) =>
      expect(advanceBankIdOrder(actor, { orderId, browserToken: newToken() }, deps)).rejects.toMatchObject({
        code: 'NotFound',
      });
    const person = await createResident('granvik');
    const rows = () =>
      read(nobody, (tx) =>
        tx.auditEntry.findMany({ where: { tenantId: 'granvik', action: 'identity.advance-bank-id-order' } }),
      );
    // What is invented may have been counted by the test before.
    await ask(newId());
    const before = (await rows()).length;
    for (let times = 0; times < 4; times++) {
      for (const { orderId } of orders) await ask(orderId);
      await ask(newId());
    }
    expect((await rows()).length - before).toBe(2);
    await ask(orders[0]?.orderId ?? '', person);
    expect((await rows()).length - before).toBe(3);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    try {
      for (const { orderId } of orders) await ask(orderId);
      for (let times = 0; times < 4; times++) await ask(newId());
    } finally {
      vi.useRealTimers();
    }
    expect((await rows()).length - before).toBe(6);
  });

  it('gives one session, also to two at once, and none too late', async () => {
    const order = await start();
    await expect(order.complete()).rejects.toMatchObject({ code: 'Conflict' });
    approveBy(astrid, order.simulated.orderRef);
    await order.advance();
    const both = await Promise.allSettled([order.complete(), order.complete()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(order.complete()).rejects.toMatchObject({ code: 'AlreadyDone' });

    const late = await start();
    approveBy(astrid, late.simulated.orderRef);
    await late.advance();
    bankId.pass(4 * 60_000);
    await expect(late.complete()).rejects.toMatchObject({ code: 'Conflict' });
  });

  it('makes one person of two first log-ins at once', async () => {
    const karin = demoPerson('Karin');
    const orders = [];
    for (let n = 0; n < 2; n++) {
      const order = await start();
      approveBy(karin, order.simulated.orderRef);
      await order.advance();
      orders.push(order);
    }
    const tokens = await Promise.all(orders.map((order) => order.complete()));
    const people = await Promise.all(tokens.map(({ sessionToken }) => personOf(sessionToken)));
    expect(people[0]?.id).toBe(people[1]?.id);
  });
});

describe('what BankID may answer', () => {
  it('a no is a no', async () => {
    const order = await start();
    bankId.orders.scan(gunnar, bankId.orders.currentQr(order.simulated));
    bankId.orders.decline(gunnar, order.simulated.orderRef);
    expect(await order.advance()).toMatchObject({
      status: 'failed',
      messageKey: 'bankid:rfa6',
      ready: false,
    });
    await expect(order.complete()).rejects.toMatchObject({ code: 'Conflict' });
  });

  it('an order that nobody picked up is started again, with new secrets, until three minutes have gone', async () => {
    const order = await start();
    const before = await order.advance();
    bankId.pass(31_000);
    const again = await order.advance();
    expect(again).toMatchObject({ status: 'pending', messageKey: 'bankid:rfa1' });
    expect(again.qrData?.split('.')[1]).not.toBe(before.qrData?.split('.')[1]);
    expect(bankId.newest().orderRef).not.toBe(order.simulated.orderRef);
    for (let round = 0; round < 6; round++) {
      bankId.pass(31_000);
      await order.advance();
    }
    expect(await order.advance()).toMatchObject({ status: 'failed', messageKey: 'bankid:rfa17b' });
  });

  it('a hint that nobody has heard of goes on, or has failed', async () => {
    const order = await start();
    bankId.orders.overrideHint(order.simulated, 'userDance');
    expect(await order.advance()).toMatchObject({ status: 'pending', messageKey: 'bankid:rfa21' });
    bankId.orders.end(order.simulated, 'userFell');
    expect(await order.advance()).toMatchObject({ status: 'failed', messageKey: 'bankid:rfa22' });
  });

  it('silence is waited out', async () => {
    const order = await start();
    bankId.faults.set({ errorCode: 'maintenance' });
    expect(await order.advance()).toMatchObject({ status: 'pending' });
    bankId.faults.set({ errorCode: 'disconnect', times: 1 });
    expect(await order.advance()).toMatchObject({ status: 'pending' });
    approveBy(astrid, order.simulated.orderRef);
    expect(await order.advance()).toMatchObject({ status: 'complete' });
  });

  it('a high risk is refused, and stands in the audit log', async () => {
    const order = await start();
    approveBy(astrid, order.simulated.orderRef, { risk: 'high' });
    expect(await order.advance()).toMatchObject({ status: 'failed', messageKey: 'identity:order.refused' });
    const entries = await read(nobody, (tx) =>
      tx.auditEntry.findMany({ where: { tenantId: 'granvik', objectId: order.orderId } }),
    );
    expect(entries).toMatchObject([{ outcome: 'refused', reason: 'risk-high', actorKind: 'nobody' }]);
  });

  it('refuses to start are told apart', async () => {
    bankId.faults.set({ errorCode: 'unauthorized' });
    await expect(start()).rejects.toMatchObject({ code: 'UpstreamDown', reason: 'bankid:rfa22' });
    bankId.faults.set({ errorCode: 'internalError' });
    await expect(start()).rejects.toMatchObject({ code: 'UpstreamDown', reason: 'bankid:rfa5' });
  });
});

describe('cancelling', () => {
  it('ends the order here and on the phone, also twice', async () => {
    const order = await start();
    const deps = { client: bankId.client };
    await cancelBankIdOrder(nobody, order, deps);
    await cancelBankIdOrder(nobody, order, deps);
    expect(bankId.orders.find(order.simulated.orderRef)?.outcome).toMatchObject({ status: 'failed' });
    expect(await order.advance()).toMatchObject({ status: 'cancelled', ready: false });
  });

  it('is what starting anew in the same browser does to the order before', async () => {
    const from = browser();
    const first = await start('qr', from);
    await start('qr', { ...browser(), previousBrowserToken: from.browserToken });
    expect(await first.advance()).toMatchObject({ status: 'cancelled' });
  });

  it('wins over an answer that was on its way', async () => {
    const order = await start();
    approveBy(astrid, order.simulated.orderRef);
    const slow = {
      ...bankId.client,
      collect: async (orderRef: string) => {
        const answer = await bankId.client.collect(orderRef);
        await cancelBankIdOrder(nobody, order, { client: bankId.client });
        return answer;
      },
    };
    bankId.pass(COLLECT_EVERY);
    const seen = await advanceBankIdOrder(nobody, order, { client: slow, now: bankId.now });
    expect(seen.status).toBe('cancelled');
    await expect(order.complete()).rejects.toMatchObject({ code: 'Conflict' });
  });
});

describe('BankID on the same device', () => {
  const nonceOf = (returnUrl: string | undefined) => new URL(returnUrl ?? '').searchParams.get('nonce') ?? '';
  const returnUrlOf = (order: { simulated: SimulatedOrder }) =>
    order.simulated.request.channel === 'screen' ? order.simulated.request.body.returnUrl : undefined;

  async function approved() {
    const order = await start('same-device');
    const nonce = nonceOf(returnUrlOf(order));
    bankId.orders.openOnThisDevice(astrid, order.simulated.autoStartToken, null);
    bankId.orders.approve(astrid, order.simulated.orderRef);
    return { order, nonce, seen: await order.advance() };
  }

  it('gives the start link instead of a code', async () => {
    const order = await start('same-device');
    expect(await order.advance()).toMatchObject({
      qrData: null,
      startLink: expect.stringContaining(`autostarttoken=${order.simulated.autoStartToken}`),
      messageKey: 'bankid:rfa13',
    });
  });

  it('logs in only once the starting browser has come back with the nonce', async () => {
    const { order, nonce, seen } = await approved();
    expect(seen).toMatchObject({
      status: 'complete',
      ready: false,
      messageKey: 'identity:order.go-back-to-browser',
    });
    await expect(order.complete()).rejects.toMatchObject({ code: 'Conflict' });
    await returnFromBankIdApp(nobody, { ...order, nonce });
    expect(await order.advance()).toMatchObject({ ready: true });
    expect(await personOf((await order.complete()).sessionToken)).toMatchObject({ givenName: 'Astrid' });
  });

  it('is nothing to whoever sent the start link to somebody else', async () => {
    const { order, nonce } = await approved();
    // The one who approved comes back in her own browser, which didn't start it …
    await expect(
      returnFromBankIdApp(nobody, { orderId: order.orderId, nonce, browserToken: newToken() }),
    ).rejects.toMatchObject({ code: 'NotFound' });
    // … and the one who started it doesn't know the nonce.
    await expect(returnFromBankIdApp(nobody, { ...order, nonce: newToken() })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(order.complete()).rejects.toMatchObject({ code: 'Conflict' });
  });
});

describe('the person', () => {
  it('is somebody else in another municipality', async () => {
    const here = await start();
    approveBy(gunnar, here.simulated.orderRef);
    await here.advance();
    const there = await start('qr', { ...browser(), host: 'ekhamn.localhost:3000' }, aNobody('ekhamn'));
    approveBy(gunnar, there.simulated.orderRef);
    await there.advance();
    const [a, b] = [await here.complete(), await there.complete()];
    expect(await findSession('ekhamn', a.sessionToken, bankId.now())).toBeNull();
    expect(await findSession('granvik', b.sessionToken, bankId.now())).toBeNull();
    expect(await findSession('ekhamn', b.sessionToken, bankId.now())).toMatchObject({
      actor: { tenantId: 'ekhamn' },
    });
  });

  it('who was only told of by a back office gets her language, name and protection from her first log-in', async () => {
    const nationalId = '196508122857' as NationalId;
    const told = { nationalId, name: { givenName: 'Nån', surname: 'Annan' } };
    const personId = await write(nobody, (tx) => putPersonInTx(tx, 'granvik', told));
    const known = () => read(nobody, (tx) => getPersonInTx(tx, 'granvik', personId));
    expect(await known()).toMatchObject({ language: 'sv', protectedIdentity: true });
    const name = { givenName: 'Rune', surname: 'Ekdahl' };
    const logIn = async () => {
      const order = await start();
      approveBy({ ...astrid, ...name, nationalId }, order.simulated.orderRef);
      await order.advance();
      await order.complete({ register: { name, protectedIdentity: false } });
    };
    await logIn();
    expect(await known()).toMatchObject({ ...name, language: 'en', protectedIdentity: false });
    // What she has chosen since stands at the next.
    await write(nobody, (tx) =>
      tx.person.update({
        where: { tenantId_id: { tenantId: 'granvik', id: personId } },
        data: { language: 'fi' },
      }),
    );
    await logIn();
    expect(await known()).toMatchObject({ language: 'fi' });
  });

  it('who is new is protected until the register has answered; who is known keeps what is known', async () => {
    const elin = demoPerson('Elin');
    const logIn = async (register: RegisterFacts | null) => {
      const order = await start();
      approveBy(elin, order.simulated.orderRef);
      await order.advance();
      return personOf((await order.complete({ register })).sessionToken);
    };
    expect(await logIn(null)).toMatchObject({ givenName: 'Elin', protectedIdentity: true });
    const name = { givenName: 'Elin Maria', surname: 'Sandberg' };
    expect(await logIn({ name, protectedIdentity: false })).toMatchObject({
      givenName: 'Elin Maria',
      protectedIdentity: false,
    });
    expect(await logIn(null)).toMatchObject({ protectedIdentity: false });
    expect(await logIn({ name, protectedIdentity: true })).toMatchObject({ protectedIdentity: true });
  });
});

describe('the session', () => {
  const session = async (previousSessionToken?: string) => {
    const order = await start();
    approveBy(gunnar, order.simulated.orderRef);
    await order.advance();
    return (await order.complete(previousSessionToken ? { previousSessionToken } : {})).sessionToken;
  };

  it('has a new token at each log-in, and the browser’s old one opens nothing', async () => {
    const first = await session();
    const second = await session(first);
    expect(second).not.toBe(first);
    expect(await findSession('granvik', first, bankId.now())).toBeNull();
    expect(await findSession('granvik', second, bankId.now())).not.toBeNull();
  });

  it('ends by idleness and by age', async () => {
    const token = await session();
    const at = (ms: number) => new Date(bankId.now().getTime() + ms);
    expect(await findSession('granvik', token, at(IDLE_LIMIT - 10_000))).not.toBeNull();
    expect(await findSession('granvik', token, at(IDLE_LIMIT + 10_000))).toBeNull();
    expect(await findSession('granvik', token, at(ABSOLUTE_LIMIT + 10_000))).toBeNull();
  });
});

it('one address cannot start orders without end', async () => {
  const from = browser();
  for (let n = 0; n < MAX_STARTS_PER_ADDRESS; n++) await start('qr', { ...from, browserToken: newToken() });
  await expect(start('qr', from)).rejects.toMatchObject({
    code: 'NotNow',
    reason: 'errors:too-many-log-ins',
  });
});

it('one address cannot start more by starting all at once, nor by what BankID refuses', async () => {
  const from = browser();
  const tries = Array.from({ length: MAX_STARTS_PER_ADDRESS + 6 }, () =>
    start('qr', { ...from, browserToken: newToken() }),
  );
  const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(6);

  bankId.pass(61_000);
  bankId.faults.set({ errorCode: 'internalError' });
  for (let n = 0; n < MAX_STARTS_PER_ADDRESS; n++) {
    await expect(start('qr', from)).rejects.toMatchObject({ code: 'UpstreamDown' });
  }
  await expect(start('qr', from)).rejects.toMatchObject({ code: 'NotNow' });
});

it.each(['not-an-id', '', "' or 1=1", '\0'])(
  'an order called %j is nobody’s, and leaves no line',
  async (orderId) => {
    const order = { orderId, browserToken: newToken() };
    const deps = { client: bankId.client, now: bankId.now };
    const rest = { userAgent: '', previousSessionToken: undefined, language: 'sv' };
    const tries = [
      () => cancelBankIdOrder(nobody, order, deps),
      () => advanceBankIdOrder(nobody, order, deps),
      () => completeBankIdLogIn(nobody, { ...order, ...rest }, deps),
      () => returnFromBankIdApp(nobody, { ...order, nonce: 'x' }, deps),
    ];
    const lines = () => read(nobody, (tx) => tx.auditEntry.count({ where: { tenantId: 'granvik' } }));
    const before = await lines();
    for (const one of tries) await expect(one()).rejects.toMatchObject({ code: 'NotFound' });
    // Anybody can send such things without end, and what is written here is never deleted.
    expect(await lines()).toBe(before);
  },
);

it('asks the register with what BankID said', async () => {
  const order = await start();
  approveBy(astrid, order.simulated.orderRef);
  await order.advance();
  let asked: NationalId | undefined;
  await completeBankIdLogIn(
    nobody,
    { ...order, userAgent: '', previousSessionToken: undefined, language: 'sv' },
    {
      now: bankId.now,
      register: async (nationalId) => {
        asked = nationalId;
        return null;
      },
    },
  );
  expect(asked).toBe(astrid.nationalId);
});
