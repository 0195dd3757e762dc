import type { SavedFormState } from '@/components/forms/saved-form';
import type { AppealDraft } from '@/lib/cases/domain/appeal-content';

/** What the server says about a posted appeal. When it is to be read through, it redirects instead. */
export interface AppealFormState extends SavedFormState {
  /** what was typed; shown instead of the saved draft */
  typed?: AppealDraft;
  /** input's id ('' for none) and a sentence */
  errors: { fieldId: string; message: string }[];
  /** heading of the errors, where there are any */
  errorTitle?: string;
  /** "the files are saved": something went well */
  done?: string;
  /** grows with each posting, so that the same errors again move the focus again */
  attempt: number;
}
