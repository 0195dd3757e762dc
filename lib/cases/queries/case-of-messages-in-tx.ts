import 'server-only';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { visibleCases } from '../access';
import { type CasePhase, hasEnded } from '../domain/case-lifecycle';
import type { Officer } from '../domain/office-messages';
import type { CaseTitle } from '../domain/title';
import { officerOf } from './officer-of';

/** What those need to know who write to each other about a case: whose it is, who handles it, and how far it has come. */
export interface CaseOfMessages {
  id: string;
  personId: string;
  number: string;
  title: CaseTitle;
  phase: CasePhase;
  /** since when it is closed or withdrawn; null while it is not */
  endedOn: CalendarDate | null;
  /** what the municipality's own status says, while the case is in its phase; null where there is none */
  statusTakesMessages: boolean | null;
  officer: Officer | null;
  systemId: string | null;
  service: { serviceId: string; version: number } | null;
}

/** NotFound where the actor may not see the case. */
export async function getCaseOfMessagesInTx(tx: Tx, actor: Actor, caseId: string): Promise<CaseOfMessages> {
  const found = await tx.case.findFirst({
    where: { ...visibleCases(actor), id: caseId },
    select: {
      personId: true,
      number: true,
      title: true,
      phase: true,
      phaseSince: true,
      officerSealed: true,
      systemId: true,
      serviceId: true,
      serviceVersion: true,
      officeStatus: { select: { status: { select: { phase: true, messagesOpen: true } } } },
    },
  });
  if (!found) throw notFound();
  const { phase, serviceId, serviceVersion } = found;
  const status = found.officeStatus?.status;
  return {
    id: caseId,
    personId: found.personId,
    number: found.number,
    title: found.title as CaseTitle,
    phase,
    endedOn: hasEnded(phase) ? dateInSweden(found.phaseSince) : null,
    statusTakesMessages: status?.phase === phase ? status.messagesOpen : null,
    officer: officerOf(actor.tenantId, caseId, found.officerSealed),
    systemId: found.systemId,
    service: serviceId !== null && serviceVersion !== null ? { serviceId, version: serviceVersion } : null,
  };
}
