import type { SavedFormState } from '@/components/forms/saved-form';

/** What the server says about a posted message. What was sent redirects instead. */
export interface MessageFormState extends SavedFormState {
  /** as typed; shown instead of the saved draft */
  subject?: string;
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
