'use client';

import { useEffect } from 'react';

/**
 * The title of a page that can't be shown, where scripts run. The HTML has it already; but what the framework sends
 * along to go on from bears the title of the page that was asked for, and is put in when it comes, before this or after.
 */
export function StatusTitle({ title }: { title: string }) {
  useEffect(() => {
    const whole = `${title}${document.body.dataset.titleEnd ?? ''}`;
    const put = () => {
      if (document.title !== whole) document.title = whole;
    };
    put();
    const later = new MutationObserver(put);
    later.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => later.disconnect();
  }, [title]);
  return null;
}
