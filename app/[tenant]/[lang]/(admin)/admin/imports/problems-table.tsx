import { Table } from '@/components/ui/table';
import type { DefinitionProblem } from '@/lib/catalogue/domain/definition-errors';
import { spokenIn } from '@/lib/kernel/said';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';

/** Faults in a definition, each with where it is. They are told in Swedish, and say so on an English page. */
export function ProblemsTable({
  t,
  lang,
  problems,
}: {
  t: Translate;
  lang: StaffLanguage;
  problems: readonly DefinitionProblem[];
}) {
  const swedish = (text: string) => <span {...spokenIn('sv', lang)}>{text}</span>;
  return (
    <Table
      caption={t('admin:import.faults-caption')}
      columns={[
        { key: 'where', title: t('admin:import.where') },
        { key: 'what', title: t('admin:import.what') },
      ]}
      rows={problems.map(({ where, what }, index) => ({
        key: `${index}`,
        cells: { where: swedish(where), what: swedish(what) },
      }))}
    />
  );
}
