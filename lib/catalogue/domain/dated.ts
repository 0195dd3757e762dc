import type { CalendarDate } from '@/lib/kernel/calendar-date';
import type { Texts } from './form-shape';

/** A text that is true from a day, and perhaps to one, and where it comes from. */
export interface Dated {
  validFrom: string;
  validTo?: string | undefined;
  text: Texts;
  source: string;
}

/** The one in force on a day; the latest to begin where several are. Undefined where none is: say nothing old. */
export const inForce = <D extends Dated>(
  entries: readonly D[] | undefined,
  on: CalendarDate,
): D | undefined =>
  entries
    ?.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
