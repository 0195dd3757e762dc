/** What the server says about a posted form of a booking. What went through redirects instead. */
export interface BookingFormState {
  status: 'idle' | 'done' | 'error';
  message?: string;
  fields?: Record<string, string>;
  /** as typed */
  values?: Record<string, string | string[]>;
}
