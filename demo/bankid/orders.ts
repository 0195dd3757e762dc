import { createHash, randomUUID } from 'node:crypto';
import { BankIdError } from '@/demo/bankid/errors';
import {
  type ApproveOptions,
  concerns,
  type Order,
  type OrderKind,
  type OrderRequest,
  type Outcomes,
  type Refusal,
  requiredPersonalNumber,
  requiresMrtd,
  type SignedOrder,
} from '@/demo/bankid/order';
import { isGenuine, qrData, readQr } from '@/demo/bankid/qr';
import { MOBILE_POLICIES } from '@/demo/bankid/requests';
import type { DemoPerson } from '@/demo/people';

/**
 * BankID's orders as they behave over time. Nothing here waits: each question first lets the clock, which is
 * handed in, decide what has lapsed.
 */

const SECOND = 1000;
/** No app within this time: failed/startFailed. */
const START_LIMIT = 30 * SECOND;
/** From pick-up (or from the start of an order in a phone call) to the user's answer: failed/expiredTransaction. */
const ANSWER_LIMIT = 180 * SECOND;
/** How long the result can be collected. */
const COMPLETE_COLLECTABLE = 180 * SECOND;
const FAILED_COLLECTABLE = 300 * SECOND;
/** A QR code older or newer than this is not accepted. */
const QR_FRESHNESS_SECONDS = 5;
/** An app shows "started" for a moment while it looks for a BankID that fits. */
const LOOKING_FOR_BANKID = 1 * SECOND;
const COLLECTS_PER_SECOND = 10;
const FORGET_AFTER = 3600 * SECOND;

/** The address that a scanning phone has: never the one of the screen (RFC 5737, for documentation). */
const PHONE_IP = '198.51.100.23';

export interface OrdersOptions {
  now(): number;
  sign(order: SignedOrder): { signature: string; ocspResponse: string };
}

export class BankIdOrders {
  private readonly orders = new Map<string, Order>();

  constructor(private readonly options: OrdersOptions) {}

  /** @throws BankIdError alreadyInProgress: the person's other order is aborted, and none is created */
  create(kind: OrderKind, request: OrderRequest, askedBy: string): Order {
    const now = this.options.now();
    this.forgetOld(now);
    const nationalId = requiredPersonalNumber(request);
    const inProgress = nationalId ? this.pending().filter((order) => concerns(order, nationalId)) : [];
    for (const order of inProgress) this.end(order, 'cancelled');
    if (inProgress.length > 0) {
      throw new BankIdError('alreadyInProgress', 'Order already in progress for pno');
    }
    const order: Order = {
      orderRef: randomUUID(),
      autoStartToken: randomUUID(),
      qrStartToken: randomUUID(),
      qrStartSecret: randomUUID(),
      kind,
      request,
      askedBy,
      createdAt: now,
      connectedAt: null,
      startedBy: null,
      holder: null,
      callConfirmed: false,
      redirect: null,
      outcome: null,
      collected: false,
      hintOverride: null,
      collectTimes: [],
    };
    this.orders.set(order.orderRef, order);
    return order;
  }

  /** @throws BankIdError tooManyRequests; invalidParameters when unknown, already collected or too old */
  collect(orderRef: string): object {
    const order = this.find(orderRef);
    if (!order) throw noSuchOrder();
    this.limitRate(order);
    if (order.collected) throw noSuchOrder();
    const { outcome } = order;
    if (!outcome) return { orderRef, status: 'pending', hintCode: this.pendingHint(order) };

    order.collected = true;
    const collectable = outcome.status === 'complete' ? COMPLETE_COLLECTABLE : FAILED_COLLECTABLE;
    if (this.options.now() - outcome.at > collectable) throw noSuchOrder();
    return outcome.status === 'complete'
      ? { orderRef, status: 'complete', completionData: outcome.completionData }
      : { orderRef, status: 'failed', hintCode: outcome.hintCode };
  }

  /** The relying party takes its order back; after that the order does not exist for it. */
  cancel(orderRef: string): void {
    const order = this.find(orderRef);
    if (!order || order.outcome) throw noSuchOrder();
    this.end(order, 'cancelled');
    order.collected = true;
  }

  /** The QR code that a screen shows for this order just now. */
  currentQr(order: Order): string {
    return qrData(order.qrStartToken, order.qrStartSecret, this.age(order));
  }

  scan(person: DemoPerson, data: string): Outcomes {
    const scanned = readQr(data);
    if (!scanned) return refused('unreadable');
    const order = this.all().find(({ qrStartToken }) => qrStartToken === scanned.token);
    if (order?.request.channel !== 'screen') return refused('unknown');
    if (!isGenuine(scanned, order.qrStartSecret)) return refused('unreadable');
    if (Math.abs(this.age(order) - scanned.seconds) > QR_FRESHNESS_SECONDS) return refused('stale');
    return this.pickUp(order, person, 'qr');
  }

  openOnThisDevice(person: DemoPerson, autoStartToken: string, redirect: string | null): Outcomes {
    const order = this.byAutoStartToken(autoStartToken);
    if (!order) return refused('unknown');
    const taken = this.pickUp(order, person, 'autostart');
    if (taken.ok) order.redirect = redirect;
    return taken;
  }

  /** In a phone call there is nothing to scan: the app shows the order to the person it was made for. */
  openCall(person: DemoPerson, orderRef: string): Outcomes {
    const order = this.find(orderRef);
    if (order?.request.channel !== 'call') return refused('unknown');
    return this.pickUp(order, person, 'call');
  }

  confirmCall(person: DemoPerson, orderRef: string): Outcomes {
    return this.act(person, orderRef, (order) => {
      order.callConfirmed = true;
    });
  }

  declineCall(person: DemoPerson, orderRef: string): Outcomes {
    return this.act(person, orderRef, (order) => this.end(order, 'userDeclinedCall'));
  }

  decline(person: DemoPerson, orderRef: string): Outcomes {
    return this.act(person, orderRef, (order) => this.end(order, 'userCancel'));
  }

  approve(person: DemoPerson, orderRef: string, options: ApproveOptions = {}): Outcomes {
    const held = this.find(orderRef);
    if (held?.request.channel === 'call' && !held.callConfirmed) return refused('callNotConfirmed');
    return this.act(person, orderRef, (order) => this.complete(order, person, options));
  }

  /** For tests: a pending hint code of any name, or null for the order's own again. */
  overrideHint(order: Order, hintCode: string | null): void {
    order.hintOverride = hintCode;
  }

  /** For tests: the order fails with any hint code. */
  end(order: Order, hintCode: string): void {
    order.outcome = { status: 'failed', at: this.options.now(), hintCode };
  }

  find(orderRef: string): Order | undefined {
    return this.all().find((order) => order.orderRef === orderRef);
  }

  byAutoStartToken(token: string): Order | undefined {
    return this.all().find((order) => order.autoStartToken === token && order.request.channel === 'screen');
  }

  /** Newest first, each as the clock has left it. */
  all(): Order[] {
    const orders = [...this.orders.values()].reverse();
    for (const order of orders) this.lapse(order);
    return orders;
  }

  pending(): Order[] {
    return this.all().filter((order) => !order.outcome);
  }

  /** Orders whose QR code stands on a screen and waits for a phone. */
  onScreens(): Order[] {
    return this.pending().filter((order) => order.request.channel === 'screen' && order.connectedAt === null);
  }

  heldBy(person: DemoPerson): Order[] {
    return this.pending().filter((order) => order.holder?.nationalId === person.nationalId);
  }

  /** Orders made in a phone call that the person's app has not opened yet. */
  callsFor(person: DemoPerson): Order[] {
    return this.pending().filter(
      ({ request, connectedAt }) =>
        request.channel === 'call' &&
        connectedAt === null &&
        request.body.personalNumber === person.nationalId,
    );
  }

  pendingHint(order: Order): string {
    if (order.hintOverride) return order.hintOverride;
    if (order.connectedAt === null) return 'outstandingTransaction';
    if (!order.holder || this.options.now() - order.connectedAt < LOOKING_FOR_BANKID) return 'started';
    if (order.request.channel === 'call' && !order.callConfirmed) return 'userCallConfirm';
    return requiresMrtd(order) ? 'userMrtd' : 'userSign';
  }

  private pickUp(order: Order, person: DemoPerson, startedBy: 'qr' | 'autostart' | 'call'): Outcomes {
    if (order.outcome) return refused('over');
    if (order.holder) return refused('alreadyTaken');
    // The app is there, so the start limit is met, even when no BankID in it fits the order.
    order.connectedAt ??= this.options.now();
    order.startedBy ??= startedBy;
    const required = requiredPersonalNumber(order.request);
    if (required && required !== person.nationalId) return refused('wrongPerson');
    const policies = order.request.body.requirement?.certificatePolicies;
    if (policies && !policies.some((policy) => MOBILE_POLICIES.includes(policy)))
      return refused('noMatchingBankId');
    // One order per person: BankID drops the earlier one when a new one reaches the app.
    for (const earlier of this.heldBy(person)) this.end(earlier, 'cancelled');
    order.holder = person;
    return { ok: true, order };
  }

  private act(person: DemoPerson, orderRef: string, change: (order: Order) => void): Outcomes {
    const order = this.find(orderRef);
    if (!order) return refused('unknown');
    if (order.outcome) return refused('over');
    if (order.holder?.nationalId !== person.nationalId) return refused('notYours');
    change(order);
    return { ok: true, order };
  }

  private complete(order: Order, person: DemoPerson, options: ApproveOptions): void {
    const { body, channel } = order.request;
    const limit = channel === 'screen' ? body.requirement?.risk : undefined;
    const risk = options.risk ?? 'low';
    if (limit && (risk === 'high' || (limit === 'low' && risk === 'moderate'))) {
      this.end(order, 'transactionRiskBlocked');
      return;
    }
    const wantsRisk = limit !== undefined || (channel === 'screen' && body.returnRisk === true);
    const sameDevice = channel === 'screen' && order.startedBy === 'autostart';
    const uhi = createHash('sha256').update(`phone of ${person.nationalId}`).digest('base64');
    const signed = this.options.sign({
      kind: order.kind,
      person,
      askedBy: order.askedBy,
      uhi,
      userVisibleData: body.userVisibleData,
      userNonVisibleData: body.userNonVisibleData,
    });
    order.outcome = {
      status: 'complete',
      at: this.options.now(),
      completionData: {
        user: {
          personalNumber: person.nationalId,
          name: `${person.givenName} ${person.surname}`,
          givenName: person.givenName,
          surname: person.surname,
        },
        device: { ipAddress: options.ipAddress ?? (sameDevice ? body.endUserIp : PHONE_IP), uhi },
        bankIdIssueDate: '2025-02-03',
        ...(requiresMrtd(order) ? { stepUp: { mrtd: true } } : {}),
        ...signed,
        ...(wantsRisk && risk !== 'absent' ? { risk } : {}),
      },
    };
  }

  private lapse(order: Order): void {
    if (order.outcome) return;
    const { request, connectedAt, createdAt } = order;
    if (request.channel === 'screen' && connectedAt === null) {
      this.failWhenPast(order, createdAt + START_LIMIT, 'startFailed');
    } else {
      this.failWhenPast(order, (connectedAt ?? createdAt) + ANSWER_LIMIT, 'expiredTransaction');
    }
  }

  private failWhenPast(order: Order, limit: number, hintCode: string): void {
    if (this.options.now() >= limit) order.outcome = { status: 'failed', at: limit, hintCode };
  }

  /** Whole seconds since the order was made: the QR code's clock. */
  private age(order: Order): number {
    return Math.floor((this.options.now() - order.createdAt) / SECOND);
  }

  private limitRate(order: Order): void {
    const now = this.options.now();
    const { collectTimes } = order;
    while (collectTimes[0] !== undefined && now - collectTimes[0] >= SECOND) collectTimes.shift();
    if (collectTimes.length >= COLLECTS_PER_SECOND) {
      throw new BankIdError('tooManyRequests', 'Too many requests', {
        'RateLimit-Limit': String(COLLECTS_PER_SECOND),
        'RateLimit-Remaining': '0',
        'RateLimit-Reset': '1',
      });
    }
    collectTimes.push(now);
  }

  private forgetOld(now: number): void {
    for (const order of this.orders.values()) {
      if (now - order.createdAt > FORGET_AFTER) this.orders.delete(order.orderRef);
    }
  }
}

function refused(reason: Refusal): Outcomes {
  return { ok: false, reason };
}

function noSuchOrder(): BankIdError {
  return new BankIdError('invalidParameters', 'No such order');
}
