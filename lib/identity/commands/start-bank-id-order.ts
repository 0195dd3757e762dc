import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { NobodyActor, ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { lookupHash, newToken, seal, sealJson, sha256 } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { type AppError, conflict, forbidden, notNow, upstreamDown } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { may, visibleOrders } from '../access';
import type { BankIdErrorCode } from '../bankid/answers';
import { type BankIdClient, bankId } from '../bankid/client';
import { errorAdvice } from '../domain/bankid-messages';
import { COLLECT_EVERY, MAX_STARTS_PER_ADDRESS } from '../domain/order-life';
import { addressContext, type OrderSecrets, orderContext } from '../domain/order-secrets';
import { ownPage } from '../domain/return-path';
import { getPersonInTx } from '../queries/get-person-in-tx';
import { cancelBankIdOrder } from './cancel-bank-id-order';

export type NewBankIdOrder = StartingBrowser & {
  flow: 'qr' | 'same-device';
  /** path to go on to: after log-in, or the page that shows the sign order; with language prefix */
  returnTo: string;
} & (
    | {
        kind: 'auth';
        /** what the app says: whom one logs in to */
        visibleText: string;
      }
    | { kind: 'sign'; sign: ToSign }
  );

export interface ToSign {
  /** what is signed, e.g. "application" */
  subjectType: string;
  subjectId: string;
  /** what the app says is signed */
  visibleText: string;
  visibleFormat?: 'plaintext' | 'simpleMarkdownV1';
  /** SHA-256 of the exact document */
  documentHash: Uint8Array;
}

/** What is known of the browser that starts an order; made by newOrderBrowser() in lib/identity/session.ts. */
export interface StartingBrowser {
  /** new for this order */
  browserToken: string;
  /** the one it had before: its waiting orders are cancelled */
  previousBrowserToken: string;
  deviceToken: string;
  ip: string;
  userAgent: string;
  /** one of the municipality's own, as proxy.ts found it; never the Host header as it was sent */
  host: string;
  scheme: 'http' | 'https';
}

/**
 * Starts a log-in or a signature at BankID, for this browser alone. The personal number is never used to start a
 * log-in; a signature is locked to the person who is logged in.
 * @throws NotNow when one address starts too many; Conflict when the person has another order under way; UpstreamDown
 */
export async function startBankIdOrder(
  actor: NobodyActor | ResidentActor,
  order: NewBankIdOrder,
  { client = bankId(), now = clock }: { client?: BankIdClient; now?: () => Date } = {},
): Promise<{ orderId: string }> {
  if (!may(actor, order.kind === 'sign' ? 'sign' : 'log-in')) throw forbidden();
  const { tenantId } = actor;
  const sign = order.kind === 'sign' ? order.sign : null;
  const visibleFormat = sign?.visibleFormat ?? 'plaintext';
  const visibleText = order.kind === 'sign' ? order.sign.visibleText : order.visibleText;
  const id = newId();
  const at = now();
  const addressLookup = lookupHash(order.ip, addressContext(tenantId));
  const known = await write(actor, async (tx) => {
    await countStartInTx(tx, tenantId, addressLookup, at);
    const waiting = order.previousBrowserToken
      ? await tx.bankIdOrder.findMany({
          where: { ...visibleOrders(actor, order.previousBrowserToken), status: 'pending' },
          select: { id: true },
        })
      : [];
    const person =
      order.kind === 'sign' && actor.kind === 'resident'
        ? await getPersonInTx(tx, tenantId, actor.personId)
        : null;
    await tx.bankIdOrder.create({
      data: {
        tenantId,
        id,
        kind: order.kind,
        flow: order.flow,
        browserHash: sha256(order.browserToken),
        personId: person?.id ?? null,
        subjectType: sign?.subjectType ?? null,
        subjectId: sign?.subjectId ?? null,
        documentHash: sign ? new Uint8Array(sign.documentHash) : null,
        visibleTextSealed: seal(visibleText, orderContext('visible-text', tenantId, id)),
        addressLookup,
        returnTo: ownPage(order.returnTo),
        createdAt: at,
        // Nothing comes of it until BankID has taken it.
        status: 'failed',
        hintCode: NOT_TAKEN,
        secretsSealed: sealJson({}, orderContext('secrets', tenantId, id)),
        startedAt: at,
        firstStartedAt: at,
        collectAfter: at,
      },
      select: { id: true },
    });
    return { waiting, person };
  });
  // One order at a time per browser: an abandoned one would make BankID refuse this one, or leave two on the phone.
  for (const { id } of known.waiting) {
    await cancelBankIdOrder(actor, { orderId: id, browserToken: order.previousBrowserToken }, { client });
  }

  const returnNonce = order.flow === 'same-device' ? newToken() : null;
  const web = {
    referringDomain: order.host.replace(/:\d+$/, '').toLowerCase(),
    userAgent: order.userAgent.slice(0, 256),
    // Derived, so that BankID never holds the cookie's own value.
    deviceIdentifier: Buffer.from(sha256(`bankid-device:${order.deviceToken}`)).toString('hex'),
  };
  const origin = `${order.scheme}://${order.host}`;
  const answer = await client[order.kind]({
    endUserIp: order.ip,
    visibleText,
    visibleFormat,
    nonVisibleData: sign?.documentHash,
    returnUrl: returnNonce ? returnAddress(origin, id, returnNonce) : undefined,
    personalNumber: known.person?.nationalId,
    web,
  });
  if (!answer.ok) throw startRefused(answer.errorCode);

  const startedAt = now();
  const secrets: OrderSecrets = {
    ...answer.value,
    returnNonce,
    origin,
    visibleFormat,
    starts: 1,
    address: order.ip,
    web,
  };
  await write(actor, (tx) =>
    tx.bankIdOrder.update({
      where: { tenantId_id: { tenantId, id } },
      data: {
        status: 'pending',
        hintCode: 'outstandingTransaction',
        secretsSealed: sealJson(secrets, orderContext('secrets', tenantId, id)),
        returnNonceHash: returnNonce ? sha256(returnNonce) : null,
        startedAt,
        firstStartedAt: startedAt,
        collectAfter: new Date(startedAt.getTime() + COLLECT_EVERY),
      },
      select: { id: true },
    }),
  );
  return { orderId: id };
}

/** What an order has for a hint that BankID never took. */
const NOT_TAKEN = 'startFailed';

/**
 * One start at a time per address looks and puts its row in the same transaction: many at once can't all find room. Also
 * what BankID then refuses has been a start.
 */
async function countStartInTx(
  tx: Tx,
  tenantId: string,
  addressLookup: Uint8Array<ArrayBuffer>,
  at: Date,
): Promise<void> {
  const place = `bank-id-start:${tenantId}:${Buffer.from(addressLookup).toString('base64')}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`;
  const createdAt = { gt: new Date(at.getTime() - 60_000) };
  const recent = await tx.bankIdOrder.count({ where: { tenantId, addressLookup, createdAt } });
  if (recent >= MAX_STARTS_PER_ADDRESS) throw notNow('errors:too-many-log-ins');
}

/** Where the app sends the browser back to; the nonce in it works once, and only in the browser that started. */
export const returnAddress = (origin: string, orderId: string, nonce: string): string =>
  `${origin}/api/bankid/return?order=${orderId}&nonce=${nonce}`;

function startRefused(errorCode: BankIdErrorCode): AppError {
  const { message, isOurFault } = errorAdvice(errorCode);
  if (isOurFault) log.error({ errorCode }, 'BankID did not accept an order');
  else log.warn({ errorCode }, 'BankID could not start an order');
  return errorCode === 'alreadyInProgress' ? conflict(message) : upstreamDown(message);
}
