import { addDays, type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';

/*
 * A round: everybody who is to sign one exact document. It ends when all have signed, and then the application is sent
 * in; or when one declines, a last day passes, or the applicant takes it back, and then it is a draft again.
 */

export type SignerStatus = 'waiting' | 'invited' | 'signed' | 'declined' | 'expired' | 'taken_back';

/** Why an application that others were asked to sign is a draft again. */
export const returnReasons = ['declined', 'expired', 'taken-back', 'file-infected'] as const;
export type ReturnReason = (typeof returnReasons)[number];

export interface RoundRules {
  order: 'in-turn' | 'at-once';
  answerWithinDays: number;
  remindAfterDays: readonly number[];
}

interface Signer {
  position: number;
  status: SignerStatus;
}

export const isRoundComplete = (signers: readonly Signer[]): boolean =>
  signers.length > 0 && signers.every(({ status }) => status === 'signed');

/** Who is to be asked now: all that wait, or, in turn, the next when nobody before her is still to answer. */
export function whomToInvite<S extends Signer>(
  { order }: Pick<RoundRules, 'order'>,
  signers: readonly S[],
): S[] {
  const waiting = signers
    .filter(({ status }) => status === 'waiting')
    .sort((a, b) => a.position - b.position);
  if (order === 'at-once') return waiting;
  return signers.some(({ status }) => status === 'invited') ? [] : waiting.slice(0, 1);
}

/** The last day to sign, for who is asked now. */
export const answerBy = (
  { answerWithinDays }: Pick<RoundRules, 'answerWithinDays'>,
  now: Date,
): CalendarDate => addDays(dateInSweden(now), answerWithinDays);

/** The day itself is the last day to sign, not the first that is too late. */
export const isTooLate = (lastDay: CalendarDate, today: CalendarDate): boolean => lastDay < today;

/** How many reminders should have been sent by today. Days that nobody worked through are made up for by one. */
export const remindersDue = (
  { remindAfterDays }: Pick<RoundRules, 'remindAfterDays'>,
  invitedOn: CalendarDate,
  today: CalendarDate,
): number => remindAfterDays.filter((days) => addDays(invitedOn, days) <= today).length;
