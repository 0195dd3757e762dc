import type { DraftFormState } from '@/components/forms/draft-form';

/** What the server says about a posted message. What was sent redirects instead. */
export interface MessageFormState extends DraftFormState {
  /** as typed; shown instead of the saved draft */
  subject?: string;
  text?: string;
}
