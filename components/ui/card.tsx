import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export function Card({
  children,
  tinted = false,
  color,
  as: Tag = 'div',
  labelledBy,
}: {
  children: ReactNode;
  tinted?: boolean;
  color?: 'accent' | 'brand1' | 'neutral' | 'info' | 'success' | 'warning' | 'danger';
  as?: 'div' | 'section' | 'article' | 'li';
  labelledBy?: string;
}) {
  return (
    <Tag
      className="ds-card ms-card"
      data-variant={tinted ? 'tinted' : 'default'}
      data-color={color}
      aria-labelledby={labelledBy}
    >
      {children}
    </Tag>
  );
}

/** A card that is one link. The heading is the link's name; the whole card can be pressed. */
export function LinkCard({
  href,
  title,
  level = 3,
  icon,
  children,
  meta,
}: {
  href: string;
  title: ReactNode;
  level?: 2 | 3 | 4;
  icon?: IconName;
  /** what it is, in a sentence */
  children?: ReactNode;
  /** a tag or a date */
  meta?: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return (
    <article className="ds-card ms-card ms-link-card">
      {icon && <Icon name={icon} />}
      <div className="ms-link-card-text">
        <Tag className="ds-heading" data-size="2xs">
          <a className="ds-link" href={href}>
            {title}
          </a>
        </Tag>
        {children && <div className="ms-link-card-body">{children}</div>}
        {meta && <div className="ms-link-card-meta">{meta}</div>}
      </div>
      <Icon name="arrow" />
    </article>
  );
}

/** Something the person has to do: what, by when, and the button. Stands first on a page. */
export function ActionCard({
  title,
  level = 3,
  due,
  children,
  action,
  urgent = false,
}: {
  title: ReactNode;
  level?: 2 | 3;
  /** "Senast tisdag 24 november 2026" */
  due?: ReactNode;
  children?: ReactNode;
  /** a ButtonLink */
  action: ReactNode;
  urgent?: boolean;
}) {
  const Tag = `h${level}` as const;
  return (
    <article
      className="ds-card ms-card ms-action-card"
      data-color={urgent ? 'warning' : 'accent'}
      data-variant="tinted"
    >
      <div className="ms-action-card-text">
        <Tag className="ds-heading" data-size="xs">
          {title}
        </Tag>
        {due && (
          <p className="ms-due">
            <Icon name="clock" />
            <span>{due}</span>
          </p>
        )}
        {children}
      </div>
      {action}
    </article>
  );
}

/** Cards side by side where there is room. */
export function CardGrid({ children, as: Tag = 'div' }: { children: ReactNode; as?: 'div' | 'ul' }) {
  return <Tag className={Tag === 'ul' ? 'ms-card-grid ms-plain-list' : 'ms-card-grid'}>{children}</Tag>;
}
