import type { NationalId } from '@/lib/kernel/national-id';
import { cleanLine, cleanText } from '@/lib/kernel/plain-text';

/**
 * What she writes in an appeal. Which decision it is about, her name and her personal number are known here, so she need
 * not write them. FL (2017:900) 43 §: which decision, and how she wants it changed. Förvaltningsprocesslagen (1971:291)
 * 3 and 4 §§: how the court can reach her, on what she bases it, and what she wants to prove and with what.
 */
export const appealFields = ['change', 'reasons', 'evidence', 'address', 'phone', 'email'] as const;
export type AppealField = (typeof appealFields)[number];
export type AppealDraft = Record<AppealField, string>;

export const emptyDraft: AppealDraft = {
  change: '',
  reasons: '',
  evidence: '',
  address: '',
  phone: '',
  email: '',
};

export const longest: Readonly<Record<AppealField, number>> = {
  change: 4_000,
  reasons: 10_000,
  evidence: 4_000,
  address: 300,
  phone: 40,
  email: 200,
};

/** What is sealed when she sends it: all of it as it stood then, with who she is by her log-in. */
export interface SentAppeal extends AppealDraft {
  name: string;
  nationalId: NationalId;
  /** that she had the portal in: the receipt's */
  language: string;
}

/** Whether anything has been written since; a draft that is not kept yet is an empty one. */
export const isSameDraft = (a: AppealDraft, b: AppealDraft): boolean =>
  appealFields.every((field) => a[field] === b[field]);

/** Whether another window or device has written something else since the page was loaded. */
export const isWrittenElsewhere = (
  kept: { draft: AppealDraft; version: number },
  posted: { draft: AppealDraft; version: number },
): boolean => kept.version !== posted.version && !isSameDraft(kept.draft, posted.draft);

const oneLine: readonly AppealField[] = ['phone', 'email'];

/** As it is sent: without what no reader can show, and without empty ends. */
export const cleaned = (draft: AppealDraft): AppealDraft =>
  Object.fromEntries(
    appealFields.map((field) => [field, (oneLine.includes(field) ? cleanLine : cleanText)(draft[field])]),
  ) as AppealDraft;

/** Field → what is to be put right, as a text key. Kept it may be whatever it is; sent it may not. */
export type AppealErrors = Partial<Record<AppealField, string>>;

/** Too much to be kept at all. */
export const tooLong = (draft: AppealDraft): AppealErrors =>
  Object.fromEntries(
    appealFields
      .filter((field) => draft[field].length > longest[field])
      .map((field) => [field, 'errors:appeal-too-long']),
  );

/**
 * What must be there before it is sent. Without a change that she wants and a reason nobody can try it. Where she can be
 * reached she may leave out: the board knows, and nobody may lose her right for want of a telephone.
 */
export function missing(typed: AppealDraft): AppealErrors {
  const { change, reasons, email } = cleaned(typed);
  const isReachable = !email || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
  return {
    ...(!change && { change: 'errors:appeal-change' }),
    ...(!reasons && { reasons: 'errors:appeal-reasons' }),
    ...(!isReachable && { email: 'settings:errors.email' }),
  };
}
