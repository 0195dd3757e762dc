import type { FormState } from '@/lib/platform/action';

/** Where she is: choosing, or looking at what she answers. What was answered redirects instead. */
export interface OfferFormState extends FormState {
  step: 'choose' | 'check';
}
