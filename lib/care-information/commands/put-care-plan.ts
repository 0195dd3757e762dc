import 'server-only';
import { toDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import type { CarePlanMessage } from '../domain/care-messages';
import { type PlanContent, planContext } from '../domain/care-seals';
import type { CareOutcome } from '../domain/version';
import { type CareNews, putThing, type Thing } from './put-thing';

/**
 * What was decided for her and how it is carried out, as its system has it. She is shown what is approved alone: of a
 * draft nothing is kept, what was approved before stands, and what comes late is not older for it; what has ended is taken
 * away.
 */
export const putCarePlan = (
  actor: SystemActor,
  message: CarePlanMessage & { externalId: string },
): Promise<{ outcome: CareOutcome }> => putThing(actor, { name: 'care_plan', actionOf, keepInTx }, message);

const actionOf = ({ state }: CarePlanMessage): string =>
  state === 'draft' ? 'care-information.draft-care-plan' : 'care-information.put-care-plan';

/** Older than all that is told: a row that only says whose plan it is. */
const NOTHING_TOLD = -1n;

async function keepInTx(tx: Tx, thing: Thing, message: CarePlanMessage): Promise<CareNews | null> {
  const { tenantId, id, personId, version, hash, law, toldAt } = thing;
  const payload = { planId: id, personId };
  const { state, approvedOn, fromOn, toOn } = message;
  const where = { tenantId_id: { tenantId, id } };
  const nothing = { sealed: null, approvedOn: null, fromOn: null, toOn: null };
  if (state === 'draft') {
    const create = { ...thing, version: NOTHING_TOLD };
    await tx.carePlan.upsert({ where, create, update: {}, select: { id: true } });
    return null;
  }
  if (state === 'ended' || approvedOn === undefined) {
    const before = await tx.carePlan.findUnique({ where, select: { sealed: true } });
    await tx.carePlan.upsert({
      where,
      create: thing,
      update: { version, hash, toldAt, ...nothing },
      select: { id: true },
    });
    return before?.sealed ? { type: 'care-information.plan-ended', payload } : null;
  }
  const shown = {
    sealed: sealJson(contentOf(message), planContext(tenantId, id)),
    approvedOn: toDbDate(approvedOn),
    fromOn: toDbDate(fromOn),
    toOn: toOn === undefined ? null : toDbDate(toOn),
  };
  await tx.carePlan.upsert({
    where,
    create: { ...thing, ...shown },
    update: { version, hash, law, toldAt, ...shown },
    select: { id: true },
  });
  return { type: 'care-information.plan-changed', payload };
}

const contentOf = ({
  title,
  provider,
  contact,
  decided,
  goals,
  activities,
  participation,
  followUpOn,
}: CarePlanMessage): PlanContent => ({
  ...{ title, provider, contact, decided, goals, activities, participation, followUpOn },
});
