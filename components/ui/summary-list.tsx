import type { ReactNode } from 'react';

export interface SummaryRow {
  term: ReactNode;
  value: ReactNode;
  /** "Ändra", with what it changes for those who only hear the link */
  change?: { href: string; text: string; hidden: string };
}

/** Questions and answers, or facts about a thing. Without `change` it is a plain list of facts. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="ms-summary-list">
      {rows.map(({ term, value, change }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {change && (
            <dd className="ms-summary-change">
              <a className="ds-link" href={change.href}>
                {change.text}
                <span className="ds-sr-only"> {change.hidden}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
