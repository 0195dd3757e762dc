import type { ReactNode } from 'react';
import type { Language } from '@/lib/platform/i18n';

/** What staff and officers have written: in Swedish on every page, and whichever way it runs. */
export function AsWritten({ lang, children }: { lang: Language; children: ReactNode }) {
  return (
    <bdi className="ms-as-written" {...(lang !== 'sv' && { lang: 'sv' })}>
      {children}
    </bdi>
  );
}
