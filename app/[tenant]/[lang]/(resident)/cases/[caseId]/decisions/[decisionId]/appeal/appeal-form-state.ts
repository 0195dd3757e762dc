import type { DraftFormState } from '@/components/forms/draft-form';
import type { AppealDraft } from '@/lib/cases/domain/appeal-content';

/** What the server says about a posted appeal. When it is to be read through, it redirects instead. */
export interface AppealFormState extends DraftFormState {
  /** what was typed; shown instead of the saved draft */
  typed?: AppealDraft;
}
