import type { FormState } from '@/lib/platform/action';

/** Where she is: writing, or looking at what she sends. What was sent redirects instead. */
export interface DelayFormState extends FormState {
  step: 'write' | 'check';
}
