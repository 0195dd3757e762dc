import * as z from 'zod/mini';
import type { CalendarDate } from '@/lib/kernel/calendar-date';

// zod would otherwise write itself faster code by `new Function`, which the Content-Security-Policy refuses and reports.
z.config({ jitless: true });

/** Texts of the namespace `forms`, under `problems`; `missing` is the field's own text instead. */
export type ProblemKey =
  | 'missing'
  | 'tooLong'
  | 'notNumber'
  | 'tooManyDecimals'
  | 'numberTooLow'
  | 'numberTooHigh'
  | 'notMoney'
  | 'notDate'
  | 'dateTooEarly'
  | 'dateTooLate'
  | 'periodFrom'
  | 'periodTo'
  | 'periodBackwards'
  | 'periodTooLong'
  | 'notAnOption'
  | 'exclusive'
  | 'nationalId'
  | 'ownNumber'
  | 'subjectNumber'
  | 'phone'
  | 'email'
  | 'personName'
  | 'personPhone'
  | 'personRelation'
  | 'childChoose'
  | 'childName'
  | 'childNationalId'
  | 'street'
  | 'postcode'
  | 'city'
  | 'clearing'
  | 'bankAccount'
  | 'property'
  | 'tooManyRows'
  | 'limit'
  | 'stopped'
  | 'fileKind'
  | 'fileTooLarge'
  | 'fileEmpty'
  | 'fileDamaged'
  | 'filePixels'
  | 'fileInfected'
  | 'tooManyFiles'
  | 'tooManyWishes'
  | 'wishTwice'
  | 'wishUnknown'
  // Found by applications, which know who fills the form in.
  | 'signerIsYou'
  | 'signerTwice'
  | 'signerUnderAge';

/** What the check of one answer must know from outside the form. */
export interface FieldContext {
  today: CalendarDate;
  /** slugs of the homes one may wish for */
  homes: readonly string[];
  /** keys of the children one may choose among */
  children: readonly string[];
}

/** What the checks of a whole form or page must know besides. */
export interface CheckContext extends FieldContext {
  /** null where no question asks for the number of somebody else */
  self: Self | null;
}

/** Whose number is nobody else's. */
export interface Self {
  /** of the person who fills it in, 12 digits */
  nationalId: string;
  /** the question of whom it is for, where somebody else may fill it in */
  onBehalf: string | null;
}

export interface Finding {
  key: ProblemKey;
  params?: Record<string, string | number>;
  /** which input of the field, where it has several */
  part?: string;
}

/** A zod check whose issues carry a text key and its params. */
export function finds<T>(find: (value: T) => Finding[]): z.core.CheckFn<T> {
  return ({ value, issues }) => {
    for (const { key, params, part } of find(value)) {
      issues.push({
        code: 'custom',
        input: value,
        message: key,
        params: params ?? {},
        path: part ? [part] : [],
        continue: true,
      });
    }
  };
}

export const when = (
  isWrong: boolean,
  key: ProblemKey,
  params?: Finding['params'],
  part?: string,
): Finding[] => (isWrong ? [{ key, ...(params && { params }), ...(part && { part }) }] : []);
