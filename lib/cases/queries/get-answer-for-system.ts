import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireSystemMay, visibleSupplements } from '../access';
import {
  type SupplementAnswer,
  type SupplementRequest,
  supplementContext,
  supplementPartContext,
} from '../domain/case-seals';
import { fileColumns, type HerFile, herFile } from './her-files';

/** A part of her answer to a request, as it goes to the office. Files are fetched one by one (getCaseFileInTx). */
export interface AnswerForSystem {
  supplementId: string;
  caseId: string;
  /** the office's id of the request */
  externalId: string;
  /** 1, 2, … of the same request */
  part: number;
  /** nothing more is to be waited for */
  isLast: boolean;
  answeredAt: Date;
  /** what she wrote about the things asked for, by their ids; those she wrote nothing about are not there */
  items: { id: string; text: string }[];
  /** `field`: the thing asked for that it answers */
  files: (HerFile & { field: string })[];
  /** where the portal itself asked: the office has not seen the request */
  request?: { text: string; items: { id: string; text: string }[]; replaces: string };
}

/** NotFound for what she has not sent: a draft is hers alone. Audited. */
export async function getAnswerForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  partId: string,
): Promise<AnswerForSystem> {
  requireSystemMay(actor, 'read-answer');
  const { tenantId } = actor;
  const found = await tx.supplementPart.findFirst({
    where: { tenantId, id: partId, supplement: visibleSupplements(actor) },
    select: {
      number: true,
      isLast: true,
      sentAt: true,
      sealed: true,
      supplement: {
        select: {
          id: true,
          caseId: true,
          externalId: true,
          requestSealed: true,
          case: { select: { personId: true } },
        },
      },
      files: { select: { itemId: true, file: { select: fileColumns } } },
    },
  });
  if (!found) throw notFound();
  const { supplement } = found;
  await auditInTx(tx, actor, {
    action: 'cases.get-answer-for-system',
    subjectPersonId: supplement.case.personId,
    objectType: 'supplement',
    objectId: supplement.id,
  });
  const { text, items, replaces } = openJson<SupplementRequest>(
    supplement.requestSealed,
    supplementContext('request', tenantId, supplement.id),
  );
  const { texts } = openJson<SupplementAnswer>(found.sealed, supplementPartContext(tenantId, partId));
  return {
    supplementId: supplement.id,
    caseId: supplement.caseId,
    externalId: supplement.externalId,
    part: found.number,
    isLast: found.isLast,
    answeredAt: found.sentAt,
    items: Object.entries(texts).map(([id, said]) => ({ id, text: said })),
    files: found.files.map(({ itemId, file }) => ({ ...herFile(file), field: itemId })),
    ...(replaces && { request: { text, items, replaces } }),
  };
}
