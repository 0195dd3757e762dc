'use client';

import { useEffect } from 'react';
import { useFormStatus } from 'react-dom';

/**
 * Moves focus to the summary when it comes, when its errors change, and when the form round it has been sent and comes
 * back with the same. The page's title says "Fel: " as long as the summary is there: by the layout's words, which the
 * server has put there already where the page was loaded with errors.
 */
export function ErrorSummaryFocus({ signature }: { signature: string }) {
  const { pending } = useFormStatus();
  useEffect(() => {
    if (!pending) document.getElementById('error-summary')?.focus();
  }, [signature, pending]);
  useEffect(() => {
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
