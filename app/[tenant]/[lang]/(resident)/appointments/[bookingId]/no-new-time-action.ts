'use server';

import { redirect } from 'next/navigation';
import { needNoNewTime } from '@/lib/appointments/commands/need-no-new-time';
import { requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** A time was taken away from her, and she needs no other. */
export async function noNewTime(bookingId: string, _: FormState, _form: FormData): Promise<FormState> {
  return runAction('need-no-new-time', async () => {
    await needNoNewTime(await requireResident(), { bookingId });
    redirect(href((await requestFacts()).lang, `/appointments/${bookingId}`));
  });
}
