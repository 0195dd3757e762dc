import type { SavedFormState } from '@/components/forms/saved-form';

/** What the server says about a posted answer. What was sent redirects instead. */
export interface SupplementFormState extends SavedFormState {
  /** text that was typed; shown instead of the saved draft */
  text?: string;
  /** input's id ('' for none) and a sentence */
  errors: { fieldId: string; message: string }[];
  /** heading of the errors, where there are any */
  errorTitle?: string;
  /** "the files are saved": something went well */
  done?: string;
  /** grows with each posting, so that the same errors again move the focus again */
  attempt: number;
}
