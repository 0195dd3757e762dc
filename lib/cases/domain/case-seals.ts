import type { DecisionMessage, DelayNoticeMessage, Officer, SupplementMessage } from './office-messages';
import type { ItemTexts } from './supplement';

/** What is sealed in a supplement: the request, her draft, and what she has sent. */
export interface SupplementRequest extends Pick<SupplementMessage, 'text' | 'items'> {
  /** of what is asked by the portal itself; an officer writes Swedish */
  language?: string;
  /** the portal itself asks for another file in this one's place, which was infected */
  replaces?: string;
}
export interface SupplementAnswer {
  texts: ItemTexts;
}

/** What is sealed in a round of comments: what she is to read. What she writes is a SupplementAnswer of one thing. */
export interface CommentMaterial {
  text: string;
  /** the names of the files, in the order they are to be read */
  documents: string[];
}

export const commentContext = (what: 'material' | 'draft' | 'comment', tenantId: string, id: string) =>
  `comment-round.${what}:${tenantId}:${id}`;

/** What is sealed in a decision. */
export type DecisionContent = Pick<DecisionMessage, 'decided' | 'reasons' | 'validFrom' | 'lawReference'>;

/** What is sealed in a notice of delay, in the officer's words, and in her request that the case be decided. */
export type DelayNoticeContent = Pick<DelayNoticeMessage, 'reason'>;
export interface DelayRequestContent {
  /** hers; may be empty, since the law asks for none */
  reasons: string;
}

/** What is sealed in a request for more time: why she asks, and why it was refused. */
export interface MoreTimeReason {
  reason: string;
}

export const moreTimeContext = (what: 'request' | 'answer', tenantId: string, id: string) =>
  `more-time.${what}:${tenantId}:${id}`;

/** What is sealed in a case: whom the office named, and when that message was true. */
export type NamedOfficer = Officer & { at: string };

export const officerContext = (tenantId: string, caseId: string) => `case.officer:${tenantId}:${caseId}`;

export const supplementContext = (what: 'request' | 'answer', tenantId: string, id: string) =>
  `supplement.${what}:${tenantId}:${id}`;

export const supplementPartContext = (tenantId: string, id: string) => `supplement.part:${tenantId}:${id}`;

export const appealContext = (tenantId: string, id: string) => `appeal.content:${tenantId}:${id}`;

export const decisionContext = (tenantId: string, id: string) => `decision.content:${tenantId}:${id}`;

export const delayNoticeContext = (tenantId: string, id: string) => `delay-notice.content:${tenantId}:${id}`;
export const delayRequestContext = (tenantId: string, id: string) =>
  `delay-request.content:${tenantId}:${id}`;

export const withdrawalContext = (tenantId: string, id: string) => `withdrawal.document:${tenantId}:${id}`;
