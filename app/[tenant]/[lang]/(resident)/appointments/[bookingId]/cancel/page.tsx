import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BookingLines, WhenText } from '@/components/appointments/booking-lines';
import { CancelForm } from '@/components/appointments/cancel-form';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { getBooking } from '@/lib/appointments/queries/get-booking';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { postCancel } from './actions';

type Props = ResidentParams<{ bookingId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('appointments:cancel.title') };
}

/** Cancelling: which time, that moving may be better, and the press. */
export default async function CancelPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const booking = await orNotFound(getBooking(actor, path.bookingId, lang));
  const own = href(lang, `/appointments/${booking.id}`);
  // Cancelled already, over, or too late: its own page says which, and whom to call.
  if (!booking.mayChange) redirect(own);
  const { name } = booking.type;
  return (
    <>
      <BackLink href={own}>{t('appointments:booking.title')}</BackLink>
      <PageHeading
        caption={
          <InLanguage lang={name.lang} on={lang}>
            {name.text}
          </InLanguage>
        }
      >
        {t('appointments:cancel.title')}
      </PageHeading>
      <div className="ms-stack" data-gap="sm">
        <p className="ms-booking-when">
          <WhenText {...booking} lang={lang} />
        </p>
        <BookingLines {...booking} t={t} />
      </div>
      <div className="ms-stack" data-gap="sm">
        <p>{t('appointments:cancel.rather-move')}</p>
        <ButtonGroup>
          <ButtonLink href={`${own}/move`} variant="secondary">
            {t('appointments:move.button')}
          </ButtonLink>
        </ButtonGroup>
      </div>
      <CancelForm
        action={postCancel.bind(null, booking.id, booking.startsAt.toISOString())}
        keepHref={own}
        words={{
          errorTitle: t('common:error-summary.title', { count: 1 }),
          tooLong: t('errors:reason-too-long'),
          reason: t('appointments:cancel.reason'),
          help: t('appointments:cancel.reason-help'),
          optional: t('common:optional'),
          cancel: t('appointments:cancel.do'),
          cancelling: t('appointments:cancel.doing'),
          keep: t('appointments:cancel.keep'),
        }}
      />
    </>
  );
}
