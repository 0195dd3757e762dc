import 'server-only';
import type { NobodyActor, ResidentActor } from '@/lib/platform/actor';
import { auditRefusal } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { openJson, openText, sealJson } from '@/lib/platform/crypto';
import { read, type Tx, write } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { notFound } from '@/lib/platform/errors';
import type { BankIdOrderModel } from '@/lib/platform/generated/models';
import { log } from '@/lib/platform/log';
import { guarded, visibleOrder } from '../access';
import type { CollectAnswer, CompletionData, StartAnswer } from '../bankid/answers';
import { type BankIdAnswer, type BankIdClient, bankId } from '../bankid/client';
import { checkSignature } from '../bankid/signature-check';
import { bankIdQrData, bankIdQrSeconds } from '../domain/bankid-qr';
import {
  COLLECT_EVERY,
  COLLECT_LEASE,
  isGivenUp,
  mayLogIn,
  minutesLeft,
  showsQr,
  startsAgain,
} from '../domain/order-life';
import { orderMessage } from '../domain/order-message';
import { type OrderSecrets, orderContext } from '../domain/order-secrets';
import type { BankIdOrderView } from '../domain/order-view';
import { startLink } from '../domain/start-link';
import { getPersonInTx } from '../queries/get-person-in-tx';
import { returnAddress } from './start-bank-id-order';

interface Deps {
  client?: BankIdClient;
  now?: () => Date;
}

/**
 * Tells how an order goes; asks BankID at most every other second, however often and wherever it is called. Only one
 * call at a time asks (a lease in the row), outside any transaction, and what BankID answers about the end is stored in
 * the statement that ends the order: BankID tells it once.
 * @throws NotFound for an order that this browser didn't start
 */
export async function advanceBankIdOrder(
  actor: NobodyActor | ResidentActor,
  { orderId, browserToken }: { orderId: string; browserToken: string },
  { client = bankId(), now = clock }: Deps = {},
): Promise<BankIdOrderView> {
  const where = visibleOrder(actor, { orderId, browserToken });
  const { order, mine } = await guarded(
    actor,
    'identity.advance-bank-id-order',
    'bank-id-order',
    orderId,
    () => write(actor, (tx) => takeTurnInTx(tx, where, now())),
  );
  if (!mine) return view(order, now());
  const change = await nextState(actor, order, { client, now });
  return view(await write(actor, (tx) => storeInTx(tx, order, change)), now());
}

/** Takes the turn to ask BankID, if the order waits and it is time. */
async function takeTurnInTx(
  tx: Tx,
  where: ReturnType<typeof visibleOrder>,
  at: Date,
): Promise<{ order: BankIdOrderModel; mine: boolean }> {
  const leased = { collectAfter: new Date(at.getTime() + COLLECT_LEASE) };
  const { count } = await tx.bankIdOrder.updateMany({
    where: { ...where, status: 'pending', collectAfter: { lte: at } },
    data: leased,
  });
  const order = await tx.bankIdOrder.findFirst({ where });
  if (!order) throw notFound();
  return { order, mine: count === 1 };
}

type Change = Partial<
  Pick<BankIdOrderModel, 'status' | 'hintCode' | 'resultSealed' | 'secretsSealed' | 'startedAt'>
> & { collectAfter: Date };

async function nextState(
  actor: NobodyActor | ResidentActor,
  order: BankIdOrderModel,
  { client, now }: Required<Deps>,
): Promise<Change> {
  const secrets = secretsOf(order);
  const answer = await client.collect(secrets.orderRef);
  const again = { collectAfter: new Date(now().getTime() + COLLECT_EVERY) };
  if (!answer.ok) return silent(order, answer, again, now());
  const { value } = answer;
  switch (value.status) {
    case 'pending':
      return isGivenUp(order, now())
        ? { ...again, status: 'failed', hintCode: 'expiredTransaction' }
        : { ...again, hintCode: value.hintCode };
    case 'failed': {
      const { firstStartedAt } = order;
      if (!startsAgain(value.hintCode, { firstStartedAt, starts: secrets.starts }, now()))
        return { ...again, status: 'failed', hintCode: value.hintCode };
      const started = await startAgain(actor, order, secrets, client);
      if (!started.ok) return { ...again, status: 'failed', hintCode: 'startFailed' };
      const renewed: OrderSecrets = { ...secrets, ...started.value, starts: secrets.starts + 1 };
      return {
        collectAfter: new Date(now().getTime() + COLLECT_EVERY),
        hintCode: 'outstandingTransaction',
        startedAt: now(),
        secretsSealed: sealJson(renewed, orderContext('secrets', order.tenantId, order.id)),
      };
    }
    case 'complete':
      return { ...again, ...(await judged(actor, order, value.completionData)) };
  }
}

/** BankID did not say how the order goes. Most of what it can refuse with passes; an order it doesn't know is over. */
function silent(
  order: BankIdOrderModel,
  answer: Extract<BankIdAnswer<CollectAnswer>, { ok: false }>,
  again: { collectAfter: Date },
  at: Date,
): Change {
  const { errorCode } = answer;
  const passes = ['requestTimeout', 'internalError', 'maintenance', 'tooManyRequests'].includes(errorCode);
  if (passes && !isGivenUp(order, at)) {
    log.warn({ errorCode }, 'BankID did not say how an order goes; it is asked again');
    return again;
  }
  log.error({ errorCode }, 'an order at BankID was lost');
  return { ...again, status: 'failed', hintCode: errorCode };
}

/** The same order once more: other secrets, same person, same text, same document. */
async function startAgain(
  actor: NobodyActor | ResidentActor,
  order: BankIdOrderModel,
  secrets: OrderSecrets,
  client: BankIdClient,
): Promise<BankIdAnswer<StartAnswer>> {
  const nationalId = await signerOf(actor, order);
  const start = order.kind === 'sign' ? client.sign : client.auth;
  return start({
    endUserIp: secrets.address,
    visibleText: visibleTextOf(order),
    visibleFormat: secrets.visibleFormat,
    nonVisibleData: order.documentHash ?? undefined,
    returnUrl: secrets.returnNonce ? returnAddress(secrets.origin, order.id, secrets.returnNonce) : undefined,
    personalNumber: nationalId ?? undefined,
    web: secrets.web,
  });
}

/** Whether the answer is what was asked for; only then the order is complete. */
async function judged(
  actor: NobodyActor | ResidentActor,
  order: BankIdOrderModel,
  result: CompletionData,
): Promise<Omit<Change, 'collectAfter'>> {
  const check = checkSignature(
    { signature: result.signature, personalNumber: result.user.personalNumber },
    {
      function: order.kind === 'sign' ? 'Signature' : 'Identification',
      visibleText: visibleTextOf(order),
      nonVisibleData: order.documentHash,
      nationalId: await signerOf(actor, order),
    },
  );
  const fault = check.ok ? (result.risk === 'high' ? 'risk-high' : null) : check.reason;
  if (fault) {
    await auditRefusal(actor, {
      action: `identity.bank-id-${order.kind}`,
      subjectPersonId: order.personId ?? undefined,
      objectType: 'bank-id-order',
      objectId: order.id,
      reason: fault,
    });
    return { status: 'failed', hintCode: fault };
  }
  // A telephone may change network on the way: another address is a sign to look for in the log, not a refusal.
  if (order.flow === 'same-device' && result.device.ipAddress !== secretsOf(order).address)
    log.info({ orderId: order.id }, 'a same-device order was answered from another address');
  return {
    status: 'complete',
    hintCode: null,
    resultSealed: sealJson(result, orderContext('result', order.tenantId, order.id)),
  };
}

/** Stores what came of the turn, unless the order was cancelled while BankID was asked. */
async function storeInTx(tx: Tx, order: BankIdOrderModel, change: Change): Promise<BankIdOrderModel> {
  const { tenantId, id } = order;
  await tx.bankIdOrder.updateMany({
    where: { tenantId, id, status: 'pending', collectAfter: order.collectAfter },
    data: change as Parameters<typeof tx.bankIdOrder.updateMany>[0]['data'],
  });
  return tx.bankIdOrder.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id } } });
}

function view(order: BankIdOrderModel, at: Date): BankIdOrderView {
  const secrets = secretsOf(order);
  const waits = order.status === 'pending' && order.hintCode === 'outstandingTransaction';
  const sameDevice = order.flow === 'same-device';
  return {
    orderId: order.id,
    kind: order.kind === 'sign' ? 'sign' : 'auth',
    flow: sameDevice ? 'same-device' : 'qr',
    status: order.status,
    messageKey: orderMessage(order, secrets.web.userAgent),
    qrData: showsQr(order)
      ? bankIdQrData(secrets.qrStartToken, secrets.qrStartSecret, bankIdQrSeconds(order.startedAt, at))
      : null,
    startLink:
      waits && sameDevice
        ? startLink(secrets.web.userAgent, secrets.autoStartToken, env().BANKID_APP_URL)
        : null,
    minutesLeft: waits ? minutesLeft(order, at) : null,
    ready: order.kind === 'sign' ? order.status === 'complete' : mayLogIn(order),
    returnTo: order.returnTo,
  };
}

const secretsOf = (order: BankIdOrderModel): OrderSecrets =>
  openJson(order.secretsSealed, orderContext('secrets', order.tenantId, order.id));

function visibleTextOf(order: BankIdOrderModel): string {
  if (!order.visibleTextSealed) throw new Error('An order without the text it showed');
  return openText(order.visibleTextSealed, orderContext('visible-text', order.tenantId, order.id));
}

/** The number of the person who must sign; null for a log-in. */
async function signerOf(actor: NobodyActor | ResidentActor, order: BankIdOrderModel): Promise<string | null> {
  const { personId, tenantId } = order;
  if (order.kind !== 'sign') return null;
  if (personId === null) throw new Error('A signature without a signer');
  return (await read(actor, (tx) => getPersonInTx(tx, tenantId, personId))).nationalId;
}
