import type { SavedFormState } from '@/components/forms/saved-form';

/** What the server says about a posted answer or comment. What was sent redirects instead. */
export interface AnswerFormState extends SavedFormState {
  /** texts that were typed, by place; shown instead of the saved draft */
  texts?: string[];
  /** whether she had said that this is all */
  isAll?: boolean;
  /** input's id ('' for none) and a sentence */
  errors: { fieldId: string; message: string }[];
  /** heading of the errors, where there are any */
  errorTitle?: string;
  /** "the files are saved": something went well */
  done?: string;
  /** grows with each posting, so that the same errors again move the focus again */
  attempt: number;
}
