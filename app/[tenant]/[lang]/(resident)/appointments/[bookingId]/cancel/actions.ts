'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { cancelBooking } from '@/lib/appointments/commands/cancel-booking';
import { isReasonTooLong } from '@/lib/appointments/domain/cancel-reason';
import { getBooking } from '@/lib/appointments/queries/get-booking';
import { requireResident } from '@/lib/identity/session';
import { instantText } from '@/lib/kernel/date-text';
import { cleanText } from '@/lib/kernel/plain-text';
import { type FormState, runAction, typedValues } from '@/lib/platform/action';
import { invalid, isAppError } from '@/lib/platform/errors';
import { href, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/**
 * Cancels the time that stood on her page. Where it has been moved meanwhile nothing is cancelled: the page shows the new
 * time, and asks whether she wants that one cancelled.
 */
export async function postCancel(
  bookingId: string,
  startsAt: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  return runAction(
    'cancel-booking',
    async () => {
      if (isReasonTooLong(form.get('reason'))) throw invalid({ reason: 'errors:reason-too-long' });
      const reason = cleanText(form.get('reason'));
      const seen = { bookingId, startsAt: new Date(startsAt) };
      try {
        await cancelBooking(actor, { ...seen, ...(reason && { reason }) });
      } catch (error) {
        if (!isAppError(error, 'Conflict')) throw error;
        const moved = await getBooking(actor, bookingId, lang);
        refresh();
        const when = instantText(moved.startsAt, lang);
        const message = texts(lang)('appointments:cancel.moved', { when });
        return { status: 'error', message, values: typedValues(form) };
      }
      redirect(href(lang, `/appointments/${bookingId}?done=cancelled`));
    },
    form,
  );
}
