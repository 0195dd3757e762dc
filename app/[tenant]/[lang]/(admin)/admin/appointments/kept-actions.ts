'use server';

import type { Put } from '@/lib/appointments/commands/close-booked-in-tx';
import { putOfficer } from '@/lib/appointments/commands/put-officer';
import { putPlace } from '@/lib/appointments/commands/put-place';
import { putRoom } from '@/lib/appointments/commands/put-room';
import { putType } from '@/lib/appointments/commands/put-type';
import { requireAdmin } from '@/lib/identity/staff-session';
import { shortDateText } from '@/lib/kernel/date-text';
import { type FormState, runAction, typedValues } from '@/lib/platform/action';
import { asked, goTo, one } from './posted-form';

const askOfBooked = (put: Put & { outcome: 'booked' }, form: FormData) =>
  asked(form, 'booked', (t, lang) =>
    t('meetings:closing.asked', { count: put.booked, date: shortDateText(put.lastOn, lang) }),
  );

export async function saveType(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'put-type',
    async () => {
      const put = await putType(await requireAdmin(), one(form, 'typeId'), typedValues(form));
      if (put.outcome === 'put') return goTo('types?done=saved');
      return asked(form, 'invited', (t) => t('meetings:type.invited-asked', { count: put.invited }));
    },
    form,
  );
}

/** A new place is shown at once: its rooms come next. */
export async function savePlace(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'put-place',
    async () => {
      const placeId = one(form, 'placeId');
      const put = await putPlace(await requireAdmin(), placeId, typedValues(form));
      if (put.outcome === 'booked') return askOfBooked(put, form);
      return goTo(one(form, 'version') === '' ? `places/${placeId}?done=saved` : 'places?done=saved');
    },
    form,
  );
}

export async function saveRoom(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'put-room',
    async () => {
      const [placeId, roomId] = [one(form, 'placeId'), one(form, 'roomId')];
      const put = await putRoom(await requireAdmin(), { placeId, roomId }, typedValues(form));
      return put.outcome === 'booked' ? askOfBooked(put, form) : goTo(`places/${placeId}?done=saved`);
    },
    form,
  );
}

export async function saveOfficer(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'put-officer',
    async () => {
      const put = await putOfficer(await requireAdmin(), one(form, 'officerId'), typedValues(form));
      return put.outcome === 'booked' ? askOfBooked(put, form) : goTo('officers?done=saved');
    },
    form,
  );
}
