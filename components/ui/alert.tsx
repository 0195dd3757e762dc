import type { ReactNode } from 'react';

/**
 * A message in the page. `live`: it appeared because of something the person just did, and is read out
 * ("alert" at once, "status" when there is a pause).
 */
export function Alert({
  kind = 'info',
  title,
  level = 2,
  live,
  children,
}: {
  kind?: 'info' | 'success' | 'warning' | 'danger';
  title?: ReactNode;
  level?: 2 | 3 | 4;
  live?: 'status' | 'alert';
  children?: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return (
    <div className="ds-alert ms-alert" data-color={kind} role={live}>
      {title && (
        <Tag className="ds-heading" data-size="2xs">
          {title}
        </Tag>
      )}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
