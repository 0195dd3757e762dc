'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { SESSION_TOUCHED } from '@/components/layout/session-touched';
import { type Autosave, VERSION } from './saved-form';

/** What the person is told about saving. `time` as people read it. */
export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; time: string }
  | { kind: 'failed' }
  | { kind: 'stale' }
  | { kind: 'ended' };

// Long enough that a sentence isn't saved letter by letter, short enough that a closed lid loses a word at most.
const PAUSE = 1_200;
const FIRST_RETRY = 4_000;
const LONGEST_RETRY = 60_000;

/**
 * Saves the form by itself: a moment after the last change, at once when the page is left, again after a failure.
 * One save at a time, so that each carries the version that the one before it was given.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, save: Autosave, startVersion: number) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const version = useRef(startVersion);
  const dirty = useRef(false);
  const stopped = useRef(false);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const retryIn = useRef(FIRST_RETRY);

  const run = useCallback(
    async (element: HTMLFormElement): Promise<void> => {
      while (dirty.current && !stopped.current) {
        dirty.current = false;
        setState({ kind: 'saving' });
        const result = await save(textsOf(element, version.current)).catch(() => ({
          status: 'failed' as const,
        }));
        if (result.status === 'saved') {
          version.current = result.version;
          retryIn.current = FIRST_RETRY;
          setState({ kind: 'saved', time: result.time });
          window.dispatchEvent(new Event(SESSION_TOUCHED));
          continue;
        }
        dirty.current = true;
        setState({ kind: result.status });
        if (result.status === 'stale') {
          // Saving on would overwrite what was written elsewhere: the person chooses first. The old version is
          // kept, so that only her choice gets past it.
          stopped.current = true;
          return;
        }
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void flushRef.current(element), retryIn.current);
        retryIn.current = Math.min(retryIn.current * 2, LONGEST_RETRY);
        return;
      }
    },
    [save],
  );

  const flush = useCallback(
    (element: HTMLFormElement | null = form.current): Promise<void> => {
      clearTimeout(timer.current);
      if (running.current) return running.current;
      if (!element || !dirty.current || stopped.current) return Promise.resolve();
      running.current = run(element).finally(() => {
        running.current = null;
      });
      return running.current;
    },
    [form, run],
  );
  const flushRef = useRef(flush);
  flushRef.current = flush;

  const changed = useCallback(() => {
    dirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flushRef.current(), PAUSE);
  }, []);

  /** Before the form itself is sent: lets a save under way end, and saves no more. The version to send. */
  const settle = useCallback(async (): Promise<number> => {
    clearTimeout(timer.current);
    stopped.current = true;
    await running.current;
    dirty.current = false;
    return version.current;
  }, []);

  /** After the form was sent and came back. What was typed meanwhile is saved too. */
  const resume = useCallback(
    (newVersion: number) => {
      version.current = newVersion;
      stopped.current = false;
      setState({ kind: 'idle' });
      if (dirty.current) changed();
    },
    [changed],
  );

  useEffect(() => {
    const element = form.current;
    const leave = () => void flushRef.current(element);
    const hidden = () => document.visibilityState === 'hidden' && leave();
    const warn = (event: BeforeUnloadEvent) => {
      leave();
      // Only while something is not saved does the browser ask whether to leave.
      if (dirty.current || running.current) event.preventDefault();
    };
    // A link inside the portal waits for the save, so that the browser need not ask.
    const follow = (event: MouseEvent) => {
      const address = plainLink(event);
      if (!address || !(dirty.current || running.current)) return;
      event.preventDefault();
      void flushRef.current(element).finally(() => location.assign(address));
    };
    document.addEventListener('click', follow);
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('click', follow);
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', warn);
      leave();
      clearTimeout(timer.current);
    };
  }, [form]);

  return { state, changed, flush, settle, resume };
}

/** The address of a link within the portal that was pressed to go there, in this window; else null. */
function plainLink(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute('download'))
    return null;
  const isElsewhere = link.origin !== location.origin;
  const isSamePage = link.pathname === location.pathname && link.hash !== '';
  return isElsewhere || isSamePage ? null : link.href;
}

/** The form without its files: they are sent when the person says so. */
function textsOf(form: HTMLFormElement, version: number): FormData {
  const data = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !name.startsWith('$')) data.append(name, value);
  }
  data.set(VERSION, String(version));
  return data;
}
