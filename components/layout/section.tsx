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

/** The page's matter, and beside it (below on a phone) what goes with it. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="ms-columns">
      <div className="ms-stack" data-gap="lg">
        {children}
      </div>
      <aside className="ms-stack">{aside}</aside>
    </div>
  );
}

/** Things under each other with an even distance. */
export function Stack({ children, gap }: { children: ReactNode; gap?: 'sm' | 'lg' }) {
  return (
    <div className="ms-stack" data-gap={gap}>
      {children}
    </div>
  );
}
