'use server';

import { closeDay } from '@/lib/appointments/commands/close-day';
import { putException } from '@/lib/appointments/commands/put-exception';
import { removeException } from '@/lib/appointments/commands/remove-exception';
import { requireAdmin } from '@/lib/identity/staff-session';
import { type FormState, runAction } from '@/lib/platform/action';
import { goTo, one } from '../posted-form';

export async function addException(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'put-exception',
    async () => {
      await putException(await requireAdmin(), {
        exceptionId: one(form, 'exceptionId'),
        whom: one(form, 'whom'),
        from: one(form, 'from'),
        to: one(form, 'to'),
        fromTime: one(form, 'fromTime'),
        toTime: one(form, 'toTime'),
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

/** Closes the day that was asked about, or the part of it, once it has been seen how many are booked then. */
export async function closeAskedDay(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'close-day',
    async () => {
      await closeDay(await requireAdmin(), {
        exceptionId: one(form, 'exceptionId'),
        whom: one(form, 'whom'),
        from: one(form, 'from'),
        fromTime: one(form, 'fromTime'),
        toTime: one(form, 'toTime'),
      });
      return goTo('closed?done=closed');
    },
    form,
  );
}
