import 'server-only';
import { getCaseNamesInTx } from '@/lib/cases/api';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guardedForAdmin, requireMayLookAfterInbox } from '../access';
import type { WritingName } from '../contract/calls';
import { shownContent } from '../domain/shown-content';
import { getParkedInTx } from './parked-in-tx';

export interface ParkedView {
  id: string;
  systemName: string;
  operation: WritingName;
  reason: string;
  /** field → code */
  fields: Record<string, string>;
  receivedAt: Date;
  triedAt: Date;
  attempts: number;
  officer: string | null;
  /** which case it says that it is about; null where it says none that is here */
  caseNumber: string | null;
  /** whether its address names a case, so that another can be chosen */
  namesCase: boolean;
  /** the address's own ids of things */
  params: { name: string; value: string }[];
  /** what it says: JSON, its files left out */
  content: string;
}

/** One message that waits for somebody to look, with what it says: a reading, which whoever it is about can see. */
export const getParkedMessage = (actor: Actor, systemId: string, id: string): Promise<ParkedView> =>
  guardedForAdmin(actor, 'back-office.read-inbox-message', 'inbox-message', id, () => {
    requireMayLookAfterInbox(actor);
    const { tenantId } = actor;
    return write(actor, async (tx) => {
      const { message, params, sent, subjectPersonId } = await getParkedInTx(tx, actor, id);
      if (message.systemId !== systemId) throw notFound();
      const { caseId, operation, reason, fields, receivedAt, triedAt, attempts, officer } = message;
      const system = await tx.backOfficeSystem.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: systemId } },
        select: { name: true },
      });
      await auditInTx(tx, actor, {
        action: 'back-office.read-inbox-message',
        objectType: caseId ? 'case' : 'inbox-message',
        objectId: caseId ?? id,
        subjectPersonId,
      });
      const names = caseId ? await getCaseNamesInTx(tx, tenantId, [caseId]) : null;
      return {
        id,
        systemName: system.name,
        operation: operation as WritingName,
        reason: reason ?? 'unexpected',
        fields: (fields ?? {}) as Record<string, string>,
        receivedAt,
        triedAt,
        attempts,
        officer,
        caseNumber: (caseId && names?.get(caseId)?.number) || null,
        namesCase: 'caseId' in params,
        params: Object.entries(params).flatMap(([name, value]) =>
          name === 'caseId' ? [] : [{ name, value }],
        ),
        content: shownContent(sent).text,
      };
    });
  });
