import type { ReactNode } from 'react';
import { Icon } from './icon';

/** One step back: on pages inside a journey, and on phones. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="ms-back">
      <a className="ds-link" href={href}>
        <Icon name="back" />
        <span>{children}</span>
      </a>
    </p>
  );
}

export interface Crumb {
  href: string;
  text: ReactNode;
}

/** The way here, without the page itself. */
export function Breadcrumbs({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav className="ms-breadcrumbs" aria-label={label}>
      <ol className="ms-plain-list">
        {crumbs.map(({ href, text }) => (
          <li key={href}>
            <a className="ds-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
