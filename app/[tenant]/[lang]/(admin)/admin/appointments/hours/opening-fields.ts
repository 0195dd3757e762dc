import type { StaffField } from '@/components/appointments/staff-field';
import { type MeetingWay, meetingWays } from '@/lib/appointments/domain/words';
import type { Hours, OpeningView } from '@/lib/appointments/queries/list-officer-hours';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';
import { clock } from './opening-text';

const weeks = [0, 1, 2, 3, 4] as const;
const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** The fields of an opening, said as people say it: which days, how often, until when. `startsOn` is its label. */
export function openingFields(
  {
    places,
    today,
    startsOn,
    before,
  }: {
    places: Hours['places'];
    today: CalendarDate;
    startsOn: { label: string; value: CalendarDate };
    /** the hours that it takes the place of */
    before?: OpeningView;
  },
  { lang, t }: { lang: StaffLanguage; t: Translate },
): StaffField[] {
  const repetition = typeof before?.repetition === 'object' ? before.repetition : undefined;
  const ways: readonly MeetingWay[] = before?.ways ?? [];
  const known =
    before?.placeId && !places.some(({ id }) => id === before.placeId)
      ? [{ id: before.placeId, name: before.place ?? '' }]
      : [];
  return [
    {
      kind: 'checks',
      name: 'ways',
      label: t('hours:opening.ways'),
      value: ways,
      options: meetingWays.map((way) => ({ value: way, label: t(`appointments:way.${way}`) })),
    },
    {
      kind: 'select',
      name: 'placeId',
      label: t('hours:opening.place'),
      value: before?.placeId ?? '',
      placeholder: t('hours:opening.no-place'),
      options: [...known, ...places].map(({ id, name }) => ({ value: id, text: name })),
    },
    {
      kind: 'text',
      name: 'startsOn',
      label: startsOn.label,
      description: t('hours:opening.starts-on-hint', { example: today }),
      value: startsOn.value,
      width: 12,
    },
    {
      kind: 'text',
      name: 'from',
      label: t('hours:opening.from'),
      value: before ? clock(before.fromMinute, lang) : clock(540, lang),
      width: 5,
    },
    {
      kind: 'text',
      name: 'to',
      label: t('hours:opening.to'),
      description: t('hours:opening.to-hint'),
      value: before ? clock(before.fromMinute + before.minutes, lang) : clock(720, lang),
      width: 5,
    },
    {
      kind: 'select',
      name: 'everyWeeks',
      label: t('hours:opening.every'),
      description: t('hours:opening.every-hint'),
      value: String(before?.repetition === null ? 0 : (repetition?.everyWeeks ?? 1)),
      options: weeks.map((every) => ({ value: String(every), text: t(`hours:opening.every-${every}`) })),
    },
    {
      kind: 'checks',
      name: 'weekdays',
      label: t('hours:opening.weekdays'),
      description: t('hours:opening.weekdays-hint'),
      value: repetition?.weekdays.map(String) ?? [],
      options: days.map((day) => ({ value: String(day), label: t(`hours:opening.day-${day}`) })),
    },
    {
      kind: 'text',
      name: 'until',
      label: t('hours:opening.until'),
      optional: t('common:optional'),
      description: t('hours:opening.starts-on-hint', { example: today }),
      value: repetition?.until ?? '',
      width: 12,
    },
  ];
}
