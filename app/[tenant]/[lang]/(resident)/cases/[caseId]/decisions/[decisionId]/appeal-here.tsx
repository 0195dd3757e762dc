import { ButtonLink } from '@/components/ui/button';
import { Prose } from '@/components/ui/prose';
import { TextLink } from '@/components/ui/text-link';
import { isWithTheCourt } from '@/lib/cases/domain/appeal-step';
import type { DecisionView } from '@/lib/cases/queries/get-decision';
import { instantText } from '@/lib/kernel/date-text';
import { isolated } from '@/lib/kernel/isolated';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

interface Props {
  found: Extract<DecisionView, { isOpened: true }>;
  lang: Language;
  t: Translate;
}

/** What she has sent here, and the way to write an appeal. After the last day too: the board decides what is too late. */
export function AppealHere(props: Props) {
  const { found, lang, t } = props;
  const { id, case: theCase, appeals, hasAppealDraft, appealSteps } = found;
  const button = hasAppealDraft
    ? 'appeals:go-on'
    : appeals.length > 0
      ? 'appeals:write-more'
      : 'appeals:write';
  return (
    <>
      {appeals.length > 0 && (
        <Prose>
          <h3>{t('appeals:sent-list')}</h3>
          <SentAppeals {...props} />
        </Prose>
      )}
      {isWithTheCourt(appealSteps.map(({ step }) => step)) ? (
        <p>{t('appeals:at-court')}</p>
      ) : (
        <>
          <Prose>
            <h3>{t('appeals:here-title')}</h3>
            <p>{t('appeals:here-text')}</p>
          </Prose>
          <p>
            <ButtonLink
              href={href(lang, `/cases/${theCase.id}/decisions/${id}/appeal`)}
              variant={appeals.length > 0 && !hasAppealDraft ? 'secondary' : 'primary'}
              iconAfter="arrow"
            >
              {t(button)}
            </ButtonLink>
          </p>
        </>
      )}
    </>
  );
}

export function SentAppeals({ found: { id, case: theCase, appeals, appealSteps }, lang, t }: Props) {
  return (
    <ul>
      {appeals.map(({ id: appealId, number, sentAt, receivedAt }) => (
        <li key={appealId}>
          <TextLink href={href(lang, `/cases/${theCase.id}/decisions/${id}/appeals/${appealId}`)}>
            {t('appeals:sent-item', { when: instantText(sentAt, lang), number: isolated(number) })}
          </TextLink>
          {/* An office that has come further has it, whether it has said so or not. */}
          {appealSteps.length === 0 && (
            <>
              <br />
              {t(receivedAt ? 'appeals:state-received' : 'appeals:state-sent')}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
