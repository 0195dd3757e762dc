import { type BankIdMessage, errorAdvice, failedMessage, pendingMessage } from './bankid-messages';
import { isMobile } from './start-link';

/** BankID's recommended words where it has some, ours for what happens on our side. */
export type OrderMessage =
  | BankIdMessage
  | 'identity:order.complete'
  | 'identity:order.go-back-to-browser'
  | 'identity:order.cancelled'
  | 'identity:order.refused'
  | 'identity:order.used';

interface OrderState {
  kind: string;
  flow: string;
  status: 'pending' | 'complete' | 'failed' | 'cancelled' | 'consumed';
  hintCode: string | null;
  returnedAt: Date | null;
}

/** What to tell the person about an order. `userAgent` is of the browser that started it. */
export function orderMessage(order: OrderState, userAgent: string): OrderMessage {
  const flow = {
    start: order.flow === 'same-device' ? 'autostart' : 'qr',
    device: isMobile(userAgent) ? 'mobile' : 'desktop',
  } as const;
  const hint = order.hintCode ?? undefined;
  switch (order.status) {
    case 'pending':
      return pendingMessage(hint, flow);
    case 'complete':
      return order.kind === 'auth' && order.flow === 'same-device' && order.returnedAt === null
        ? 'identity:order.go-back-to-browser'
        : 'identity:order.complete';
    case 'failed':
      if (hint && OURS.has(hint)) return 'identity:order.refused';
      // Where BankID lost or never answered about the order, the hint is the error's code.
      return hint && ERRORS.has(hint) ? errorAdvice(hint).message : failedMessage(hint, flow);
    case 'cancelled':
      return 'identity:order.cancelled';
    case 'consumed':
      return 'identity:order.used';
  }
}

/** Refused by us: the answer was not what was asked for, or BankID judged the risk high. */
const OURS = new Set([
  'risk-high',
  'not-understood',
  'wrong-function',
  'other-text',
  'other-document',
  'other-person',
]);
const ERRORS = new Set(['requestTimeout', 'internalError', 'maintenance', 'tooManyRequests']);
