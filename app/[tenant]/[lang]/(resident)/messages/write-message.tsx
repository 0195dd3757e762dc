import { contactWords } from '@/components/layout/contact-card';
import { MessageForm } from '@/components/messages/message-form';
import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import type { Officer } from '@/lib/cases/domain/office-messages';
import { fileStateTexts, saveTexts } from '@/lib/catalogue/domain/form-texts';
import { shortDateText } from '@/lib/kernel/date-text';
import { newId } from '@/lib/kernel/ids';
import { MAX_FILES } from '@/lib/messages/domain/draft';
import type { Openness } from '@/lib/messages/domain/openness';
import type { Place } from '@/lib/messages/domain/place';
import type { DraftView } from '@/lib/messages/queries/get-thread';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { acceptedFiles, MAX_FILE_BYTES } from '@/lib/platform/upload';
import type { TenantProfile } from '@/lib/tenants/domain/tenant-profile';
import { autosaveMessage, postMessage } from './actions';
import { pathOf } from './place-path';

/**
 * Where she writes: to whom it goes, until when she can, and the form. Or why she can't, whom to reach instead, and what
 * she had begun, which is hers to copy.
 */
export function WriteMessage({
  place,
  openness,
  officer,
  draft,
  profile,
  formKey = 0,
  lang,
  t,
}: {
  place: Place;
  openness: Openness;
  officer: Officer | null;
  draft: DraftView | null;
  profile: TenantProfile;
  /** another one: another message, and an empty form */
  formKey?: number;
  lang: Language;
  t: Translate;
}) {
  const { closed, lastOn } = openness;
  if (closed)
    return (
      <>
        <Alert title={t('messages:closed.title')} level={3}>
          <p>
            {closed === 'status'
              ? t('messages:closed.status')
              : t('messages:closed.case-ended', { date: lastOn ? shortDateText(lastOn, lang) : '' })}
          </p>
          <Instead officer={officer} profile={profile} lang={lang} t={t} />
        </Alert>
        {draft?.text && (
          <>
            <p>{t('messages:closed.unsent')}</p>
            <blockquote className="ms-as-written" dir="auto">
              {draft.text}
            </blockquote>
          </>
        )}
      </>
    );
  return (
    <>
      <p>{addressedTo(officer, t)}</p>
      {lastOn && <p>{t('messages:closed.last-on', { date: shortDateText(lastOn, lang) })}</p>}
      <MessageForm
        key={formKey}
        action={postMessage.bind(null, place)}
        autosave={autosaveMessage.bind(null, place)}
        latestHref={href(lang, pathOf(place))}
        messageId={draft?.messageId ?? newId()}
        draft={{ subject: draft?.subject ?? '', text: draft?.text ?? '' }}
        version={draft?.version ?? 0}
        files={(draft?.files ?? []).map(({ id, name, state }) => ({
          id,
          name,
          state,
          remove: t('messages:form.remove', { name }),
        }))}
        accept={acceptedFiles()}
        texts={{
          ...(place.kind === 'case' && {
            subject: {
              label: t('messages:form.subject'),
              help: t('messages:form.subject-help'),
              optional: t('common:optional'),
            },
          }),
          text: t('messages:form.text'),
          textHelp: t('messages:form.text-help'),
          files: t('messages:form.files'),
          filesHelp: t('messages:form.files-help', { count: MAX_FILES, max: MAX_FILE_BYTES / 1024 / 1024 }),
          upload: t('messages:form.upload'),
          uploaded: t('messages:form.uploaded'),
          chooseAgain: t('messages:form.choose-again'),
          send: t('messages:form.send'),
          sending: t('messages:form.sending'),
          save: t('messages:form.save'),
          stale: {
            title: t('messages:form.stale-title'),
            text: t('messages:form.stale-text'),
            keepMine: t('messages:form.stale-keep-mine'),
            showLatest: t('messages:form.stale-show-latest'),
          },
          saving: saveTexts(t),
          fileStates: fileStateTexts(t),
        }}
      />
    </>
  );
}

/** Who may read it: whoever has the case, and their unit. */
function addressedTo(officer: Officer | null, t: Translate): string {
  if (!officer) return t('messages:form.to-office');
  const { name, unit } = officer;
  return name ? t('messages:form.to-officer', { name, unit }) : t('messages:form.to-unit', { unit });
}

function Instead({
  officer,
  profile,
  lang,
  t,
}: {
  officer: Officer | null;
  profile: TenantProfile;
  lang: Language;
  t: Translate;
}) {
  const contact = contactWords(profile, lang);
  const words = officer?.phone
    ? { name: officer.name ?? officer.unit, phone: `\u2066${officer.phone}\u2069` }
    : contact;
  return (
    <>
      <p>{t('messages:closed.instead', words)}</p>
      {officer?.email && (
        <p>
          <TextLink href={`mailto:${officer.email}`}>
            <bdi dir="ltr">{officer.email}</bdi>
          </TextLink>
        </p>
      )}
    </>
  );
}
