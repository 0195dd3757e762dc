import { parseNationalId } from '@/lib/kernel/national-id';
import { type Answers, type AnswerValue, filledRows, isParts, isRows } from './answers-shape';
import type { CheckContext, ProblemKey } from './findings';
import type { Field } from './form-shape';
import { OTHER_CHILD } from './input-names';
import type { RuleData } from './rules';
import { type PageShape, reach } from './visibility';

/*
 * A number that asks for somebody else must not be that of the person whom the application is for: a partner who is
 * oneself makes a decision about nobody. Where somebody fills it in for another, the other is whom it is for, and may
 * well be married to the one who writes.
 */

/** Whether the question asks for the number of somebody else, which is what a number is asked for unless it says so. */
const isAnothers = (field: { kind: string; whose?: string | undefined; prefill?: string | undefined }) =>
  field.kind === 'national-id' && field.whose !== 'anybody' && field.prefill !== 'register-national-id';

/** Whether any of the questions asks for the number of somebody else. */
export const asksForAnother = (fields: readonly Field<unknown>[]): boolean =>
  fields.some(
    (field) =>
      field.kind === 'child' ||
      isAnothers(field) ||
      (field.kind === 'rows' && field.columns.some(isAnothers)),
  );

interface OwnNumber {
  field: string;
  part?: string;
  key: ProblemKey;
  params: Record<string, never>;
}

/**
 * Where her own number, or that of whom it is for, stands as somebody else's. Not in the schema of the answers: that is
 * kept for everybody who fills in the form, and this differs between them.
 */
export function ownNumbers<T>(
  pages: readonly PageShape<T>[],
  answers: Answers,
  { today, children, self }: CheckContext,
  elsewhere?: RuleData,
): OwnNumber[] {
  if (!self) return [];
  const numberIn = (text: unknown) =>
    typeof text === 'string' ? parseNationalId(text, new Date(`${today}T12:00:00Z`)) : null;
  const { fields, answers: reached, data } = reach(pages, answers, elsewhere);
  const represented = self.onBehalf === null ? null : numberIn(data[self.onBehalf]);
  const subject = represented ?? self.nationalId;
  const found = (field: { id: string }, text: unknown, part?: string): OwnNumber[] => {
    const isWhom = field.id === self.onBehalf;
    if (numberIn(text) !== (isWhom ? self.nationalId : subject)) return [];
    const key = isWhom || represented === null ? 'ownNumber' : 'subjectNumber';
    return [{ field: field.id, ...(part && { part }), key, params: {} }];
  };
  return fields.flatMap((field) => {
    const value: AnswerValue | undefined = reached[field.id];
    if (isAnothers(field)) return found(field, value);
    if (field.kind === 'child' && isParts(value)) {
      const isNamed = children.length === 0 || value.child === OTHER_CHILD;
      return isNamed ? found(field, value['national-id'], 'national-id') : [];
    }
    if (field.kind !== 'rows' || !isRows(value)) return [];
    return filledRows(value).flatMap(({ number, cells }) =>
      field.columns.filter(isAnothers).flatMap(({ id }) => found(field, cells[id], `${number}-${id}`)),
    );
  });
}
