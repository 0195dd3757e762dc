import type { ReactNode } from 'react';

/** A strip across the page, above what it is about: a source that is silent, planned work, a demo. */
export function NoticeBanner({
  kind = 'info',
  label,
  children,
}: {
  kind?: 'info' | 'warning' | 'demo';
  /** what the strip is, for those who jump between landmarks */
  label: string;
  children: ReactNode;
}) {
  return (
    <aside className="ms-notice" data-kind={kind} aria-label={label}>
      <div className="ms-container">{children}</div>
    </aside>
  );
}
