'use server';

import { redirect } from 'next/navigation';
import { TIME } from '@/components/appointments/time-list';
import { holdTime } from '@/lib/appointments/commands/hold-time';
import { readChoice } from '@/lib/appointments/domain/time-choice';
import type { MeetingWay } from '@/lib/appointments/domain/words';
import { requireResident } from '@/lib/identity/session';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { type FormState, runAction } from '@/lib/platform/action';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { type PickerQuery, pickerPath } from './picker-path';

/** Where a time is taken: the page of times, and what stands in its address. */
export interface Picking {
  base: string;
  query: PickerQuery & { way: MeetingWay };
  typeSlug: string;
  movesId?: string;
}

/**
 * A press on a time holds it and shows what is held, or what is hers already by it. Where somebody was first, the times
 * are shown anew from that day.
 */
export async function takeTime(
  { base, query, typeSlug, movesId }: Picking,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  return runAction('hold-time', async () => {
    const choice = readChoice(form.get(TIME));
    if (!choice) redirect(href(lang, pickerPath(base, query)));
    const { caseId, invitationId, officerId, way } = query;
    const held = await holdTime(actor, {
      ...choice,
      typeSlug,
      way,
      officerId,
      caseId,
      invitationId,
      movesId,
    }).catch((error: unknown) => {
      // Nobody can book it any more, or the invitation was taken back since: her page says which.
      if (!isAppError(error, 'NotFound')) throw error;
      redirect(href(lang, pickerPath(base, query)));
    });
    if (held.outcome === 'held') redirect(href(lang, `/appointments/${held.bookingId}/confirm`));
    if (held.outcome === 'hers') redirect(href(lang, `/appointments/${held.bookingId}`));
    // Where she has as many as she may, the page says so by itself.
    const from = dateInSweden(choice.startsAt);
    redirect(href(lang, pickerPath(base, { ...query, from, back: 'taken' })));
  });
}
