'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Copies a text that stands on the page. Without JavaScript, or where the browser doesn't let it, there is no button. */
export function CopyText({ text, words }: { text: string; words: { copy: string; copied: string } }) {
  const [canCopy, setCanCopy] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => setCanCopy(navigator.clipboard !== undefined), []);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setCanCopy(false),
    );
  return (
    <>
      {canCopy && (
        <Button type="button" variant="secondary" onClick={copy}>
          {words.copy}
        </Button>
      )}
      <span role="status">{isCopied && words.copied}</span>
    </>
  );
}
