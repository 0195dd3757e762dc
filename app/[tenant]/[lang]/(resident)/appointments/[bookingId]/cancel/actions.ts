'use server';

import { redirect } from 'next/navigation';
import { cancelBooking } from '@/lib/appointments/commands/cancel-booking';
import { isReasonTooLong } from '@/lib/appointments/domain/cancel-reason';
import { requireResident } from '@/lib/identity/session';
import { cleanText } from '@/lib/kernel/plain-text';
import { type FormState, runAction } from '@/lib/platform/action';
import { invalid } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

export async function postCancel(bookingId: string, _: FormState, form: FormData): Promise<FormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  return runAction(
    'cancel-booking',
    async () => {
      if (isReasonTooLong(form.get('reason'))) throw invalid({ reason: 'errors:reason-too-long' });
      const reason = cleanText(form.get('reason'));
      await cancelBooking(actor, { bookingId, ...(reason && { reason }) });
      redirect(href(lang, `/appointments/${bookingId}?done=cancelled`));
    },
    form,
  );
}
