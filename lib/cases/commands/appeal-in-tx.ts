import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson, sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { invalid, notFound, notNow } from '@/lib/platform/errors';
import type { CheckedFile } from '@/lib/platform/upload';
import { visibleDecisions } from '../access';
import { appealRefusal } from '../domain/appeal';
import { type AppealDraft, emptyDraft, isSameDraft, tooLong } from '../domain/appeal-content';
import { appealContext } from '../domain/case-seals';
import type { DraftFiles } from '../draft-files';
import { type LockedCase, lockCaseInTx } from './case-in-tx';
import { putFilesInTx } from './draft-files-in-tx';

/** What the commands on an appeal that is being written share. */
export interface AppealInHand {
  locked: LockedCase;
  decisionId: string;
  appealLastOn: CalendarDate | null;
  /** null until something of it is kept */
  id: string | null;
  draft: AppealDraft;
  /** goes up with each change; 0 where there is none */
  version: number;
}

/** Her decision, with its case locked, and what she has written so far; refuses where it can't be appealed here. */
export async function lockAppealInTx(
  tx: Tx,
  actor: ResidentActor,
  decisionId: string,
): Promise<AppealInHand> {
  const { tenantId } = actor;
  const where = { ...visibleDecisions(actor), id: decisionId };
  const found = await tx.decision.findFirst({ where, select: { caseId: true } });
  if (!found) throw notFound();
  const locked = await lockCaseInTx(tx, actor, found.caseId);
  const decision = await tx.decision.findFirstOrThrow({
    where,
    select: { openedAt: true, appealKind: true, appealLastOn: true, appealSteps: { select: { step: true } } },
  });
  const refusal = appealRefusal({
    isOpened: decision.openedAt !== null,
    kind: decision.appealKind,
    steps: decision.appealSteps.map(({ step }) => step),
  });
  if (refusal) throw notNow(`errors:${refusal}`);
  const row = await tx.appeal.findFirst({
    where: { tenantId, decisionId, sentAt: null },
    select: { id: true, sealed: true, version: true },
  });
  return {
    locked,
    decisionId,
    appealLastOn: decision.appealLastOn && fromDbDate(decision.appealLastOn),
    id: row?.id ?? null,
    draft: row ? openJson<AppealDraft>(row.sealed, appealContext(tenantId, row.id)) : emptyDraft,
    version: row?.version ?? 0,
  };
}

/** Keeps what she has written so far, as typed, and says the version. The same again changes nothing. */
export async function keepDraftInTx(tx: Tx, appeal: AppealInHand, draft: AppealDraft): Promise<number> {
  const errors = tooLong(draft);
  if (Object.keys(errors).length > 0) throw invalid(errors);
  const id = await draftIdInTx(tx, appeal);
  if (isSameDraft(appeal.draft, draft)) return appeal.version;
  const { tenantId } = appeal.locked;
  const { version } = await tx.appeal.update({
    where: { tenantId_id: { tenantId, id }, sentAt: null },
    data: { sealed: sealJson(draft, appealContext(tenantId, id)), version: { increment: 1 } },
    select: { version: true },
  });
  Object.assign(appeal, { draft, version });
  return version;
}

/** Begins it, where nothing is kept yet: what she writes, or a file, may come first. */
async function draftIdInTx(tx: Tx, appeal: AppealInHand): Promise<string> {
  if (appeal.id) return appeal.id;
  const { tenantId, id: caseId } = appeal.locked;
  const id = newId();
  const { version } = await tx.appeal.create({
    data: {
      tenantId,
      id,
      caseId,
      decisionId: appeal.decisionId,
      sealed: sealJson(emptyDraft, appealContext(tenantId, id)),
    },
    select: { version: true },
  });
  Object.assign(appeal, { id, version });
  return id;
}

/** Files are put to the appeal as a whole, not to one thing in it. */
const WHOLE = '';

export async function addAppealFilesInTx(
  tx: Tx,
  actor: ResidentActor,
  appeal: AppealInHand,
  files: readonly CheckedFile[],
): Promise<void> {
  if (files.length === 0) return;
  const appealId = await draftIdInTx(tx, appeal);
  const { tenantId, personId } = appeal.locked;
  const now = await tx.appealFile.findMany({
    where: { tenantId, appealId },
    select: { file: { select: { id: true, hash: true, scanState: true, createdAt: true } } },
  });
  const draft: DraftFiles = {
    tenantId,
    ownerId: personId,
    now: now.map(({ file }) => ({ file, itemId: WHOLE })),
    fieldOf: () => 'files',
    put: (fileId) => tx.appealFile.create({ data: { tenantId, appealId, fileId }, select: { fileId: true } }),
  };
  const put = files.map((file) => ({ ...file, itemId: WHOLE }));
  if (!(await putFilesInTx(tx, draft, put))) return;
  await auditInTx(tx, actor, {
    action: 'cases.attach-files',
    subjectPersonId: personId,
    objectType: 'appeal',
    objectId: appealId,
  });
}
