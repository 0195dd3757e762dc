'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Longer than this no timer runs (32 bits of milliseconds): a page that is open so long is looked at then. */
const LONGEST_MS = 2_000_000_000;

/** Asks for the page anew at a moment, when it says something else. Without JavaScript she loads it herself. */
export function RefreshAt({ at }: { at: number }) {
  const router = useRouter();
  useEffect(() => {
    // A little late rather than a little early: the server's clock decides, and this one may be before it.
    const wait = Math.max(0, at - Date.now()) + 1_000;
    const timer = setTimeout(() => router.refresh(), Math.min(wait, LONGEST_MS));
    return () => clearTimeout(timer);
  }, [at, router]);
  return null;
}
