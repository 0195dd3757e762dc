import type { ReactNode } from 'react';
import { Heading } from '@/components/ui/heading';

/** A part of a page with its heading. The heading names the section for those who jump between landmarks. */
export function Section({
  id,
  title,
  level = 2,
  children,
}: {
  id: string;
  title: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}) {
  return (
    <section className="ms-section" aria-labelledby={id}>
      <Heading level={level} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

/**
 * The page's matter, and beside it what goes with it. On a phone the aside comes below, or above with `asideFirst`:
 * for a short box with the page's main thing to do.
 */
export function Columns({
  children,
  aside,
  asideFirst = false,
}: {
  children: ReactNode;
  aside: ReactNode;
  asideFirst?: boolean;
}) {
  const side = <aside className="ms-stack">{aside}</aside>;
  return (
    <div className="ms-columns" data-aside-first={asideFirst || undefined}>
      {asideFirst && side}
      <div className="ms-stack" data-gap="lg">
        {children}
      </div>
      {!asideFirst && side}
    </div>
  );
}
