'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

// The scanner takes a moment. After these tries it is away just now, and the page says what held when it was loaded.
const PAUSES_MS = [1_000, 2_000, 3_000, 5_000, 10_000, 20_000, 30_000];

/** Asks for the page anew while files are being looked through, and then no more. Without JavaScript: by reloading. */
export function AwaitFiles() {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const next = (tried: number) => {
      const pause = PAUSES_MS[tried];
      if (pause === undefined) return;
      timer = setTimeout(() => {
        router.refresh();
        next(tried + 1);
      }, pause);
    };
    next(0);
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
