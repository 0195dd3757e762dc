import { INTENT } from '@/lib/catalogue/domain/input-names';

/** What the server says about a posted form that also saves by itself. When it is done with, it redirects instead. */
export interface SavedFormState {
  /** `stale`: it was changed elsewhere since it was loaded; `error`: a fault, and nothing is known of what was kept */
  status: 'idle' | 'saved' | 'problems' | 'more-questions' | 'stale' | 'error';
  /** the version to post next time; while `stale` still the old one, so that only `keep-mine` gets past */
  version: number;
  /** for `error`: a sentence for people; for `stale`: one instead of the usual */
  message?: string;
}

/** What came of saving by itself. `time` as people read it: "kl. 13.15". */
export type AutosaveResult =
  | { status: 'saved'; version: number; time: string }
  | { status: 'stale' }
  | { status: 'ended' }
  | { status: 'failed' };

export type Autosave = (data: FormData) => Promise<AutosaveResult>;

/** Which button sent the form. `remove` carries the id of a received file. */
export type Intent =
  | { kind: 'next' }
  | { kind: 'later' }
  | { kind: 'upload' }
  | { kind: 'keep-mine' }
  | { kind: 'remove'; fileId: string }
  /** the answers' reader adds or removes the row (lib/applications/domain/answers.ts) */
  | { kind: 'rows' };

export const VERSION = 'version';

/** Anything unknown, as Enter in a field where no button was pressed, means to go on. */
export function readIntent(data: { get(name: string): unknown }): Intent {
  const value = data.get(INTENT);
  if (value === 'later' || value === 'upload' || value === 'keep-mine') return { kind: value };
  if (typeof value === 'string' && value.startsWith('remove:')) {
    return { kind: 'remove', fileId: value.slice('remove:'.length) };
  }
  if (typeof value === 'string' && /^(add|remove)-row:/.test(value)) return { kind: 'rows' };
  return { kind: 'next' };
}

/** The version the form was loaded with; -1, which nothing has, where it says none. */
export function readVersion(data: { get(name: string): unknown }): number {
  const value = data.get(VERSION);
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : -1;
}
