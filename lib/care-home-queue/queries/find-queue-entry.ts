import 'server-only';
import { getSignedApplication } from '@/lib/applications/api';
import { getCaseOfMessagesInTx, grantedDecisionInTx } from '@/lib/cases/api';
import { hasEnded } from '@/lib/cases/domain/case-lifecycle';
import { getServiceSlugInTx } from '@/lib/catalogue/api';
import { addDays, addMonths, type CalendarDate, dateInSweden, daysBetween } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import { findRuleInTx } from '@/lib/tenants/api';
import { guarded, requireResidentMay } from '../access';
import { type QueueState, type RealWaits, wishedHomes } from '../domain/queue-state';
import { queueStateInTx } from './queue-state-in-tx';

export interface QueueEntry {
  today: CalendarDate;
  state: QueueState;
  /** a place that she had said yes to was taken back, and no offer has ended since */
  takenBack: { offerId: string; at: Date } | null;
  /** since when she waits: the day of the decision that gave her the right to a place */
  decidedOn: CalendarDate;
  waitedDays: number;
  /** until when it is to be carried out before the municipality must report that it is not; null without a rule */
  reportAfter: CalendarDate | null;
  /** the homes that she wished for when she applied, in her order; empty where she wished for none, or applied elsewhere */
  wishes: string[];
  /** how long others have really waited; null where too few have */
  waits: RealWaits | null;
}

/**
 * How it stands with her wait for a home, in a case of a care-home service: from when she has opened a decision that
 * gives her a place until the case has ended. Null before, after, and in all other cases.
 */
export function findQueueEntry(
  actor: Actor,
  { caseId, applicationId }: { caseId: string; applicationId: string | null },
): Promise<QueueEntry | null> {
  return guarded(actor, 'care-home-queue.find-queue-entry', 'case', caseId, async () => {
    requireResidentMay(actor, 'read-own');
    const entry = await read(actor, (tx) => entryInTx(tx, actor, caseId));
    if (!entry || !applicationId) return entry;
    const { snapshot } = await getSignedApplication(actor, applicationId);
    return { ...entry, wishes: wishedHomes(snapshot.pages) };
  });
}

async function entryInTx(tx: Tx, actor: Actor, caseId: string): Promise<QueueEntry | null> {
  const { tenantId } = actor;
  const { phase, service } = await getCaseOfMessagesInTx(tx, actor, caseId);
  if (hasEnded(phase)) return null;
  const today = dateInSweden(now());
  const slug = service && (await getServiceSlugInTx(tx, tenantId, service.serviceId));
  const rule = slug ? await findRuleInTx(tx, tenantId, 'care-home.offer', today) : null;
  if (!slug || !rule?.services.includes(slug)) return null;
  // What is decided is read where the decision is opened, and nowhere before.
  const decision = await grantedDecisionInTx(tx, tenantId, caseId);
  if (!decision?.isOpened) return null;
  const { decidedOn } = decision;
  const { state, last } = await queueStateInTx(tx, actor, caseId);
  const time = await findRuleInTx(tx, tenantId, 'care-home.carried-out', decidedOn);
  return {
    today,
    state,
    takenBack:
      state === 'waiting' && last?.acceptedAt && last.endedAt ? { offerId: last.id, at: last.endedAt } : null,
    decidedOn,
    waitedDays: Math.max(0, daysBetween(decidedOn, today)),
    reportAfter: time && addMonths(decidedOn, time.months),
    wishes: [],
    waits: await realWaitsInTx(tx, tenantId, today),
  };
}

/** Of those who said yes in the months up to yesterday; too few say nothing, and might say something of somebody. */
async function realWaitsInTx(tx: Tx, tenantId: string, today: CalendarDate): Promise<RealWaits | null> {
  const rule = await findRuleInTx(tx, tenantId, 'case.waiting-times', today);
  if (!rule) return null;
  const toOn = addDays(today, -1);
  const fromOn = addDays(addMonths(toOn, -rule.months), 1);
  const [found] = await tx.$queryRaw<{ people: number; medianDays: number; nineOfTenDays: number }[]>`
    with waited as (
      select (ended_at at time zone 'Europe/Stockholm')::date - decided_on as days
        from care_home_offer
       where tenant_id = ${tenantId} and state = 'accepted' and decided_on is not null
         and ended_at >= ${fromOn}::date - 1 and ended_at < ${today}::date + 1
         and (ended_at at time zone 'Europe/Stockholm')::date between ${fromOn}::date and ${toOn}::date
    )
    select count(*)::int as people, percentile_disc(0.5) within group (order by days) as "medianDays",
           percentile_disc(0.9) within group (order by days) as "nineOfTenDays"
      from waited where days >= 0
    having count(*) >= ${rule.atLeast}::int`;
  return found ? { ...found, fromOn, toOn } : null;
}
