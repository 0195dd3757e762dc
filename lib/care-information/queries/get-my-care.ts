import 'server-only';
import { type CalendarDate, dateInSweden, startInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import { requireResidentMay, visibleCare } from '../access';
import { byDay, type Day, visitsShownUntil } from '../domain/days';
import { type CarePlanView, plansInTx } from './care-plans-in-tx';
import { type CareVisitView, visitsInTx } from './care-visits-in-tx';
import { type Diary, diaryInTx } from './diary-in-tx';

export interface MyCare {
  today: CalendarDate;
  /** nothing has ever been told of her */
  isEmpty: boolean;
  /** the one approved last first */
  plans: CarePlanView[];
  /** today and the days that follow, those with a visit */
  coming: Day<CareVisitView>[];
  diary: Diary;
  /** the systems that what goes on comes from */
  sources: string[];
}

/** What was decided for her and is planned, what is to come, and what has happened: the days before `before`, or the latest. */
export async function getMyCare(
  actor: Actor,
  { before = null }: { before?: CalendarDate | null } = {},
): Promise<MyCare> {
  requireResidentMay(actor, 'read-own');
  const today = dateInSweden(now());
  return read(actor, async (tx) => {
    const plans = await plansInTx(tx, actor, today);
    const { visits, sources: visiting } = await visitsInTx(tx, actor, {
      from: startInSweden(today),
      to: visitsShownUntil(today),
    });
    const diary = await diaryInTx(tx, actor, { today, before });
    const isOnPage = plans.views.length + visits.length + diary.days.length > 0;
    return {
      today,
      isEmpty: !isOnPage && (before === null || (await isEmptyInTx(tx, actor))),
      plans: plans.views,
      coming: byDay(visits, ({ startsAt }) => startsAt),
      diary,
      sources: [...new Set([...plans.sources, ...visiting, ...diary.sources])],
    };
  });
}

/** Whether there is nothing on any page: the days before a date may be none. */
async function isEmptyInTx(tx: Tx, actor: Actor): Promise<boolean> {
  const where = visibleCare(actor);
  return (await tx.careNote.count({ where, take: 1 })) + (await tx.careVisit.count({ where, take: 1 })) === 0;
}
