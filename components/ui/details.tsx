import type { ReactNode } from 'react';

/** What not everybody needs, one press away. */
export function Details({
  summary,
  children,
  open,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details className="ds-details ms-details" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
