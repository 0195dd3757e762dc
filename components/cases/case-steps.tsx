import { DateText } from '@/components/ui/date-text';
import { Steps } from '@/components/ui/steps';
import type { CaseStep } from '@/lib/cases/domain/steps';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { type Language, texts } from '@/lib/platform/i18n';

/** The picture of how far a case has come. */
export function CaseSteps({ steps, lang }: { steps: readonly CaseStep[]; lang: Language }) {
  const t = texts(lang);
  return (
    <Steps
      label={t('cases:step.label')}
      steps={steps.map(({ name, state, isWaitingForYou, at }) => ({
        title: t(`cases:step.${name}`),
        state,
        detail: isWaitingForYou ? (
          t('cases:step.waiting-for-you')
        ) : at ? (
          <DateText date={dateInSweden(at)} lang={lang} short />
        ) : undefined,
      }))}
      texts={{
        done: t('common:steps.done'),
        current: t('common:steps.current'),
        coming: t('common:steps.coming'),
      }}
    />
  );
}
