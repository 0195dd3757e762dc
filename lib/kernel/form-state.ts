/** What a form shows after it was posted. What was typed comes back in `values`, so that nothing is lost. */
export interface FormState {
  status: 'idle' | 'done' | 'error';
  /** a sentence for people, in their language */
  message?: string;
  /** field name → sentence */
  fields?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** What a form is posted to; what went through mostly redirects instead of answering. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
