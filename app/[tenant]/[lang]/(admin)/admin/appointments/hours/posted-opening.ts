import type { PostedOpening } from '@/lib/appointments/domain/opening-form';

/** What the fields of an opening say. */
export function postedOpening(form: FormData): PostedOpening {
  const one = (name: string) => String(form.get(name) ?? '');
  const all = (name: string) => form.getAll(name).map(String);
  return {
    placeId: one('placeId'),
    ways: all('ways'),
    startsOn: one('startsOn'),
    from: one('from'),
    to: one('to'),
    everyWeeks: one('everyWeeks'),
    weekdays: all('weekdays'),
    until: one('until'),
  };
}
