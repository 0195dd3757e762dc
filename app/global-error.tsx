'use client';

import { Failure } from '@/components/layout/failure';
import { isFailureLanguage } from '@/components/layout/failure-texts';

/** When even the frame failed: no style sheet can be trusted to be there, so it is plain words. */
export default function GlobalFailure({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const prefix = typeof document === 'undefined' ? undefined : location.pathname.split('/')[1];
  const lang = isFailureLanguage(prefix) ? prefix : 'sv';
  return (
    <html lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
      <body>
        <main>
          <Failure lang={lang} reference={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  );
}
