'use client';

import { Failure } from '@/components/layout/failure';

/** When even the frame failed: no style sheet can be trusted to be there, so it is plain words. */
export default function GlobalFailure({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const lang = typeof document === 'undefined' ? 'sv' : /^\/(en|ar)(\/|$)/.exec(location.pathname)?.[1];
  return (
    <html lang={lang ?? 'sv'} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
      <body>
        <main>
          <Failure lang={lang ?? 'sv'} reference={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  );
}
