import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { newToken, openJson, sha256 } from '@/lib/platform/crypto';
import { read, write } from '@/lib/platform/db';
import { createResident } from '@/lib/testing/builders';
import { auditOf } from '@/lib/testing/cases-world';
import { demoPerson, type SimulatedBankId, startSimulatedBankId } from '@/lib/testing/simulated-bank-id';
import { COLLECT_EVERY } from '../domain/order-life';
import { signatureContext } from '../domain/order-secrets';
import { advanceBankIdOrder } from './advance-bank-id-order';
import { completeBankIdLogIn } from './complete-bank-id-log-in';
import { consumeSignOrderInTx } from './consume-sign-order-in-tx';
import { startBankIdOrder } from './start-bank-id-order';

let bankId: SimulatedBankId;
let astrid: ResidentActor;
let oskar: ResidentActor;
const phone = demoPerson('Astrid');
const otherPhone = demoPerson('Oskar');

beforeAll(async () => {
  bankId = await startSimulatedBankId();
  astrid = await createResident('granvik', phone);
  oskar = await createResident('granvik', otherPhone);
}, 60_000);
afterAll(() => bankId.close());
// What an earlier test left on the phone has lapsed by then: a person has one order at a time.
beforeEach(() => bankId.pass(240_000));

const text = 'Du skriver under din ansökan om särskilt boende.';

async function start(actor = astrid, document = 'the exact document') {
  const deps = { client: bankId.client, now: bankId.now };
  const subjectId = newId();
  const documentHash = sha256(document);
  const browserToken = newToken();
  const { orderId } = await startBankIdOrder(
    actor,
    {
      kind: 'sign',
      flow: 'qr',
      returnTo: `/applications/${subjectId}/sign`,
      sign: { subjectType: 'application', subjectId, visibleText: text, documentHash },
      browserToken,
      previousBrowserToken: '',
      deviceToken: newToken(),
      ip: '203.0.113.9',
      userAgent: '',
      host: 'granvik.localhost',
      scheme: 'http',
    },
    deps,
  );
  const simulated = bankId.newest();
  const signed = { orderId, browserToken, subjectType: 'application', subjectId, documentHash };
  return {
    ...signed,
    simulated,
    advance: (as = actor) => {
      bankId.pass(COLLECT_EVERY);
      return advanceBankIdOrder(as, { orderId, browserToken }, deps);
    },
    consume: (more: Partial<typeof signed> = {}, as = actor) =>
      write(as, (tx) => consumeSignOrderInTx(tx, as, { ...signed, ...more })),
  };
}

async function signed(actor = astrid, by = phone) {
  const order = await start(actor);
  bankId.orders.scan(by, bankId.orders.currentQr(order.simulated));
  bankId.orders.approve(by, order.simulated.orderRef);
  await order.advance();
  return order;
}

describe('a signature', () => {
  it('is of the person, the text and the exact document, with its evidence sealed', async () => {
    const order = await signed();
    const { signatureId, signedAt } = await order.consume();
    expect(signedAt).toBeInstanceOf(Date);
    const row = await read(astrid, (tx) =>
      tx.signature.findUniqueOrThrow({ where: { tenantId_id: { tenantId: 'granvik', id: signatureId } } }),
    );
    expect(row).toMatchObject({ personId: astrid.personId, subjectId: order.subjectId });
    expect(openJson(row.evidenceSealed, signatureContext('granvik', signatureId))).toMatchObject({
      orderRef: order.simulated.orderRef,
      visibleText: text,
      user: { personalNumber: phone.nationalId },
      signature: expect.any(String),
      ocspResponse: expect.any(String),
    });
  });

  it('can be given by nobody else: BankID is told whose it must be', async () => {
    const order = await start();
    expect(bankId.orders.scan(otherPhone, bankId.orders.currentQr(order.simulated))).toMatchObject({
      ok: false,
      reason: 'wrongPerson',
    });
  });

  it('counts once, also to two at once', async () => {
    const order = await signed();
    const both = await Promise.allSettled([order.consume(), order.consume()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(order.consume()).rejects.toMatchObject({ code: 'Conflict' });
    expect(await order.advance()).toMatchObject({ status: 'consumed' });
  });

  it('is not there before BankID has said yes, and is used by nothing that fails', async () => {
    const waiting = await start();
    await expect(waiting.consume()).rejects.toMatchObject({ code: 'Conflict' });
    bankId.pass(31_000);
    const order = await signed();
    await expect(
      write(astrid, async (tx) => {
        await consumeSignOrderInTx(tx, astrid, order);
        throw new Error('what it was for failed');
      }),
    ).rejects.toThrow('what it was for failed');
    expect(await order.consume()).toHaveProperty('signatureId');
  });

  it('is of that document alone', async () => {
    const order = await signed();
    await expect(order.consume({ documentHash: sha256('another') })).rejects.toMatchObject({
      code: 'Conflict',
      reason: 'errors:signed-something-else',
    });
    await expect(order.consume({ subjectId: newId() })).rejects.toMatchObject({ code: 'NotFound' });
    await expect(order.consume({ subjectType: 'consent' })).rejects.toMatchObject({ code: 'NotFound' });
    expect(await order.consume()).toHaveProperty('signatureId');
  });

  it('is nobody else’s, in no other browser', async () => {
    const order = await signed();
    await expect(order.consume({}, oskar)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(order.consume({ browserToken: newToken() })).rejects.toMatchObject({ code: 'NotFound' });
    await expect(order.advance(oskar)).rejects.toMatchObject({ code: 'NotFound' });
    expect(await auditOf('granvik', order.orderId)).toEqual([
      { action: 'identity.advance-bank-id-order', outcome: 'refused', subjectPersonId: astrid.personId },
    ]);
  });

  it('is not a log-in', async () => {
    const order = await signed();
    await expect(
      completeBankIdLogIn(astrid, {
        orderId: order.orderId,
        browserToken: order.browserToken,
        userAgent: '',
        previousSessionToken: undefined,
        language: 'sv',
      }),
    ).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('says when the person has another order under way', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ code: 'Conflict', reason: 'bankid:rfa4' });
  });
});
