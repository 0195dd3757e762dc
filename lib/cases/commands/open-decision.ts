import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate, toDbDate } from '@/lib/kernel/calendar-date';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { getRuleInTx } from '@/lib/tenants/api';
import { guarded, requireResidentMay, visibleDecisions } from '../access';
import { appealLastOn, appealRules } from '../domain/appeal';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

/**
 * Opens a decision: from this moment she has got it (delfående, FL 33 and 44 §§), and the last day to appeal is
 * reckoned by the rule in force today, where it counts from then. Only the first opening counts; again, it answers with
 * the same day.
 */
export function openDecision(
  actor: ResidentActor,
  { decisionId }: { decisionId: string },
): Promise<{ caseId: string; appealLastOn: CalendarDate | null }> {
  const action = 'cases.open-decision';
  return guarded(actor, action, 'decision', decisionId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'open-decision');
      const { tenantId, personId } = actor;
      const where = { ...visibleDecisions(actor), id: decisionId };
      const found = await tx.decision.findFirst({ where, select: { caseId: true } });
      if (!found) throw notFound();
      const { caseId } = found;
      const locked = await lockCaseInTx(tx, actor, caseId);
      const decision = await tx.decision.findFirstOrThrow({
        where,
        select: { openedAt: true, appealKind: true, appealLastOn: true },
      });
      const known = decision.appealLastOn && fromDbDate(decision.appealLastOn);
      if (decision.openedAt) return { caseId, appealLastOn: known };
      const at = now();
      const lastOn =
        decision.appealKind === 'administrative'
          ? await lastOnFromInTx(tx, tenantId, dateInSweden(at))
          : known;
      await tx.decision.update({
        where: { tenantId_id: { tenantId, id: decisionId }, openedAt: null },
        data: { openedAt: at, appealLastOn: lastOn && toDbDate(lastOn) },
        select: { id: true },
      });
      await noteInCaseInTx(tx, locked, { at, event: 'decision-opened', refId: decisionId });
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: personId,
        objectType: 'decision',
        objectId: decisionId,
      });
      await emitInTx(tx, actor, {
        type: 'cases.decision-opened',
        payload: { caseId, personId, decisionId },
        caseId,
      });
      return { caseId, appealLastOn: lastOn };
    }),
  );
}

async function lastOnFromInTx(tx: Tx, tenantId: string, openedOn: CalendarDate): Promise<CalendarDate> {
  const { weeks } = await getRuleInTx(tx, tenantId, appealRules.administrative, openedOn);
  return appealLastOn(openedOn, weeks);
}
