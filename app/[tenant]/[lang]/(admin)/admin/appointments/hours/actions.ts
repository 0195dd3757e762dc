'use server';

import { changeOpening } from '@/lib/appointments/commands/change-opening';
import { putOpening } from '@/lib/appointments/commands/put-opening';
import { removeOpening } from '@/lib/appointments/commands/remove-opening';
import { requireAdmin } from '@/lib/identity/staff-session';
import { shortDateText } from '@/lib/kernel/date-text';
import { type FormState, runAction } from '@/lib/platform/action';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';
import { asked, goTo, one } from '../posted-form';
import { postedOpening } from './posted-opening';

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
      const sentence = (t: Translate, lang: StaffLanguage) => {
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
