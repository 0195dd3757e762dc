import { type CaseFilter, caseFilters } from '@/lib/cases/domain/case-list';
import { href, type Language, texts } from '@/lib/platform/i18n';

/** Where each part of the list is. The address says which part, and nothing of whose it is. */
export const caseListPath = (filter: CaseFilter, place: Record<string, string> = {}): string => {
  const query = new URLSearchParams({ ...(filter !== 'all' && { show: filter }), ...place }).toString();
  return query ? `/cases?${query}` : '/cases';
};

/** What the list can be narrowed to, as links with how many there are. What there is none of isn't offered. */
export function CaseFilters({
  chosen,
  counts,
  lang,
}: {
  chosen: CaseFilter;
  counts: Record<CaseFilter, number>;
  lang: Language;
}) {
  const t = texts(lang);
  const offered = caseFilters.filter((filter) => filter === chosen || counts[filter] > 0);
  return (
    <nav aria-label={t('cases:list.filters')}>
      <ul className="ms-filters ms-plain-list">
        {offered.map((filter) => (
          <li key={filter}>
            <a href={href(lang, caseListPath(filter))} aria-current={filter === chosen ? 'true' : undefined}>
              {t(`cases:list.filter.${filter}`)} <span>({counts[filter]})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
