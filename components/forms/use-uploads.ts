'use client';

import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import type { FileField } from '@/lib/catalogue/domain/form-shape';
import { fileKinds } from '@/lib/catalogue/domain/form-shape';
import type { Sending } from './resumable';
import { type UploadHold, uploadHold } from './upload-hold';

export interface UnderWay {
  id: number;
  name: string;
  percent: number;
  state: 'sending' | 'cut' | 'failed';
}

/**
 * What JavaScript adds to a file field: a chosen file is sent at once, in pieces, and goes on where a bad line was cut.
 * The form itself is held meanwhile, and then sent as she asked (upload-hold.ts). What can't be sent this way stays in the
 * browser's own field, and comes with the form.
 */
export function useUploads(
  field: FileField<string>,
  { applicationId, savedVersion }: { applicationId: string | undefined; savedVersion: number },
) {
  const [uploads, setUploads] = useState<UnderWay[]>([]);
  const [refused, setRefused] = useState<Problem[]>([]);
  const [isHeld, setIsHeld] = useState(false);
  const sendings = useRef(new Map<number, Sending>());
  const hold = useRef<UploadHold | null>(null);
  const next = useRef(0);

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
    if (!sendFile || isSent || !target.form?.isConnected || target.files?.length !== files.length) return;
    const held = uploadHold(target.form);
    hold.current = held;
    held.watch(setIsHeld);
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
          failed: () => {
            change(id, { state: 'failed' });
            held.end(sending, 'failed');
          },
          done: (problems) => {
            setRefused((all) => [...all, ...(problems ?? [])]);
            end(id);
            held.end(sending, problems && problems.length > 0 ? 'refused' : 'came');
          },
        },
      );
      sendings.current.set(id, sending);
      // At once: a press that comes before the list is drawn must wait too.
      held.begin(sending);
      setUploads((all) => [...all, { id, name: file.name, percent: 0, state: 'sending' }]);
      sending.start();
    }
  }

  useEffect(() => hold.current?.drawn(savedVersion), [savedVersion]);

  return {
    uploads,
    refused,
    isHeld,
    onChosen,
    retry: (id: number) => {
      const sending = sendings.current.get(id);
      if (!sending) return;
      change(id, { state: 'sending' });
      hold.current?.begin(sending);
      sending.start();
    },
    cancel: (id: number) => {
      const sending = sendings.current.get(id);
      if (!sending) return;
      sending.cancel();
      end(id);
      hold.current?.end(sending, 'cancelled');
    },
  };
}

function looksRight({ name, size }: File, { accept, maxMegabytes }: FileField<string>): boolean {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const known = accept.flatMap((kind) => fileKinds[kind].extensions as readonly string[]);
  return size > 0 && size <= maxMegabytes * 1_000_000 && known.includes(ending);
}
