'use client';

import { useEffect } from 'react';

/** Moves focus to the summary when it comes, and when its errors change. */
export function ErrorSummaryFocus({ signature }: { signature: string }) {
  useEffect(() => {
    document.getElementById('error-summary')?.focus();
  }, [signature]);
  return null;
}
