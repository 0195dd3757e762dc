import type { ReactNode } from 'react';

/** Running text: plain h2, h3, p, ul, ol, dl and a inside get the right look and a line length that is easy to read. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="ms-prose">{children}</div>;
}
