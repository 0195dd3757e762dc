import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { getBooking } from '@/lib/appointments/queries/get-booking';
import { instantText } from '@/lib/kernel/date-text';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { PickTime } from '../../pick-time';
import { readQuery, type SearchParams } from '../../picker-path';

interface Props extends ResidentParams<{ bookingId: string }> {
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('appointments:move.title') };
}

/** The same times as when it was booked; hers stays until she has confirmed another. */
export default async function MovePage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const [query, booking] = await Promise.all([
    readQuery(props.searchParams),
    orNotFound(getBooking(actor, path.bookingId, lang)),
  ]);
  const { id, type, way } = booking;
  const own = `/appointments/${id}`;
  // Cancelled, over, or too late: its own page says which, and whom to call.
  if (!booking.mayChange) redirect(href(lang, own));
  return (
    <>
      <BackLink href={href(lang, own)}>{t('appointments:booking.title')}</BackLink>
      <PageHeading
        caption={
          <InLanguage lang={type.name.lang} on={lang}>
            {type.name.text}
          </InLanguage>
        }
      >
        {t('appointments:move.title')}
      </PageHeading>
      <Alert>{t('appointments:move.old-stays', { when: instantText(booking.startsAt, lang) })}</Alert>
      <PickTime
        picking={{
          base: `${own}/move`,
          query: {
            ...query,
            way: query.way ?? way,
            ...(booking.case && { caseId: booking.case.id }),
            ...(booking.invitationId && { invitationId: booking.invitationId }),
          },
          typeSlug: type.slug,
          movesId: id,
        }}
        actor={actor}
        lang={lang}
        t={t}
      />
    </>
  );
}
