'use client';

import { useEffect } from 'react';

/**
 * Moves focus to the summary when it comes, and when its errors change. The page's title says "Fel: " as long as it is
 * there: by the layout's words, which the server has put there already where the page was loaded with errors.
 */
export function ErrorSummaryFocus({ signature }: { signature: string }) {
  useEffect(() => {
    document.getElementById('error-summary')?.focus();
    const prefix = document.body.dataset.errorPrefix ?? '';
    const before = document.title;
    const plain = before.startsWith(prefix) ? before.slice(prefix.length) : before;
    document.title = `${prefix}${plain}`;
    return () => {
      document.title = plain;
    };
  }, [signature]);
  return null;
}
