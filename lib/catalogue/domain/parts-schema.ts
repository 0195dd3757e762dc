import * as z from 'zod/mini';
import { type CalendarDate, daysBetween, parseCalendarDate } from '@/lib/kernel/calendar-date';
import type { PartsAnswer } from './answers-shape';
import { isBankAccount } from './bank-account';
import { type FieldContext, type Finding, finds, when } from './findings';
import type { Option, PeriodField } from './form-shape';
import { OTHER_CHILD } from './input-names';
import { isNationalId, isPhone, oneOf, outside } from './values';

/* The checks of answers that are made of several inputs. */

/** The check of an answer of several inputs. A part that isn't there is empty. */
export const partsOf = (find: (part: (name: string) => string) => Finding[]) =>
  z.record(z.string(), z.string()).check(finds((value: PartsAnswer) => find((name) => value[name] ?? '')));

export const person = <T>(relations: readonly Option<T>[]) =>
  partsOf((part) => [
    ...when(part('name') === '', 'personName', undefined, 'name'),
    ...when(part('name').length > 100, 'tooLong', { max: 100, length: part('name').length }, 'name'),
    ...when(!oneOf(relations, part('relation')), 'personRelation', undefined, 'relation'),
    ...when(!isPhone(part('phone')), part('phone') === '' ? 'personPhone' : 'phone', undefined, 'phone'),
  ]);

export const child = ({ children, today }: FieldContext) =>
  partsOf((part) => {
    const isOther = children.length === 0 || part('child') === OTHER_CHILD;
    if (!isOther) {
      return when(
        !children.includes(part('child')),
        part('child') === '' ? 'childChoose' : 'notAnOption',
        undefined,
        'child',
      );
    }
    return [
      ...when(part('name') === '', 'childName', undefined, 'name'),
      ...when(part('name').length > 100, 'tooLong', { max: 100, length: part('name').length }, 'name'),
      ...when(!isNationalId(part('national-id'), today), 'childNationalId', undefined, 'national-id'),
    ];
  });

export const address = partsOf((part) => [
  ...when(part('street') === '', 'street', undefined, 'street'),
  ...when(part('street').length > 100, 'tooLong', { max: 100, length: part('street').length }, 'street'),
  ...when(!/^\d{3} ?\d{2}$/.test(part('postcode')), 'postcode', undefined, 'postcode'),
  ...when(part('city') === '', 'city', undefined, 'city'),
  ...when(part('city').length > 60, 'tooLong', { max: 60, length: part('city').length }, 'city'),
]);

export const bankAccount = partsOf((part) => {
  const clearing = part('clearing').replace(/\D/g, '');
  if (!/^\d{4,5}$/.test(clearing)) return [{ key: 'clearing', part: 'clearing' }];
  return when(!isBankAccount(clearing, part('account')), 'bankAccount', undefined, 'account');
});

export function period<T>(field: PeriodField<T>, today: CalendarDate) {
  return partsOf((part) => {
    const [from, to] = [parseCalendarDate(part('from')), parseCalendarDate(part('to'))];
    const openEnd = field.openEnded && part('to') === '';
    const findings = [
      ...(from
        ? outside(from, field, today)
        : [{ key: part('from') === '' ? ('periodFrom' as const) : ('notDate' as const) }]
      ).map((finding) => ({ ...finding, part: 'from' })),
      ...(to
        ? outside(to, { latest: field.latest }, today)
        : openEnd
          ? []
          : [{ key: part('to') === '' ? ('periodTo' as const) : ('notDate' as const) }]
      ).map((finding) => ({ ...finding, part: 'to' })),
    ];
    if (findings.length > 0 || !from || !to) return findings;
    const { maxDays } = field;
    return [
      ...when(to < from, 'periodBackwards', undefined, 'to'),
      // The first and the last day both count.
      ...when(
        maxDays !== undefined && daysBetween(from, to) + 1 > maxDays,
        'periodTooLong',
        { max: maxDays ?? 0 },
        'to',
      ),
    ];
  });
}
