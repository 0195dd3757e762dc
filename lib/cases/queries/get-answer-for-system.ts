import 'server-only';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { openFileName, stateOf } from '@/lib/platform/storage';
import { requireSystemMay, visibleSupplements } from '../access';
import { type SupplementAnswer, type SupplementRequest, supplementContext } from '../domain/case-seals';

/** Her answer to a request, as it goes to the office. Files are fetched one by one (getCaseFileInTx). */
export interface AnswerForSystem {
  supplementId: string;
  caseId: string;
  /** the office's id of the request */
  externalId: string;
  answeredAt: Date;
  text: string;
  files: { id: string; name: string; mediaType: string; size: number; state: ScanState }[];
  /** where the portal itself asked: the office has not seen the request */
  request?: { text: string; items: { id: string; text: string }[]; replaces: string };
}

/** NotFound until she has sent it: a draft is hers alone. Audited. */
export async function getAnswerForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  supplementId: string,
): Promise<AnswerForSystem> {
  requireSystemMay(actor, 'read-answer');
  const found = await tx.supplement.findFirst({
    where: { ...visibleSupplements(actor), id: supplementId, status: { in: ['answered', 'received'] } },
    select: {
      caseId: true,
      externalId: true,
      answeredAt: true,
      answerSealed: true,
      requestSealed: true,
      case: { select: { personId: true } },
      files: {
        select: {
          file: {
            select: {
              tenantId: true,
              id: true,
              nameSealed: true,
              mediaType: true,
              size: true,
              scanState: true,
            },
          },
        },
      },
    },
  });
  if (!found?.answeredAt || !found.answerSealed) throw notFound();
  await auditInTx(tx, actor, {
    action: 'cases.get-answer-for-system',
    subjectPersonId: found.case.personId,
    objectType: 'supplement',
    objectId: supplementId,
  });
  const context = supplementContext('answer', actor.tenantId, supplementId);
  const { text, items, replaces } = openJson<SupplementRequest>(
    found.requestSealed,
    supplementContext('request', actor.tenantId, supplementId),
  );
  return {
    supplementId,
    caseId: found.caseId,
    externalId: found.externalId,
    answeredAt: found.answeredAt,
    text: openJson<SupplementAnswer>(found.answerSealed, context).text,
    files: found.files.map(({ file }) => ({
      id: file.id,
      name: openFileName(file),
      mediaType: file.mediaType,
      size: file.size,
      state: stateOf(file),
    })),
    ...(replaces && { request: { text, items, replaces } }),
  };
}
