import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import type { Judged } from '@/lib/catalogue/domain/form-page';

/** What the server says about a posted page. On success it redirects instead. */
export interface PageFormState {
  /** `stale`: the page's answers were changed elsewhere since this page was loaded */
  status: 'idle' | 'saved' | 'problems' | 'more-questions' | 'stale' | 'error';
  /** the application's version to post next time; while `stale` still the old one, so that only `keep-mine` gets past */
  version: number;
  problems?: Problem[];
  /** the page as it was answered (`judge` of form-page.ts); shown again instead of what was saved */
  typed?: Judged;
  /** for `error`: a sentence for people */
  message?: string;
}

export type PageAction = (state: PageFormState, data: FormData) => Promise<PageFormState>;

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
  | { kind: 'remove'; fileId: string };

export const INTENT = 'intent';
export const VERSION = 'version';

/** Anything unknown, as Enter in a field where no button was pressed, means to go on. */
export function readIntent(data: { get(name: string): unknown }): Intent {
  const value = data.get(INTENT);
  if (value === 'later' || value === 'upload' || value === 'keep-mine') return { kind: value };
  if (typeof value === 'string' && value.startsWith('remove:')) {
    return { kind: 'remove', fileId: value.slice('remove:'.length) };
  }
  return { kind: 'next' };
}

/** The version the form was loaded with; -1, which nothing has, where it says none. */
export function readVersion(data: { get(name: string): unknown }): number {
  const value = data.get(VERSION);
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : -1;
}
