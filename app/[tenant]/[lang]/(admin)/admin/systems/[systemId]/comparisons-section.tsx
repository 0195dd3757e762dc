import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { InstantText } from '@/components/ui/date-text';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { comparisonProblem } from '@/lib/back-office/domain/comparison';
import type { ComparisonView } from '@/lib/back-office/queries/list-comparisons';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';
import { compareNow } from './comparison-actions';

const differences = ['missingThere', 'receiptMissing', 'behindHere', 'unknownHere'] as const;

/** What the comparisons of the system's cases with ours have found and mended, and a way to have one made now. */
export function ComparisonsSection({
  systemId,
  comparisons,
  askedAt,
  lang,
  t,
}: {
  systemId: string;
  /** the latest first; null where the system can't list its cases */
  comparisons: readonly ComparisonView[] | null;
  /** when the press before this page asked for one (ms), if one did */
  askedAt: number;
  lang: StaffLanguage;
  t: Translate;
}) {
  if (!comparisons)
    return (
      <Section id="comparisons" title={t('comparisons:title')}>
        <p>{t('comparisons:not-possible')}</p>
      </Section>
    );
  const [latest] = comparisons;
  const isDone = latest?.endedAt && latest.startedAt.getTime() >= askedAt;
  const problem = latest?.problem ? comparisonProblem(latest.problem) : null;
  return (
    <Section id="comparisons" title={t('comparisons:title')}>
      {askedAt > 0 && (
        <Alert kind={isDone ? 'success' : 'info'} live="status">
          {t(isDone ? 'comparisons:done' : 'comparisons:asked')}
        </Alert>
      )}
      {problem && (
        <Alert kind="warning" title={t(`comparisons:problems.${problem}.title`)} level={3}>
          {t(`comparisons:problems.${problem}.text`)}
        </Alert>
      )}
      <p>{t(latest ? 'comparisons:lead' : 'comparisons:none')}</p>
      {latest && (
        <Table
          caption={t('comparisons:caption')}
          columns={(['when', 'cases', 'found', 'mended'] as const).map((key) => ({
            key,
            title: t(`comparisons:columns.${key}`),
          }))}
          rows={comparisons.map((one) => ({
            key: one.id,
            cells: {
              when: <InstantText at={one.startedAt} lang={lang} />,
              cases: one.endedAt ? one.cases : t('comparisons:under-way'),
              found: <Found comparison={one} t={t} />,
              mended: one.mended,
            },
          }))}
        />
      )}
      {problem === 'too-many-missing' && (
        <form action={compareNow}>
          <input type="hidden" name="system" value={systemId} />
          <input type="hidden" name="fill" value="yes" />
          <SubmitButton pendingText={t('common:working')}>{t('comparisons:fill')}</SubmitButton>
        </form>
      )}
      <form action={compareNow}>
        <input type="hidden" name="system" value={systemId} />
        <SubmitButton variant="secondary" pendingText={t('common:working')}>
          {t('comparisons:now')}
        </SubmitButton>
      </form>
    </Section>
  );
}

function Found({ comparison, t }: { comparison: ComparisonView; t: Translate }) {
  const found = differences.filter((difference) => comparison[difference] > 0);
  if (found.length === 0)
    return t(
      comparison.problem
        ? `comparisons:problems.${comparisonProblem(comparison.problem)}.title`
        : 'comparisons:alike',
    );
  return (
    <ul className="ms-plain-list">
      {found.map((difference) => (
        <li key={difference}>
          {t(`comparisons:differences.${difference}`, { count: comparison[difference] })}
        </li>
      ))}
    </ul>
  );
}
