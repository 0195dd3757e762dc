import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireResidentMay } from '../access';
import { shownTimeOf } from '../domain/days';
import { type CarePlanView, plansInTx } from './care-plans-in-tx';
import { type CareVisitView, visitsInTx } from './care-visits-in-tx';
import { type CareNoteView, notesInTx } from './diary-in-tx';

export interface CareOfYear {
  /** as they stand now, whichever year they are from */
  plans: CarePlanView[];
  visits: CareVisitView[];
  notes: CareNoteView[];
}

/** All that she can read on her pages of her care in a year, or a month of it, by the days in Sweden, the earliest first. */
export async function getCareOfYear(actor: Actor, year: number, month?: number): Promise<CareOfYear> {
  requireResidentMay(actor, 'read-own');
  const today = dateInSweden(now());
  const { from, to, visitsTo } = shownTimeOf({ year, month }, today);
  return read(actor, async (tx) => {
    const plans = await plansInTx(tx, actor, today);
    const { visits } = await visitsInTx(tx, actor, { from, to: visitsTo, most: null });
    const notes = await notesInTx(tx, actor, { from, to });
    return { plans: plans.views, visits, notes: notes.views };
  });
}
