'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

const EVERY = 2_000;
/** After this the worker is not at work just now; the link above makes the PDF all the same. */
const TRIES = 15;

/** Says that the PDF is being made, and then that it is there. Without JavaScript the page says what held when it was loaded. */
export function PdfStatus({
  isReady,
  texts,
}: {
  isReady: boolean;
  texts: { making: string; ready: string };
}) {
  const router = useRouter();
  const [wasWaiting] = useState(!isReady);

  useEffect(() => {
    if (isReady) return;
    let tries = 0;
    const timer = setInterval(() => {
      tries += 1;
      if (tries >= TRIES) clearInterval(timer);
      router.refresh();
    }, EVERY);
    return () => clearInterval(timer);
  }, [isReady, router]);

  return <p role="status">{isReady ? wasWaiting && texts.ready : texts.making}</p>;
}
