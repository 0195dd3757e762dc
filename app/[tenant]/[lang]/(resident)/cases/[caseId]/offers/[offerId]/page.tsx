import type { Metadata } from 'next';
import { CaseCaption } from '@/components/cases/case-caption';
import { contactWords } from '@/components/layout/contact-card';
import { Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { MAX_REASON } from '@/lib/care-home-queue/domain/offer';
import { getOffer, type OfferView } from '@/lib/care-home-queue/queries/get-offer';
import { instantText } from '@/lib/kernel/date-text';
import { isolated } from '@/lib/kernel/isolated';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../resident-page';
import { postOfferAnswer } from './actions';
import { OfferForm } from './form';
import { HomeFacts, OfferContact, PlaceFacts } from './offer-facts';

type Props = ResidentParams<{ caseId: string; offerId: string }>;
interface Words {
  lang: Language;
  t: Translate;
}

// The title names no home: it stands in the browser's history, which others may see.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('offers:title') };
}

/** A home that she is offered: what it is, what yes and no mean, until when, and the answer. */
export default async function OfferPage(props: Props) {
  const since = now().getTime();
  const { lang, t, actor, path } = await residentPage(props);
  const [offer, tenant] = await Promise.all([
    orNotFound(getOffer(actor, path, lang)),
    getTenant(actor.tenantId),
  ]);
  const centre = contactWords(tenant.profile, lang);
  const isOpen = offer.state === 'open';
  const home = isolated(offer.home.name);
  return (
    <>
      <BackLink href={href(lang, `/cases/${path.caseId}`)}>{t('offers:back')}</BackLink>
      <PageHeading
        caption={<CaseCaption of={offer.case} lang={lang} />}
        {...(isOpen && { lead: t('offers:lead', { home, when: instantText(offer.answerBy, lang) }) })}
      >
        {t('offers:title')}
      </PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      {isOpen && (
        <div>
          <ButtonLink href="#answer-offer" variant="secondary">
            {t('offers:form.title')}
          </ButtonLink>
        </div>
      )}
      {!isOpen && <Ended offer={offer} centre={centre} lang={lang} t={t} />}
      <HomeFacts home={offer.home} lang={lang} t={t} />
      <PlaceFacts offer={offer} lang={lang} t={t} />
      {offer.text && (
        <Section id="words" title={t('offers:words')}>
          <p dir="auto" className="ms-as-written">
            {offer.text}
          </p>
        </Section>
      )}
      {isOpen && (
        <>
          <OfferContact contact={offer.contact} centre={centre} t={t} />
          <Section id="means" title={t('offers:means.title')}>
            <Means offer={offer} t={t} />
          </Section>
          <Section id="answer-offer" title={t('offers:form.title')}>
            <OfferForm
              action={postOfferAnswer.bind(null, path)}
              most={MAX_REASON}
              errorTitles={[1, 2].map((count) => t('common:error-summary.title', { count }))}
              words={{
                question: t('offers:form.question'),
                yes: t('offers:form.yes'),
                no: t('offers:form.no'),
                reason: t('offers:form.reason'),
                reasonHelp: t('offers:form.reason-help', { max: MAX_REASON }),
                optional: t('common:optional'),
                check: t('offers:form.check'),
                checkTitle: t('offers:form.check-title'),
                checkYes: t('offers:form.check-yes', { home }),
                checkNo: t('offers:form.check-no', { home }),
                meansYes: t('offers:means.yes'),
                meansNo: noText(offer, t),
                yourReason: t('offers:state.reason'),
                once: t('offers:form.once'),
                sendYes: t('offers:form.send-yes'),
                sendNo: t('offers:form.send-no'),
                sending: t('cases:supplement.sending'),
                change: t('offers:form.change'),
                mustChoose: t('errors:offer-choose'),
                tooLong: t('errors:offer-reason-too-long'),
              }}
            />
          </Section>
        </>
      )}
    </>
  );
}

const noText = ({ no }: OfferView, t: Translate): string =>
  no ? t(`offers:means.no.${no.effect}`) : t('offers:means.no-unknown');

/** By the municipality's own rule, as it was the day of the offer. */
function Means({ offer, t }: { offer: OfferView; t: Translate }) {
  const { no, silenceIsNo } = offer;
  const next = no && no.nextEffect !== no.effect ? t(`offers:means.no-next.${no.nextEffect}`) : '';
  const before = no && no.saidBefore > 0 ? t('offers:means.no-before') : '';
  const silence = no && no.before > no.saidBefore ? t('offers:means.silence-before') : '';
  return (
    <Prose>
      <h3>{t('offers:means.yes-title')}</h3>
      <p>{t('offers:means.yes')}</p>
      <h3>{t('offers:means.no-title')}</h3>
      <p>{[before, silence, noText(offer, t), next].filter(Boolean).join(' ')}</p>
      <h3>{t('offers:means.silence-title')}</h3>
      <p>{t(silenceIsNo ? 'offers:means.silence-no' : 'offers:means.silence')}</p>
    </Prose>
  );
}

/** How it ended, when, what follows, and whether the office knows. */
function Ended({
  offer,
  centre,
  lang,
  t,
}: { offer: OfferView; centre: { name: string; phone: string } } & Words) {
  const { state, endedAt, answerBy, receivedAt, reason, silenceIsNo, acceptedAt } = offer;
  if (state === 'open') return null;
  if (acceptedAt && endedAt) return <YesTakenBack {...{ offer, acceptedAt, endedAt, centre, lang, t }} />;
  const isAnswered = state === 'accepted' || state === 'declined';
  const at = state === 'lapsed' || !endedAt ? answerBy : endedAt;
  return (
    <Alert kind={state === 'accepted' ? 'success' : 'info'} title={t(`offers:state.${state}`)}>
      <p>{t(`offers:state.${state}-text`, { when: instantText(at, lang), ...centre })}</p>
      {state === 'declined' && <p>{noText(offer, t)}</p>}
      {state === 'lapsed' && silenceIsNo && (
        <p>
          {t('offers:state.lapsed-no')} {noText(offer, t)}
        </p>
      )}
      <OfficeReason offer={offer} t={t} />
      {isAnswered && <p>{t(receivedAt ? 'offers:state.office' : 'offers:state.not-office')}</p>}
      {reason && (
        <>
          <p>
            <strong>{t('offers:state.reason')}</strong>
          </p>
          <p dir="auto" className="ms-as-written">
            {reason}
          </p>
        </>
      )}
    </Alert>
  );
}

/** A place that she had said yes to is gone: why, that her wait goes on as before, and whom to call. */
function YesTakenBack({
  offer,
  acceptedAt,
  endedAt,
  centre,
  lang,
  t,
}: {
  offer: OfferView;
  acceptedAt: Date;
  endedAt: Date;
  centre: { name: string; phone: string };
} & Words) {
  const when = { yes: instantText(acceptedAt, lang), when: instantText(endedAt, lang) };
  return (
    <Alert kind="warning" title={t('offers:state.yes-taken-back')}>
      <p>{t('offers:state.yes-taken-back-text', when)}</p>
      <OfficeReason offer={offer} t={t} />
      {offer.isWaiting && <p>{t('offers:state.yes-taken-back-waits')}</p>}
      <p>{t('offers:state.yes-taken-back-call', centre)}</p>
    </Alert>
  );
}

function OfficeReason({ offer: { takenBackReason }, t }: { offer: OfferView; t: Translate }) {
  return (
    takenBackReason && (
      <>
        <p>
          <strong>{t('offers:state.office-reason')}</strong>
        </p>
        <p dir="auto" className="ms-as-written">
          {takenBackReason}
        </p>
      </>
    )
  );
}
