import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { Translate } from '@/lib/platform/i18n';

interface Choosable {
  id: string;
  name: string;
}

/** Where, and with whom, where there is a choice: a form that asks for the page again. */
export function NarrowTimes({
  action,
  carried,
  places,
  officers,
  chosen,
  t,
}: {
  /** the page's own address */
  action: string;
  /** what else stands in it */
  carried: readonly (readonly [string, string])[];
  places: readonly Choosable[];
  officers: readonly Choosable[];
  chosen: { placeId?: string | undefined; officerId?: string | undefined };
  t: Translate;
}) {
  const options = (list: readonly Choosable[]) => list.map(({ id, name }) => ({ value: id, text: name }));
  const hasPlaces = places.length > 1;
  const hasOfficers = officers.length > 0;
  if (!hasPlaces && !hasOfficers) return null;
  return (
    <form action={action} method="get" className="ms-narrow">
      {carried.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {hasPlaces && (
        <Select
          name="place"
          label={t('appointments:times.place')}
          placeholder={t('appointments:times.any-place')}
          options={options(places)}
          defaultValue={chosen.placeId ?? ''}
        />
      )}
      {hasOfficers && (
        <Select
          name="officer"
          label={t('appointments:times.officer')}
          placeholder={t('appointments:times.any-officer')}
          options={options(officers)}
          defaultValue={chosen.officerId ?? ''}
        />
      )}
      <Button variant="secondary">{t('appointments:times.show')}</Button>
    </form>
  );
}
