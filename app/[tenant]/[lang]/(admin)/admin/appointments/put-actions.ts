'use server';

import { redirect } from 'next/navigation';
import { changeOpening } from '@/lib/appointments/commands/change-opening';
import type { Put } from '@/lib/appointments/commands/close-booked-in-tx';
import { putOfficer } from '@/lib/appointments/commands/put-officer';
import { putPlace } from '@/lib/appointments/commands/put-place';
import { putRoom } from '@/lib/appointments/commands/put-room';
import { putType } from '@/lib/appointments/commands/put-type';
import { requireAdmin } from '@/lib/identity/staff-session';
import { shortDateText } from '@/lib/kernel/date-text';
import { type FormState, runAction, typedValues } from '@/lib/platform/action';
import { noteFormErrors } from '@/lib/platform/form-errors';
import { href, type Translate, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { postedOpening } from './hours/posted-opening';

const goTo = async (path: string): Promise<never> =>
  redirect(href((await requestFacts()).lang, `/admin/appointments/${path}`));
const one = (form: FormData, name: string) => String(form.get(name) ?? '');

/** The form comes back with a question that only the server could know to ask. */
async function asked(
  form: FormData,
  field: string,
  sentence: (t: Translate, lang: 'sv' | 'en') => string,
  /** what the form then carries besides */
  carried: Record<string, string> = {},
): Promise<FormState> {
  const { lang } = await requestFacts();
  await noteFormErrors();
  return {
    status: 'error',
    fields: { [field]: sentence(texts(lang), lang === 'en' ? 'en' : 'sv') },
    values: { ...typedValues(form), ...carried },
  };
}

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

/** So many days are named; of more, how many. */
const MOST_DAYS = 6;

export async function saveOpening(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'change-opening',
    async () => {
      const changed = await changeOpening(await requireAdmin(), {
        ...postedOpening(form),
        officerId: one(form, 'officerId'),
        openingId: one(form, 'openingId'),
        newOpeningId: one(form, 'newOpeningId'),
        version: one(form, 'version'),
        keepsBooked: one(form, 'outside') === 'yes' ? one(form, 'told') : null,
      });
      if (changed.outcome === 'changed') return goTo('hours?done=changed');
      const { booked, days, told } = changed;
      const sentence = (t: Translate, lang: 'sv' | 'en') => {
        const named = days
          .slice(0, MOST_DAYS)
          .map((day) => shortDateText(day, lang))
          .join(', ');
        const more = days.length - MOST_DAYS;
        return t('hours:change.outside', {
          count: booked,
          days: more > 0 ? t('hours:change.and-more', { days: named, count: more }) : named,
        });
      };
      // A tick is for what was told: of others she is asked anew.
      return asked(form, 'outside', sentence, { told, outside: '' });
    },
    form,
  );
}
