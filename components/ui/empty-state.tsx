import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** An empty list: says what would fill it, and where to begin. */
export function EmptyState({
  title,
  level = 3,
  icon = 'document',
  children,
  action,
}: {
  title: ReactNode;
  level?: 2 | 3;
  icon?: IconName;
  children: ReactNode;
  /** a ButtonLink */
  action?: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return (
    <div className="ms-empty">
      <Icon name={icon} />
      <Tag className="ds-heading" data-size="2xs">
        {title}
      </Tag>
      <p>{children}</p>
      {action}
    </div>
  );
}
