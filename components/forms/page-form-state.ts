import type { FileNote } from '@/lib/applications/domain/received-files';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import type { Judged } from '@/lib/catalogue/domain/form-page';
import type { SavedFormState } from './saved-form';

/** What the server says about a posted page. On success it redirects instead. */
export interface PageFormState extends SavedFormState {
  problems?: Problem[];
  /** the page as it was answered (`judge` of form-page.ts); shown again instead of what was saved */
  typed?: Judged;
  /** how it stands with the files, where a scanner is connected */
  files?: FileNote[];
}

export type PageAction = (state: PageFormState, data: FormData) => Promise<PageFormState>;
