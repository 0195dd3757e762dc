import type { ReactNode } from 'react';

/** The page's only h1: what the page is, in the person's words. `caption` says what it belongs to (a case number, a form's name). */
export function PageHeading({
  children,
  caption,
  lead,
}: {
  children: ReactNode;
  caption?: ReactNode;
  /** a sentence or two under the heading */
  lead?: ReactNode;
}) {
  return (
    <header className="ms-page-heading">
      {caption && <p className="ms-page-caption">{caption}</p>}
      <h1 className="ds-heading ms-h1">{children}</h1>
      {lead && <p className="ms-lead">{lead}</p>}
    </header>
  );
}
