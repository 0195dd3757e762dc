import type { CasePhase } from './case-lifecycle';
import { isBeforeDecision } from './outlook';

/** All of what was applied for, or a part, which she says in her own words: no form says which parts it has. */
export const withdrawalScopes = ['all', 'part'] as const;
export type WithdrawalScope = (typeof withdrawalScopes)[number];

/** The most that each of her texts may be: the e-ID app shows what she takes back and keeps. */
export const MAX_WITHDRAWAL_TEXT = 1000;

/** Exactly what she signs; sealed, and covered by the signature. */
export interface WithdrawalDocument {
  format: 1;
  municipality: string;
  language: string;
  case: { number: string; title: string };
  scope: WithdrawalScope;
  /** of a part: what she takes back, and what still stands where she has said so */
  drops?: string;
  keeps?: string;
  /** hers to give or not: nobody may ask for one */
  reason?: string;
  applicant: { name: string; nationalId: string };
  /** ISO instant */
  madeAt: string;
}

/** With what the e-ID app shows for it. */
export interface PreparedWithdrawal {
  document: WithdrawalDocument;
  visibleText: string;
}

/** What it leads to, or why it can't be done: the words are `case-rights:withdraw.<…>`. */
export type Withdrawing =
  /** nothing is left to decide: the office writes the case off */
  | { may: true; endsCase: boolean }
  | { may: false; why: 'done' | 'decided' | 'carried-out' | 'appealed' | 'ended' };

/**
 * Whether she may take it back. Until it is decided a case is hers to withdraw. Where several have signed, each speaks
 * for herself alone: the office asks the others, and the case stands until it has. A decision that has been made is
 * changed by another decision, or appealed, and never by taking the application back.
 */
export function withdrawing({
  phase,
  signers,
  hasWithdrawnAll,
}: {
  phase: CasePhase;
  /** how many signed the application */
  signers: number;
  hasWithdrawnAll: boolean;
}): Withdrawing {
  if (hasWithdrawnAll || phase === 'withdrawn') return { may: false, why: 'done' };
  if (isBeforeDecision(phase)) return { may: true, endsCase: signers === 1 };
  if (phase === 'being_carried_out') return { may: false, why: 'carried-out' };
  if (phase === 'appealed') return { may: false, why: 'appealed' };
  return { may: false, why: phase === 'decided' ? 'decided' : 'ended' };
}
