import type { DraftFormState } from '@/components/forms/draft-form';

/** What the server says about a posted answer or comment. What was sent redirects instead. */
export interface AnswerFormState extends DraftFormState {
  /** texts that were typed, by place; shown instead of the saved draft */
  texts?: string[];
  /** whether she had said that this is all */
  isAll?: boolean;
}
