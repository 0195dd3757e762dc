'use server';

import { redirect } from 'next/navigation';
import { endEarlierWish } from '@/lib/appointments/commands/end-earlier-wish';
import { wishForEarlier } from '@/lib/appointments/commands/wish-for-earlier';
import { requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** Each deed leads to an address of its own: a page whose address differs in nothing but its end isn't fetched anew. */
const backTo = async (bookingId: string, deed: 'asked' | 'ended'): Promise<never> =>
  redirect(href((await requestFacts()).lang, `/appointments/${bookingId}?earlier=${deed}#earlier`));

export async function wish(bookingId: string, _: FormState, form: FormData): Promise<FormState> {
  return runAction('wish-for-earlier', async () => {
    await wishForEarlier(await requireResident(), { bookingId, most: Number(form.get('most')) });
    return backTo(bookingId, 'asked');
  });
}

export async function endWish(bookingId: string, _: FormState, _form: FormData): Promise<FormState> {
  return runAction('end-earlier-wish', async () => {
    await endEarlierWish(await requireResident(), { bookingId });
    return backTo(bookingId, 'ended');
  });
}
