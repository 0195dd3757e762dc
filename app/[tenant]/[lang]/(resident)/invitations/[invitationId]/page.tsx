import type { Metadata } from 'next';
import { DeclineForm } from '@/components/applications/decline-form';
import { SignedDocument } from '@/components/applications/signed-document';
import { SignersList } from '@/components/applications/signers-list';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { InLanguage, SentenceWith } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { getInvitation, type Invitation } from '@/lib/applications/queries/get-invitation';
import { dateText, daysAwayText, instantText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../not-found-page';
import { type ResidentParams, residentPage } from '../../resident-page';
import { decline } from './actions';

type Props = ResidentParams<{ invitationId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('signatures:sign.title') };
}

/** What somebody is asked to sign: all of the document and nothing else, and her yes or no. Afterwards: what became of it. */
export default async function InvitationPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { invitationId } = path;
  const invitation = await orNotFound(getInvitation(actor, { invitationId, language: lang }));
  const here = `/invitations/${invitationId}`;
  const caption = (
    <InLanguage lang={invitation.serviceName.lang} on={lang}>
      {invitation.serviceName.text}
    </InLanguage>
  );
  return (
    <>
      <BackLink href={href(lang, '/overview')}>{t('common:nav.overview')}</BackLink>
      {isReadable(invitation) ? (
        <>
          {invitation.kind === 'invited' ? (
            <Invited invitation={invitation} caption={caption} lang={lang} t={t} />
          ) : (
            <Signed invitation={invitation} caption={caption} here={here} lang={lang} t={t} />
          )}
          <Section id="who" title={t('signatures:page.who')}>
            <SignersList
              signers={invitation.signers}
              language={invitation.snapshot.language}
              today={invitation.today}
              lang={lang}
            />
          </Section>
          <Section
            id="document"
            title={t(
              invitation.kind === 'signed'
                ? 'signatures:invitation.what-signed'
                : 'signatures:invitation.what',
            )}
          >
            <p>
              {t('signatures:invitation.code')}: <bdi>{invitation.code}</bdi>
            </p>
          </Section>
          <SignedDocument
            snapshot={invitation.snapshot}
            lang={lang}
            fileHref={(fileId) => `/api/files${here}/${fileId}`}
          />
          {invitation.kind === 'invited' && <Answer invitationId={invitationId} lang={lang} t={t} />}
        </>
      ) : (
        <PageHeading caption={caption} lead={t(`signatures:invitation.${invitation.kind}-text`)}>
          {t(`signatures:invitation.${invitation.kind}-title`)}
        </PageHeading>
      )}
    </>
  );
}

type Readable = Extract<Invitation, { kind: 'invited' | 'signed' }>;
const isReadable = (invitation: Invitation): invitation is Readable => 'snapshot' in invitation;

interface PartProps {
  invitation: Readable;
  caption: React.ReactNode;
  lang: Language;
  t: Translate;
}

function Invited({ invitation: { snapshot, own, today }, caption, lang, t }: PartProps) {
  const { name } = snapshot.applicant;
  return (
    <>
      <PageHeading
        caption={caption}
        lead={
          <SentenceWith
            words={{ text: own.title ?? '', lang: snapshot.language }}
            on={lang}
            sentence={(role) => t('signatures:invitation.lead', { name, role })}
          />
        }
      >
        {t('signatures:invitation.title')}
      </PageHeading>
      {own.answerBy && (
        <Alert kind="info">
          <p>
            {t('signatures:invitation.due', {
              date: dateText(own.answerBy, lang),
              away: daysAwayText(own.answerBy, today, lang),
            })}
          </p>
          <p>{t('signatures:invitation.only')}</p>
        </Alert>
      )}
    </>
  );
}

function Signed({ invitation: { own, submitted }, caption, here, lang, t }: PartProps & { here: string }) {
  return (
    <>
      <PageHeading
        caption={caption}
        lead={t('signatures:invitation.signed-lead', {
          when: own.answeredAt ? instantText(own.answeredAt, lang) : '',
        })}
      >
        {t('signatures:invitation.signed-title')}
      </PageHeading>
      <Alert kind={submitted ? 'success' : 'info'}>
        {submitted
          ? t('signatures:invitation.sent', {
              when: instantText(submitted.at, lang),
              number: submitted.number,
            })
          : t('signatures:invitation.waiting')}
      </Alert>
      {submitted && (
        <ButtonGroup>
          <ButtonLink href={`/api/files${here}`} variant="secondary" icon="document" download>
            {t('signatures:invitation.pdf')}
          </ButtonLink>
        </ButtonGroup>
      )}
    </>
  );
}

function Answer({ invitationId, lang, t }: { invitationId: string; lang: Language; t: Translate }) {
  return (
    <>
      <Section id="sign" title={t('signatures:invitation.sign-title')}>
        <p>{t('signatures:invitation.sign-text')}</p>
        <ButtonGroup>
          <ButtonLink href={href(lang, `/invitations/${invitationId}/sign`)} size="lg" iconAfter="arrow">
            {t('signatures:invitation.sign')}
          </ButtonLink>
        </ButtonGroup>
      </Section>
      <Details summary={t('signatures:invitation.decline-title')}>
        <div className="ms-stack">
          <p>{t('signatures:invitation.decline-text')}</p>
          <DeclineForm
            action={decline.bind(null, invitationId)}
            words={{
              reason: t('signatures:invitation.reason'),
              help: t('signatures:invitation.reason-help'),
              decline: t('signatures:invitation.decline'),
              working: t('common:working'),
            }}
          />
        </div>
      </Details>
    </>
  );
}
