import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BookingList } from '@/components/appointments/booking-list';
import { WayChoice } from '@/components/appointments/way-choice';
import { contactWords } from '@/components/layout/contact-card';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { wayToPick } from '@/lib/appointments/domain/way-to-pick';
import { getTypeToBook } from '@/lib/appointments/queries/get-type-to-book';
import { isAppError } from '@/lib/platform/errors';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { PickTime } from '../../pick-time';
import { pickerPath, readQuery, type SearchParams } from '../../picker-path';

interface Props extends ResidentParams<{ slug: string }> {
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('appointments:times.title') };
}

/** How to meet, where there are several ways, and then the times. */
export default async function BookTypePage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const query = await readQuery(props.searchParams);
  const found = getTypeToBook(actor, { slug: path.slug, ...query }, lang);
  const [type, tenant] = await Promise.all([
    orNotFound(query.invitationId ? orHerTimes(found, lang) : found),
    getTenant(actor.tenantId),
  ]);
  const { name, about, ways, enough } = type;
  const isEnough = enough.length > 0;
  const base = `/appointments/book/${type.slug}`;
  const way = wayToPick(ways, query.way);
  const asked = query.caseId ? `?case=${query.caseId}` : '';
  return (
    <>
      {way && ways.length > 1 && !isEnough ? (
        <BackLink href={href(lang, pickerPath(base, { ...query, way: undefined }))}>
          {t('appointments:times.change-way')}
        </BackLink>
      ) : (
        <BackLink href={href(lang, `/appointments/book${asked}`)}>
          {t('appointments:times.back-types')}
        </BackLink>
      )}
      <PageHeading
        caption={
          <InLanguage lang={name.lang} on={lang}>
            {name.text}
          </InLanguage>
        }
        lead={
          isEnough
            ? t(
                `appointments:times.${enough.some(({ mayChange }) => mayChange) ? 'too-many' : 'too-many-fixed'}`,
                contactWords(tenant.profile, lang),
              )
            : about && (
                <InLanguage lang={about.lang} on={lang}>
                  {about.text}
                </InLanguage>
              )
        }
      >
        {t(`appointments:times.${isEnough ? 'too-many-title' : way ? 'title' : 'way-title'}`)}
      </PageHeading>
      {isEnough ? (
        <BookingList bookings={enough} level={2} lang={lang} t={t} />
      ) : way ? (
        <PickTime
          picking={{ base, query: { ...query, way }, typeSlug: type.slug }}
          type={type}
          actor={actor}
          lang={lang}
          t={t}
        />
      ) : (
        <WayChoice ways={ways} hrefOf={(one) => href(lang, pickerPath(base, { ...query, way: one }))} t={t} />
      )}
    </>
  );
}

/** An invitation that can't be used is told of among her times. */
const orHerTimes = <T,>(found: Promise<T>, lang: Language): Promise<T> =>
  found.catch((error: unknown) => {
    if (!isAppError(error, 'NotFound')) throw error;
    redirect(href(lang, '/appointments'));
  });
