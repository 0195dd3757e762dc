export type { FormState as BookingFormState } from '@/lib/kernel/form-state';
