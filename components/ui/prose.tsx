import type { ReactNode } from 'react';
import type { SpokenIn } from '@/lib/kernel/said';

/** Running text: plain h2, h3, p, ul, ol, dl and a inside get the right look and a line length that is easy to read. */
export function Prose({ children, lang, dir }: { children: ReactNode } & SpokenIn) {
  return (
    <div className="ms-prose" lang={lang} dir={dir}>
      {children}
    </div>
  );
}
