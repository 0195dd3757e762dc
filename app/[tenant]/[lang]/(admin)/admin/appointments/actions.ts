'use server';

import { redirect } from 'next/navigation';
import { closeDay } from '@/lib/appointments/commands/close-day';
import { putException } from '@/lib/appointments/commands/put-exception';
import { putOpening } from '@/lib/appointments/commands/put-opening';
import { removeException } from '@/lib/appointments/commands/remove-exception';
import { removeOpening } from '@/lib/appointments/commands/remove-opening';
import { requireAdmin } from '@/lib/identity/staff-session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { postedOpening } from './hours/posted-opening';

const goTo = async (path: string): Promise<never> =>
  redirect(href((await requestFacts()).lang, `/admin/appointments/${path}`));
const one = (form: FormData, name: string) => String(form.get(name) ?? '');

export async function addOpening(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'put-opening',
    async () => {
      await putOpening(await requireAdmin(), {
        openingId: one(form, 'openingId'),
        officerId: one(form, 'officerId'),
        ...postedOpening(form),
      });
      return goTo('hours?done=added');
    },
    form,
  );
}

export async function endOpening(form: FormData): Promise<void> {
  await removeOpening(await requireAdmin(), one(form, 'openingId'));
  await goTo('hours?done=removed');
}

export async function addException(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'put-exception',
    async () => {
      await putException(await requireAdmin(), {
        exceptionId: one(form, 'exceptionId'),
        whom: one(form, 'whom'),
        from: one(form, 'from'),
        to: one(form, 'to'),
      });
      return goTo('closed?done=added');
    },
    form,
  );
}

export async function endException(form: FormData): Promise<void> {
  await removeException(await requireAdmin(), one(form, 'exceptionId'));
  await goTo('closed?done=removed');
}

/** What is asked is only carried on; it is closed by `closeAskedDay`, once she has seen how many are booked. */
export async function closeAskedDay(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'close-day',
    async () => {
      await closeDay(await requireAdmin(), {
        exceptionId: one(form, 'exceptionId'),
        whom: one(form, 'whom'),
        day: one(form, 'day'),
      });
      return goTo('closed?done=closed');
    },
    form,
  );
}
