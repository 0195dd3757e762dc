'use client';

import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import type { FileField } from '@/lib/catalogue/domain/form-shape';
import { fileKinds } from '@/lib/catalogue/domain/form-shape';
import { INTENT } from '@/lib/catalogue/domain/input-names';
import type { Sending } from './resumable';

export interface UnderWay {
  id: number;
  name: string;
  percent: number;
  state: 'sending' | 'cut' | 'failed';
}

// Should the page not be drawn anew after the files were kept: she is not held for ever.
const SETTLED_AFTER_MS = 10_000;

/**
 * What JavaScript adds to a file field: a chosen file is sent at once, in pieces, and goes on where a bad line was cut.
 * The form itself is held meanwhile, and then sent as she asked. What can't be sent this way stays in the browser's own
 * field, and comes with the form.
 */
export function useUploads(
  field: FileField<string>,
  { applicationId, savedVersion }: { applicationId: string | undefined; savedVersion: number },
) {
  const [uploads, setUploads] = useState<UnderWay[]>([]);
  const [refused, setRefused] = useState<Problem[]>([]);
  const [isHeld, setIsHeld] = useState(false);
  // Not the input: it is a new one when files have been received.
  const place = useRef<{ form: HTMLFormElement | null; field: Element | null } | null>(null);
  const sendings = useRef(new Map<number, Sending>());
  const held = useRef<HTMLElement | null>(null);
  const next = useRef(0);
  const [isSettling, setIsSettling] = useState(false);
  const isPassing = useRef(false);
  const isUnderWay = uploads.some(({ state }) => state !== 'failed');
  const hasCome = useRef(false);

  const change = (id: number, news: Partial<UnderWay>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...news } : one)));
  const end = (id: number) => {
    sendings.current.delete(id);
    setUploads((all) => all.filter((one) => one.id !== id));
  };

  async function onChosen(event: ChangeEvent<HTMLInputElement>) {
    const { target } = event;
    const files = [...(target.files ?? [])];
    // What is wrong already by its name or size is said by the form's own checks.
    if (!applicationId || files.length === 0 || !files.every((file) => looksRight(file, field))) return;
    // Gone on with before the code is here: then the files go with the form, and not twice.
    let isSent = false;
    const sent = () => {
      isSent = true;
    };
    target.form?.addEventListener('submit', sent, { capture: true });
    const { sendFile } = await import('./resumable').catch(() => ({ sendFile: null }));
    target.form?.removeEventListener('submit', sent, { capture: true });
    if (!sendFile || isSent || !target.isConnected || target.files?.length !== files.length) return;
    place.current = { form: target.form, field: target.closest('[data-form-field]') };
    target.value = '';
    setRefused([]);
    for (const file of files) {
      const id = next.current++;
      const sending = sendFile(
        file,
        { applicationId, field: field.id },
        {
          progress: (percent) => change(id, { percent, state: 'sending' }),
          cut: () => change(id, { state: 'cut' }),
          failed: () => change(id, { state: 'failed' }),
          done: (problems) => {
            if (problems === null || problems.length === 0) hasCome.current = true;
            setRefused((all) => [...all, ...(problems ?? [])]);
            end(id);
          },
        },
      );
      sendings.current.set(id, sending);
      setUploads((all) => [...all, { id, name: file.name, percent: 0, state: 'sending' }]);
      sending.start();
    }
  }

  // While files are on their way, what she presses waits.
  useEffect(() => {
    const form = place.current?.form;
    if (!form || !(isUnderWay || isSettling)) return;
    const hold = (event: SubmitEvent) => {
      if (isPassing.current) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held.current = event.submitter;
      setIsHeld(true);
    };
    form.addEventListener('submit', hold, true);
    return () => form.removeEventListener('submit', hold, true);
  }, [isUnderWay, isSettling]);

  function submit(button: HTMLElement | null | undefined) {
    isPassing.current = true;
    place.current?.form?.requestSubmit(button);
    isPassing.current = false;
  }

  // All have come: the page is asked for anew with them on it.
  useEffect(() => {
    if (isUnderWay || !place.current) return;
    if (hasCome.current) {
      hasCome.current = false;
      setIsSettling(true);
      submit(place.current.field?.querySelector<HTMLElement>(`[name="${INTENT}"][value="upload"]`));
    } else if (isHeld && !isSettling) release();
  }, [isUnderWay]);

  function release() {
    setIsSettling(false);
    setIsHeld(false);
    const button = held.current;
    held.current = null;
    if (button) submit(button);
  }

  // The page has been drawn anew, or is not going to be.
  useEffect(() => {
    if (isSettling) release();
  }, [savedVersion]);
  useEffect(() => {
    if (!isSettling) return;
    const timer = setTimeout(release, SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isSettling]);

  return {
    uploads,
    refused,
    isHeld,
    onChosen,
    retry: (id: number) => {
      change(id, { state: 'sending' });
      sendings.current.get(id)?.start();
    },
    cancel: (id: number) => {
      sendings.current.get(id)?.cancel();
      end(id);
    },
  };
}

function looksRight({ name, size }: File, { accept, maxMegabytes }: FileField<string>): boolean {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const known = accept.flatMap((kind) => fileKinds[kind].extensions as readonly string[]);
  return size > 0 && size <= maxMegabytes * 1_000_000 && known.includes(ending);
}
