'use server';

import { redirect } from 'next/navigation';
import { confirmBooking } from '@/lib/appointments/commands/confirm-booking';
import { keepBookingContent } from '@/lib/appointments/commands/keep-booking-content';
import { releaseHold } from '@/lib/appointments/commands/release-hold';
import { tooLong, typedContent } from '@/lib/appointments/domain/typed-content';
import { getHold } from '@/lib/appointments/queries/get-hold';
import { requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { invalid, isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { timesOf } from './times-of';

/** Makes the time hers, goes back to choose another, or gives it up. What she has typed is kept where she goes on. */
export async function postConfirm(bookingId: string, _: FormState, form: FormData): Promise<FormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  return runAction(
    'confirm-booking',
    async () => {
      const step = form.get('step');
      const hold = await getHold(actor, bookingId, lang);
      if (step === 'no') {
        await releaseHold(actor, { bookingId });
        redirect(href(lang, hold.movesId ? `/appointments/${hold.movesId}` : '/appointments'));
      }
      const content = typedContent((field) => String(form.get(field) ?? ''), hold);
      const errors = tooLong(content);
      if (Object.keys(errors).length > 0) throw invalid(errors);
      if (step === 'other') {
        await keepBookingContent(actor, { bookingId, content });
        redirect(href(lang, timesOf(hold)));
      }
      const confirmed = await confirmBooking(actor, { bookingId, content }).catch(async (error: unknown) => {
        // She has another at the same hours since: the page asks nothing then, and would lose what stood in it.
        if (isAppError(error, 'Conflict')) await keepBookingContent(actor, { bookingId, content });
        throw error;
      });
      if (confirmed.outcome !== 'lapsed')
        redirect(href(lang, `/appointments/${confirmed.bookingId}?done=${confirmed.outcome}`));
      await keepBookingContent(actor, { bookingId, content });
      // The same page says what became of the time, and where she can go on.
      redirect(href(lang, `/appointments/${bookingId}/confirm`));
    },
    form,
  );
}
