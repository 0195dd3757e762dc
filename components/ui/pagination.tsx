import { Icon } from './icon';

/** Newer and older, as links. `hrefFor` gets pages from 1. Renders nothing for a single page. */
export function Pagination({
  label,
  page,
  pages,
  hrefFor,
  texts,
}: {
  label: string;
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
  /** `position` in words: "Sida 2 av 5" */
  texts: { previous: string; next: string; position: string };
}) {
  if (pages <= 1) return null;
  return (
    <nav className="ms-pagination" aria-label={label}>
      {page > 1 && (
        <a className="ds-button" data-variant="secondary" href={hrefFor(page - 1)} rel="prev">
          <Icon name="back" />
          {texts.previous}
        </a>
      )}
      <span>{texts.position}</span>
      {page < pages && (
        <a className="ds-button" data-variant="secondary" href={hrefFor(page + 1)} rel="next">
          {texts.next}
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}
