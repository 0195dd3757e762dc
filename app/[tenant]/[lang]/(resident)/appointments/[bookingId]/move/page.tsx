import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { WayChoice } from '@/components/appointments/way-choice';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { wayToPick } from '@/lib/appointments/domain/way-to-pick';
import { getBooking } from '@/lib/appointments/queries/get-booking';
import { getTypeToBook } from '@/lib/appointments/queries/get-type-to-book';
import { instantText } from '@/lib/kernel/date-text';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { PickTime } from '../../pick-time';
import { pickerPath, readQuery, type SearchParams } from '../../picker-path';

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
  const { id, type } = booking;
  const own = `/appointments/${id}`;
  // Cancelled, over, or too late: its own page says which, and whom to call.
  if (!booking.mayChange) redirect(href(lang, own));
  const asked = {
    ...query,
    ...(booking.case && { caseId: booking.case.id }),
    ...(booking.invitationId && { invitationId: booking.invitationId }),
  };
  // A kind that can be booked no more, or a case that has ended: there is nothing to move to either.
  const kind = await orNotFound(getTypeToBook(actor, { slug: type.slug, movesId: id, ...asked }, lang));
  const { ways } = kind;
  const way = wayToPick(ways, query.way ?? booking.way);
  const base = `${own}/move`;
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
      {!ways.includes(booking.way) && <Alert kind="warning">{t('appointments:move.way-gone')}</Alert>}
      {way ? (
        <PickTime
          picking={{ base, query: { ...asked, way }, typeSlug: type.slug, movesId: id }}
          type={kind}
          isMove
          actor={actor}
          lang={lang}
          t={t}
        />
      ) : (
        <Section id="ways" title={t('appointments:times.way-title')}>
          <WayChoice
            ways={ways}
            hrefOf={(one) => href(lang, pickerPath(base, { ...query, way: one }))}
            t={t}
          />
        </Section>
      )}
    </>
  );
}
