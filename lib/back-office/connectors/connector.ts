import type { FileToSend } from '@/lib/cases/api';
import type { UpstreamAnswer, UpstreamError } from '@/lib/platform/http-client';
import type { DeliveryAnswer } from '../contract/messages';

/**
 * What the portal asks of a case system, whatever its maker calls it. A connector is a translator: outwards from our
 * deliveries, inwards to the operations of our own API. It decides nothing, stores nothing and knows no database; order,
 * repeats, pauses, rights and the log are the callers'. It leaves out what its system can't do.
 */
export interface Connector {
  /** Brings an application across. Without it the system asks for itself what waits. May be called twice with the same. */
  submitApplication?(parcel: Parcel): Promise<Handover>;
  /** Brings across what she has sent since in the case, or in a thread: answers, comments, messages, an appeal. */
  supplement?(parcel: Parcel): Promise<Handover>;
  /** What has happened there since the cursor; null is from the beginning. The same message may come again. */
  listChanges?(since: string | null, signal: AbortSignal): Promise<UpstreamAnswer<Changes>>;
  /** What became of a message that came by listChanges, for a system that can be told. */
  settle?(message: OfficeMessage, outcome: Settled): Promise<void>;
  /** All cases that the system believes it shares with us, page by page. */
  listCases?(page: string | null, signal: AbortSignal): Promise<UpstreamAnswer<CasePage>>;
  /** Everything that the system has told of a case, as messages that bring our picture to where theirs is. */
  getCase?(externalId: string, signal: AbortSignal): Promise<UpstreamAnswer<OfficeMessage[]>>;
  /** Whether the system answers now; left out where nothing can be asked. */
  health?(signal: AbortSignal): Promise<Handover>;
}

/** Something to bring across. What is in it is read only when the system is to have it, and is then in the log. */
export interface Parcel {
  deliveryId: string;
  /** none: a message to a service */
  caseId: string | null;
  kind: DeliveryAnswer['kind'];
  /** when it was noted that it must reach the system */
  createdAt: Date;
  signal: AbortSignal;
  open(): Promise<DeliveryAnswer>;
  /** Bytes of a file that the opened parcel names. */
  file(fileId: string): Promise<FileToSend>;
  /** The PDF of an appeal, with the day it came in. */
  appealReceipt(appealId: string): Promise<FileToSend>;
}

/** `told`: it knows, and says itself when it has it safe. `received`: it has just said that it has. */
export type Handover =
  | { ok: true; state: 'told' }
  | { ok: true; state: 'received'; externalId: string }
  | { ok: false; error: UpstreamError; status?: number };

/** A message as our own API would have got it. */
export interface OfficeMessage {
  /** the same each time the same thing is told */
  messageId: string;
  /** one of the operations that tell us something (contract/operations.ts), by name */
  operation: string;
  params: Record<string, string>;
  body: unknown;
}

export interface Changes {
  messages: OfficeMessage[];
  /** where the next look begins */
  cursor: string | null;
}

export type Settled =
  /** `answer`: of a bundle, what became of each thing in it */
  | { state: 'done'; answer?: unknown }
  /** a person at the municipality must look */
  | { state: 'parked'; reason: string }
  /** it can't be read as what it says it is; field → what is wrong */
  | { state: 'refused'; reason: string; errors?: Record<string, string> };

export interface CasePage {
  cases: CaseInList[];
  /** none: that was the last page */
  next: string | null;
}

export interface CaseInList {
  externalId: string;
  /** ours, where the case came from an application here */
  caseId?: string | undefined;
  /** ids of the deliveries that it has safe in the case; left out where it doesn't remember */
  deliveries?: string[] | undefined;
  /** ids of the messages that it has told of the case; left out where it doesn't remember */
  messages?: string[] | undefined;
}

export const connectorNames = ['reference', 'bundle-push', 'file-drop'] as const;
export type ConnectorName = (typeof connectorNames)[number];

/** A system as its connector needs it. */
export interface SystemAccess {
  tenantId: string;
  id: string;
  /** where it is called; none where it only calls us */
  address: string | null;
  /** whsec_…: signs what we send it; two, with a space between, while one takes the other's place */
  secret: string | null;
  /** the connector's own, as the operator gave them */
  settings: unknown;
}
