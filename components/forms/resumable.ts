import { DetailedError, Upload } from 'tus-js-client';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';

// Fetched when a file is chosen: see use-uploads.ts.

// What a cut costs: a piece is sent again from its beginning. On a bad line of 0.5 Mbit/s it takes four seconds.
const PIECE_BYTES = 256 * 1024;
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

export interface Sending {
  /** goes on from where it stopped */
  start(): void;
  /** stops, and has the server forget what has come */
  cancel(): void;
}

interface Listener {
  progress(percent: number): void;
  /** the line is cut; it is tried again by itself */
  cut(): void;
  /** it is given up until somebody says otherwise */
  failed(): void;
  /** all has come; null where the answer that says what was wrong with it was lost */
  done(refused: Problem[] | null): void;
}

/** Sends a file in pieces; a line that is cut is tried again, from the last piece that came. */
export function sendFile(file: File, place: { applicationId: string; field: string }, on: Listener): Sending {
  const upload = new Upload(file, {
    endpoint: '/api/uploads',
    chunkSize: PIECE_BYTES,
    retryDelays: PAUSES_MS,
    metadata: { ...place, filename: file.name },
    // Else the file's name would lie in the browser's storage, also on a library's computer.
    storeFingerprintForResuming: false,
    onProgress: (sent, total) => on.progress(Math.floor((sent / total) * 100)),
    onShouldRetry: (error) => {
      const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
      // Another answer won't come for what was refused; out of step (409) is put right by asking how far it has come.
      const mayPass = status < 400 || status === 409 || status === 423 || status >= 500;
      if (mayPass) on.cut();
      return mayPass;
    },
    onError: () => on.failed(),
    onSuccess: ({ lastResponse }) => on.done(refusedIn(lastResponse.getBody())),
  });
  return {
    start: () => upload.start(),
    cancel: () => void upload.abort(true).catch(() => undefined),
  };
}

function refusedIn(body: string): Problem[] | null {
  try {
    return (JSON.parse(body) as { refused: Problem[] }).refused;
  } catch {
    return null;
  }
}
