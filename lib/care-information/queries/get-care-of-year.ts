import 'server-only';
import { calendarDate, dateInSweden, startInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireResidentMay } from '../access';
import { visitsShownUntil } from '../domain/days';
import { type CarePlanView, plansInTx } from './care-plans-in-tx';
import { type CareVisitView, visitsInTx } from './care-visits-in-tx';
import { type CareNoteView, notesInTx } from './diary-in-tx';

export interface CareOfYear {
  /** as they stand now, whichever year they are from */
  plans: CarePlanView[];
  visits: CareVisitView[];
  notes: CareNoteView[];
}

/** All that she can read on her pages of her care in a year, by the days in Sweden, the earliest first. */
export async function getCareOfYear(actor: Actor, year: number): Promise<CareOfYear> {
  requireResidentMay(actor, 'read-own');
  const [from, to] = [year, year + 1].map((one) => startInSweden(calendarDate(`${one}-01-01`))) as [
    Date,
    Date,
  ];
  return read(actor, async (tx) => {
    const today = dateInSweden(now());
    const plans = await plansInTx(tx, actor, today);
    const { visits } = await visitsInTx(tx, actor, {
      from,
      to: new Date(Math.min(to.getTime(), visitsShownUntil(today).getTime())),
      most: null,
    });
    const notes = await notesInTx(tx, actor, { from, to });
    return { plans: plans.views, visits, notes: notes.views };
  });
}
