'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

/** A page nobody looks at listens so much longer, then looks again when it is shown. */
const HIDDEN_MS = 60_000;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 300_000;

const content = () => document.getElementById('main')?.textContent;
const isTyping = () => document.activeElement?.matches('input, textarea, select');

/**
 * Brings the page up to date when the server tells that something has happened, and says so if anything on it did
 * change. Focus and place stay as they are, and whoever is writing is left in peace until she has left the field. Without
 * JavaScript she reloads. Not for pages with forms of their own (decision 0089).
 *
 * `since` is the server's time when the page began to be made: what has happened from then on, it may lack.
 */
export function LiveUpdates({ since, updated }: { since: number; updated: string }) {
  const router = useRouter();
  const [changes, setChanges] = useState(0);
  const now = useRef({ isBusy: false, isBehind: false, before: undefined as string | null | undefined });

  const look = () => {
    const state = now.current;
    state.isBehind = state.isBusy;
    if (state.isBusy) return;
    if (isTyping()) return document.addEventListener('focusout', () => setTimeout(look), { once: true });
    state.isBusy = true;
    state.before = content();
    router.refresh();
  };

  // A page that was made anew brings another time with it.
  useEffect(() => {
    const state = now.current;
    if (!state.isBusy) return;
    state.isBusy = false;
    if (content() !== state.before) setChanges((count) => count + 1);
    if (state.isBehind) look();
  }, [since]);

  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = FIRST_PAUSE_MS;
    let mark = String(since);
    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = undefined;
    };
    const open = () => {
      close();
      const line = new EventSource(`/api/live?since=${mark}`);
      source = line;
      const hear = ({ type, lastEventId }: MessageEvent) => {
        mark = lastEventId;
        pause = FIRST_PAUSE_MS;
        if (type === 'news') look();
      };
      line.addEventListener('news', hear);
      line.addEventListener('beat', hear);
      line.addEventListener('end', close);
      // A broken line is the browser's to mend; one that was refused it leaves.
      line.onerror = () => {
        if (line.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      };
    };
    const onVisibility = () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(close, HIDDEN_MS);
      else if (source?.readyState !== EventSource.OPEN) open();
    };
    const onReturn = ({ persisted }: PageTransitionEvent) => persisted && onVisibility();
    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    // A browser keeps a page for the way back only if it holds no line.
    window.addEventListener('pagehide', close);
    window.addEventListener('pageshow', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', close);
      window.removeEventListener('pageshow', onReturn);
      close();
    };
  }, []);

  return (
    <p role="status" className="ms-live">
      {changes > 0 && <span key={changes}>{updated}</span>}
    </p>
  );
}
