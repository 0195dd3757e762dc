import { Icon } from './icon';

/** The way to the parts of a list before and after this one, as links. Renders nothing where this is all there is. */
export function Pagination({
  label,
  previous,
  next,
  texts,
}: {
  label: string;
  /** the address of the part before this, and after it; null where there is none */
  previous: string | null;
  next: string | null;
  /** `position` in words, where that is known: "Sida 2 av 5" */
  texts: { previous: string; next: string; position?: string };
}) {
  if (previous === null && next === null) return null;
  return (
    <nav className="ms-pagination" aria-label={label}>
      {previous !== null && (
        <a className="ds-button" data-variant="secondary" href={previous} rel="prev">
          <Icon name="back" />
          {texts.previous}
        </a>
      )}
      {texts.position && <span>{texts.position}</span>}
      {next !== null && (
        <a className="ds-button" data-variant="secondary" href={next} rel="next">
          {texts.next}
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}
