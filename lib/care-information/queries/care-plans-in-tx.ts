import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { visibleCare } from '../access';
import type { CareLaw } from '../domain/care-messages';
import { type PlanContent, planContext } from '../domain/care-seals';

export interface CarePlanView extends PlanContent {
  id: string;
  law: CareLaw;
  approvedOn: CalendarDate;
  fromOn: CalendarDate;
  toOn: CalendarDate | null;
  /** its last day is over, and no other has been told of in its place */
  isOver: boolean;
  /** since when it stands as it does */
  toldAt: Date;
}

const MOST_PLANS = 20;

/** Her plans that are shown, the one approved last first, and the systems of those that hold now. */
export async function plansInTx(
  tx: Tx,
  actor: Actor,
  today: CalendarDate,
): Promise<{ views: CarePlanView[]; sources: string[] }> {
  const rows = await tx.carePlan.findMany({
    where: { ...visibleCare(actor), sealed: { not: null } },
    orderBy: [{ approvedOn: 'desc' }, { id: 'desc' }],
    take: MOST_PLANS,
  });
  const sources: string[] = [];
  const views = rows.flatMap(({ tenantId, id, systemId, law, sealed, toldAt, ...days }) => {
    // The database keeps the four together.
    if (!sealed || !days.approvedOn || !days.fromOn) return [];
    const toOn = days.toOn && fromDbDate(days.toOn);
    const isOver = toOn !== null && toOn < today;
    if (!isOver) sources.push(systemId);
    const [approvedOn, fromOn] = [fromDbDate(days.approvedOn), fromDbDate(days.fromOn)];
    const content = openJson<PlanContent>(sealed, planContext(tenantId, id));
    return [{ ...content, id, law, approvedOn, fromOn, toOn, isOver, toldAt }];
  });
  return { views, sources };
}
