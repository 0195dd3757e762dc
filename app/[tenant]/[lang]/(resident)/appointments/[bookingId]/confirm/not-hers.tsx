import { ActionForm } from '@/components/forms/action-form';
import { Alert } from '@/components/ui/alert';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { SentenceWith } from '@/components/ui/in-language';
import { SubmitButton } from '@/components/ui/submit-button';
import type { HoldView } from '@/lib/appointments/queries/get-hold';
import { instantText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { postConfirm } from './actions';

interface Props {
  hold: HoldView;
  /** where she chooses another of its kind, if she may */
  times: string;
  mayChoose: boolean;
  contact: { name: string; phone: string };
  /** what gives the time up says */
  no: string;
  lang: Language;
  t: Translate;
}

/** Why it can't be made hers, and the way on: the time that she has chosen since, or others. */
export function NotHers(props: Props) {
  const { clash, newer } = props.hold;
  if (clash) return <Clash {...props} clash={clash} />;
  if (newer?.isSameKind) return <ChosenSince {...props} newer={newer} />;
  return <Over {...props} />;
}

function Clash({
  hold,
  clash,
  times,
  contact,
  no,
  lang,
  t,
}: Props & { clash: NonNullable<HoldView['clash']> }) {
  return (
    <Alert kind="warning" live="alert" title={t('appointments:confirm.clash-title')}>
      <p>
        {t(`appointments:confirm.${clash.mayMove ? 'clash' : 'clash-fixed'}`, {
          when: instantText(clash.startsAt, lang),
          ...contact,
        })}
      </p>
      <ButtonGroup>
        <ButtonLink href={times} iconAfter="arrow">
          {t('appointments:confirm.other')}
        </ButtonLink>
        <ButtonLink href={href(lang, `/appointments/${clash.id}`)} variant="secondary">
          {t('appointments:confirm.see-own')}
        </ButtonLink>
        {/* It is held or offered all the same: she can say no to it. */}
        <ActionForm action={postConfirm.bind(null, hold.id)}>
          <SubmitButton name="step" value="no" variant="tertiary" pendingText={t('common:working')}>
            {no}
          </SubmitButton>
        </ActionForm>
      </ButtonGroup>
    </Alert>
  );
}

/** Another time of the same kind: what she has written goes with it. */
function ChosenSince({ hold, newer, lang, t }: Props & { newer: NonNullable<HoldView['newer']> }) {
  return (
    <Alert kind="warning" live="alert" title={t('appointments:confirm.newer-title')}>
      <p>
        {t('appointments:confirm.newer', { when: instantText(newer.startsAt, lang) })}
        {hold.typed && ` ${t('appointments:confirm.kept')}`}
      </p>
      <ButtonLink href={href(lang, `/appointments/${newer.id}/confirm`)} iconAfter="arrow">
        {t('appointments:confirm.newer-do')}
      </ButtonLink>
    </Alert>
  );
}

/** Its minutes are over, or a time for something else is held for her since: she goes back for this, or on with that. */
function Over({ hold, times, mayChoose, contact, lang, t }: Props) {
  const { newer } = hold;
  return (
    <Alert kind="warning" live="alert" title={t('appointments:confirm.lapsed-title')}>
      {newer ? (
        <p>
          <SentenceWith
            words={newer.name}
            on={lang}
            sentence={(name) =>
              t('appointments:confirm.newer-kind', { name, when: instantText(newer.startsAt, lang) })
            }
          />
          {mayChoose && ` ${t('appointments:confirm.newer-kind-goes')}`}
        </p>
      ) : (
        <p>{t('appointments:confirm.lapsed')}</p>
      )}
      {mayChoose ? (
        // Of another kind it is hers alone that counts: what is kept for the newer one isn't what she wrote here.
        <p>
          {t(
            `appointments:confirm.${(newer ? hold.content : hold.typed) ? 'kept-for-next' : 'choose-again'}`,
          )}
        </p>
      ) : (
        <p>{t('appointments:booking.call-for-new', contact)}</p>
      )}
      <ButtonGroup>
        {mayChoose && (
          <ButtonLink href={times} iconAfter="arrow">
            {t('appointments:confirm.other')}
          </ButtonLink>
        )}
        {newer && (
          <ButtonLink href={href(lang, `/appointments/${newer.id}/confirm`)} variant="secondary">
            {t('appointments:confirm.newer-kind-do')}
          </ButtonLink>
        )}
      </ButtonGroup>
    </Alert>
  );
}
