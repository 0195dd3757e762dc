import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import type { DecisionView } from '@/lib/cases/queries/get-decision';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

interface Props {
  found: Extract<DecisionView, { isOpened: true }>;
  lang: Language;
  t: Translate;
}

/** Which decisions came before and after this one. What a later one says is read there. */
export function DecisionChain({ found: { case: theCase, matter, follows, followedBy }, lang, t }: Props) {
  const link = (id: string, text: string) => (
    <TextLink href={href(lang, `/cases/${theCase.id}/decisions/${id}`)}>{text}</TextLink>
  );
  return (
    <>
      {followedBy.map(({ id, arrivedAt }) => (
        <Alert key={id} kind="warning">
          <p>
            {t('appeals:followed-by', { date: dateText(dateInSweden(arrivedAt), lang) })}{' '}
            {link(id, t('appeals:followed-by-link'))}
          </p>
        </Alert>
      ))}
      {follows && (
        <p>
          {t(matter === 'appeal' ? 'appeals:dismissed-follows' : 'appeals:follows', {
            date: dateText(follows.decidedOn, lang),
          })}{' '}
          {link(follows.id, t('appeals:follows-link'))}
        </p>
      )}
    </>
  );
}

/** What the board and the court have done with the appeal of it, whichever way it came. */
export function AppealSteps({ found: { appealSteps }, lang, t }: Props) {
  if (appealSteps.length === 0) return null;
  return (
    <Section id="appeal-steps" title={t('appeals:steps-title')}>
      <ul className="ms-plain-list ms-stack" data-gap="sm">
        {appealSteps.map(({ step, on, court, outcome }) => {
          const words = { date: dateText(on, lang), court: court ?? '' };
          return (
            <li key={step}>
              {step === 'court_decided' && outcome
                ? t(`appeals:step.court_decided.${outcome}`, words)
                : t(step === 'in_time' ? 'appeals:step.in_time' : 'appeals:step.forwarded', words)}
            </li>
          );
        })}
      </ul>
      {appealSteps.some(({ step }) => step === 'court_decided') && <p>{t('appeals:court-tells')}</p>}
    </Section>
  );
}
