import { ActionForm } from '@/components/forms/action-form';
import { Section } from '@/components/layout/section';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { mostOffers } from '@/lib/appointments/domain/earlier-time';
import type { EarlierWishFacts } from '@/lib/appointments/queries/get-earlier-wish';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import type { Language, Translate } from '@/lib/platform/i18n';
import { endWish, wish } from './earlier-actions';

const choices = [mostOffers.least, mostOffers.usual, 5, mostOffers.most];

/** Whether she wants to know if an earlier time comes free, and how often at the most. */
export function EarlierSection({
  bookingId,
  standing,
  lang,
  t,
}: {
  bookingId: string;
  /** null: she has not asked */
  standing: EarlierWishFacts | null;
  lang: Language;
  t: Translate;
}) {
  const working = t('common:working');
  return (
    <Section id="earlier" title={t('appointments:earlier-wish.title')}>
      {/* The same element before and after: what changes in it is read out. */}
      <p role="status">
        {standing
          ? `${t('appointments:earlier-wish.since', { date: dateText(dateInSweden(standing.since), lang) })} ${t('appointments:earlier-wish.left', { count: standing.left })}`
          : t('appointments:earlier-wish.text')}
      </p>
      {standing ? (
        <ActionForm action={endWish.bind(null, bookingId)}>
          <SubmitButton pendingText={working} variant="secondary">
            {t('appointments:earlier-wish.end')}
          </SubmitButton>
        </ActionForm>
      ) : (
        <ActionForm action={wish.bind(null, bookingId)}>
          <div className="ms-stack">
            <Select
              name="most"
              label={t('appointments:earlier-wish.most')}
              defaultValue={String(mostOffers.usual)}
              options={choices.map((count) => ({
                value: String(count),
                text: t('appointments:earlier-wish.times', { count }),
              }))}
            />
            <div>
              <SubmitButton pendingText={working} variant="secondary">
                {t('appointments:earlier-wish.wish')}
              </SubmitButton>
            </div>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}
