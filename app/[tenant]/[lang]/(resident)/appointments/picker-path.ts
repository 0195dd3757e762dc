import { type MeetingWay, meetingWays } from '@/lib/appointments/domain/words';
import { type CalendarDate, parseCalendarDate } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';

/** What the address of a page of times says. All of it may be missing. */
export interface PickerQuery {
  way?: MeetingWay;
  placeId?: string;
  officerId?: string;
  /** the day from which times are shown */
  from?: CalendarDate;
  caseId?: string;
  invitationId?: string;
  /** why she is back: somebody was first */
  back?: 'taken';
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const ids = { place: 'placeId', officer: 'officerId', case: 'caseId', invitation: 'invitationId' } as const;

/** What of it can be; the rest is left out, as if it had not been there. */
export async function readQuery(params: SearchParams): Promise<PickerQuery> {
  const all = await params;
  const one = (name: string) => (typeof all[name] === 'string' ? all[name] : '');
  const query: PickerQuery = {};
  for (const [name, key] of Object.entries(ids)) if (isId(one(name))) query[key] = one(name);
  const way = meetingWays.find((known) => known === one('way'));
  const from = parseCalendarDate(one('from'));
  return {
    ...query,
    ...(way && { way }),
    ...(from && { from }),
    ...(one('back') === 'taken' && { back: 'taken' as const }),
  };
}

/** The address of a page of times, without language prefix. */
export function pickerPath(
  base: string,
  query: { [K in keyof PickerQuery]: PickerQuery[K] | undefined },
): string {
  const params = new URLSearchParams();
  for (const [name, key] of Object.entries(ids)) if (query[key]) params.set(name, query[key]);
  for (const name of ['way', 'from', 'back'] as const) if (query[name]) params.set(name, query[name]);
  const text = params.toString();
  return text ? `${base}?${text}` : base;
}

/** Names of those that a form of choices carries along. */
export const carried = (query: PickerQuery): [string, string][] =>
  [
    ['case', query.caseId],
    ['invitation', query.invitationId],
    ['way', query.way],
  ].filter((pair): pair is [string, string] => Boolean(pair[1]));
