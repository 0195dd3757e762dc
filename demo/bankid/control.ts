import { z } from 'zod';
import { type BankIdFaults, faultSchema } from '@/demo/bankid/faults';
import { type Order, type Outcomes, requiredPersonalNumber } from '@/demo/bankid/order';
import type { BankIdOrders } from '@/demo/bankid/orders';
import type { DemoPerson } from '@/demo/people';
import {
  type Answer,
  BadRequest,
  type DemoRequest,
  isForm,
  json,
  type Route,
  seeOther,
} from '@/demo/web/http';

/** What tests ask of the phones, without the pages. */
const phoneAction = z.object({
  action: z.enum(['scan', 'open', 'openCall', 'confirmCall', 'declineCall', 'approve', 'decline']),
  nationalId: z.string(),
  orderRef: z.string().optional(),
  autoStartToken: z.string().optional(),
  /** the content of a QR code; without it the one that the order's screen shows now */
  qr: z.string().optional(),
  risk: z.enum(['low', 'moderate', 'high', 'absent']).optional(),
  ipAddress: z.string().optional(),
});
/** What tests do to an order itself. */
const orderAction = z.object({
  action: z.enum(['hint', 'fail']),
  orderRef: z.string().optional(),
  autoStartToken: z.string().optional(),
  nationalId: z.string().optional(),
  /** any name, also one that BankID has not invented; null takes the pending hint back */
  hintCode: z.string().nullable(),
});
const controlSchema = z.discriminatedUnion('action', [phoneAction, orderAction]);
type PhoneAction = z.infer<typeof phoneAction>;
type OrderAction = z.infer<typeof orderAction>;

export interface BankIdControlOptions {
  orders: BankIdOrders;
  faults: BankIdFaults;
  people: readonly DemoPerson[];
}

export function bankIdControlRoutes(options: BankIdControlOptions): Route[] {
  const { orders, faults } = options;
  return [
    {
      method: 'GET',
      path: '/control/bankid',
      answer: () =>
        json({ fault: faults.current, orders: orders.all().map((order) => describeOrder(order, orders)) }),
    },
    { method: 'POST', path: '/control/bankid', answer: (request) => control(request, options) },
    { method: 'POST', path: '/control/bankid/faults', answer: (request) => setFault(request, faults) },
  ];
}

async function control(request: DemoRequest, options: BankIdControlOptions): Promise<Answer> {
  const parsed = controlSchema.safeParse(await request.json());
  if (!parsed.success) throw new BadRequest(z.prettifyError(parsed.error));
  const wish = parsed.data;
  const result = 'hintCode' in wish ? changeOrder(wish, options) : usePhone(wish, options);
  return result.ok
    ? json({ ok: true, order: describeOrder(result.order, options.orders) })
    : json(result, 409);
}

function usePhone(wish: PhoneAction, { orders, people }: BankIdControlOptions): Outcomes {
  const person = people.find(({ nationalId }) => nationalId === wish.nationalId);
  if (!person) throw new BadRequest('nationalId: no demo person has it');
  if (wish.action === 'scan' && wish.qr !== undefined) return orders.scan(person, wish.qr);

  const order = named(wish, orders) ?? likeliest(wish, person, orders);
  if (!order) return { ok: false, reason: 'unknown' };
  switch (wish.action) {
    case 'scan':
      return orders.scan(person, orders.currentQr(order));
    case 'open':
      return orders.openOnThisDevice(person, order.autoStartToken, null);
    case 'openCall':
      return orders.openCall(person, order.orderRef);
    case 'confirmCall':
      return orders.confirmCall(person, order.orderRef);
    case 'declineCall':
      return orders.declineCall(person, order.orderRef);
    case 'approve':
      return orders.approve(person, order.orderRef, { risk: wish.risk, ipAddress: wish.ipAddress });
    case 'decline':
      return orders.decline(person, order.orderRef);
  }
}

function changeOrder(wish: OrderAction, { orders, people }: BankIdControlOptions): Outcomes {
  const person = people.find(({ nationalId }) => nationalId === wish.nationalId);
  const order = named(wish, orders) ?? (person && orders.heldBy(person)[0]) ?? orders.pending()[0];
  if (!order) return { ok: false, reason: 'unknown' };
  if (order.outcome) return { ok: false, reason: 'over' };
  if (wish.action === 'hint') orders.overrideHint(order, wish.hintCode);
  else orders.end(order, wish.hintCode ?? 'userCancel');
  return { ok: true, order };
}

function named(
  wish: { orderRef?: string; autoStartToken?: string },
  orders: BankIdOrders,
): Order | undefined {
  if (wish.orderRef) return orders.find(wish.orderRef);
  return wish.autoStartToken ? orders.byAutoStartToken(wish.autoStartToken) : undefined;
}

/** A test that names no order means the newest that fits: one made for this person before one made for anybody. */
function likeliest(wish: PhoneAction, person: DemoPerson, orders: BankIdOrders): Order | undefined {
  if (wish.orderRef || wish.autoStartToken) return undefined;
  if (wish.action === 'openCall') return orders.callsFor(person)[0];
  if (wish.action !== 'scan' && wish.action !== 'open') return orders.heldBy(person)[0];
  const waiting = orders.onScreens();
  const requiredOf = (order: Order) => requiredPersonalNumber(order.request);
  return (
    waiting.find((order) => requiredOf(order) === person.nationalId) ??
    waiting.find((order) => !requiredOf(order))
  );
}

function describeOrder(order: Order, orders: BankIdOrders) {
  const { request, outcome } = order;
  const screen = request.channel === 'screen' ? request.body : undefined;
  const text = request.body.userVisibleData;
  return {
    orderRef: order.orderRef,
    autoStartToken: order.autoStartToken,
    kind: order.kind,
    channel: request.channel,
    status: outcome?.status ?? 'pending',
    hintCode: outcome
      ? outcome.status === 'failed'
        ? outcome.hintCode
        : undefined
      : orders.pendingHint(order),
    collected: order.collected,
    createdAt: new Date(order.createdAt).toISOString(),
    startedBy: order.startedBy,
    holder: order.holder?.nationalId ?? null,
    requiredPersonalNumber: requiredPersonalNumber(request) ?? null,
    text: text ? Buffer.from(text, 'base64').toString('utf8') : null,
    returnUrl: screen?.returnUrl ?? null,
    endUserIp: screen?.endUserIp ?? null,
    web: screen?.web ?? null,
    qr: screen && !outcome && order.connectedAt === null ? orders.currentQr(order) : null,
  };
}

async function setFault(request: DemoRequest, faults: BankIdFaults): Promise<Answer> {
  const fromPage = isForm(request);
  const body = fromPage
    ? { errorCode: (await request.form()).get('errorCode') || null }
    : await request.json();
  const parsed = faultSchema.safeParse(body);
  if (!parsed.success) throw new BadRequest(z.prettifyError(parsed.error));
  faults.set(parsed.data);
  return fromPage ? seeOther('/control') : json({ fault: faults.current });
}
