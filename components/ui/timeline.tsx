import type { ReactNode } from 'react';

export interface TimelineEvent {
  id: string;
  /** a DateText */
  when: ReactNode;
  title: ReactNode;
  children?: ReactNode;
}

/** What has happened, newest first. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  return (
    <ol className="ms-timeline" aria-label={label}>
      {events.map(({ id, when, title, children }) => (
        <li key={id}>
          <p className="ms-timeline-title">{title}</p>
          <p className="ms-timeline-when">{when}</p>
          {children && <div className="ms-timeline-body">{children}</div>}
        </li>
      ))}
    </ol>
  );
}
