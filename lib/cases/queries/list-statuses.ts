import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { requireAdministratorOfStatuses } from '../access';
import type { CasePhase } from '../domain/case-lifecycle';

/** A municipality's own status, as those who keep them see it. */
export interface AdministeredStatus {
  id: string;
  code: string;
  name: string;
  phase: CasePhase;
  texts: Record<string, string>;
  /** names of those it may come after; none: any */
  after: string[];
  messagesOpen: boolean;
  supplementsOpen: boolean;
  lateAfterDays: number | null;
  isDeprecated: boolean;
}

/** What a back-office system calls one of its states, and which status that is; null while nobody has mapped it. */
export interface OfficeCode {
  id: string;
  code: string;
  systemName: string;
  firstSeenAt: Date;
  statusId: string | null;
}

/** The municipality's statuses in their order, and its systems' codes: those that nobody has mapped first. */
export function listStatuses(
  actor: Actor,
): Promise<{ statuses: AdministeredStatus[]; unmapped: OfficeCode[]; mapped: OfficeCode[] }> {
  requireAdministratorOfStatuses(actor);
  const where = { tenantId: actor.tenantId };
  return read(actor, async (tx) => {
    const rows = await tx.caseStatus.findMany({ where, orderBy: [{ position: 'asc' }, { code: 'asc' }] });
    const nameOf = new Map(rows.map(({ code, name }) => [code, name]));
    const codes = await tx.caseStatusCode.findMany({
      where,
      orderBy: [{ firstSeenAt: 'asc' }, { id: 'asc' }],
      select: { id: true, code: true, systemName: true, firstSeenAt: true, statusId: true },
    });
    return {
      statuses: rows.map(({ tenantId: _, position: __, deprecatedAt, texts, after, ...row }) => ({
        ...row,
        texts: texts as Record<string, string>,
        after: after.map((code) => nameOf.get(code) ?? code),
        isDeprecated: deprecatedAt !== null,
      })),
      unmapped: codes.filter(({ statusId }) => statusId === null),
      mapped: codes.filter(({ statusId }) => statusId !== null),
    };
  });
}
