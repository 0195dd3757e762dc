import type { CallRequest, ScreenRequest } from '@/demo/bankid/requests';
import type { DemoPerson } from '@/demo/people';

export type OrderKind = 'auth' | 'sign';
export type Risk = 'low' | 'moderate' | 'high';

export interface CompletionData {
  user: { personalNumber: string; name: string; givenName: string; surname: string };
  device: { ipAddress: string; uhi: string };
  bankIdIssueDate: string;
  stepUp?: { mrtd: boolean };
  signature: string;
  ocspResponse: string;
  risk?: Risk;
}

type Outcome =
  | { status: 'complete'; at: number; completionData: CompletionData }
  | { status: 'failed'; at: number; hintCode: string };

export type OrderRequest =
  | { channel: 'screen'; body: ScreenRequest }
  | { channel: 'call'; body: CallRequest };

export interface Order {
  readonly orderRef: string;
  readonly autoStartToken: string;
  readonly qrStartToken: string;
  readonly qrStartSecret: string;
  readonly kind: OrderKind;
  readonly request: OrderRequest;
  /** the name in the relying party's certificate */
  readonly askedBy: string;
  readonly createdAt: number;
  /** when an app took the order up, whether or not it had a BankID that fits */
  connectedAt: number | null;
  startedBy: 'qr' | 'autostart' | 'call' | null;
  /** whose BankID the order is shown on */
  holder: DemoPerson | null;
  callConfirmed: boolean;
  /** from the start link; the order's own returnUrl goes before it */
  redirect: string | null;
  outcome: Outcome | null;
  collected: boolean;
  /** set by tests to see how a portal takes a hint code that nobody has heard of */
  hintOverride: string | null;
  readonly collectTimes: number[];
}

export type Refusal =
  | 'unreadable'
  | 'unknown'
  | 'stale'
  | 'alreadyTaken'
  | 'over'
  | 'wrongPerson'
  | 'noMatchingBankId'
  | 'notYours'
  | 'callNotConfirmed';
export type Outcomes = { ok: true; order: Order } | { ok: false; reason: Refusal };

export interface ApproveOptions {
  risk?: Risk | 'absent';
  ipAddress?: string;
}

export interface SignedOrder {
  kind: OrderKind;
  person: DemoPerson;
  askedBy: string;
  uhi: string;
  userVisibleData: string | undefined;
  userNonVisibleData: string | undefined;
}

/** The only person who may take the order up, where the relying party named one. */
export function requiredPersonalNumber(request: OrderRequest): string | undefined {
  return request.channel === 'call' ? request.body.personalNumber : request.body.requirement?.personalNumber;
}

/** Whether the order is on the person's phone, or made for the person. */
export function concerns(order: Order, nationalId: string): boolean {
  return order.holder?.nationalId === nationalId || requiredPersonalNumber(order.request) === nationalId;
}

/** Whether the app must read a passport or national identity card. */
export function requiresMrtd(order: Order): boolean {
  return order.request.channel === 'screen' && order.request.body.requirement?.mrtd === true;
}
