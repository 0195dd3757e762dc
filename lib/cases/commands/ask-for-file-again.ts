import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import { dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { lastDayOf } from '@/lib/kernel/legal-time';
import type { JobActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { defaultLanguage, isLanguage, texts } from '@/lib/platform/i18n';
import { openFileName } from '@/lib/platform/storage';
import { getRuleInTx } from '@/lib/tenants/api';
import { may } from '../access';
import { stepFor } from '../domain/case-lifecycle';
import { type SupplementRequest, supplementContext } from '../domain/case-seals';
import { moveCaseInTx, noteInCaseInTx, unscopedLockCaseInTx } from './case-in-tx';

/** The id that our own request has beside the office's: one per file, however often it is asked for. */
const fileRequestId = (fileId: string): string => `file-${fileId}`;

/**
 * Asks her for another file in the place of one that was infected and is gone: a request like the office's, in her
 * language, whose answer goes to the office. In a case that is decided or has ended nothing is asked any more, but it
 * stands in the timeline. Run twice it is the same. Where what it lies with isn't sent yet, she gets a notice, and the page
 * she writes it on tells her.
 */
export async function askForFileAgainInTx(
  tx: Tx,
  actor: JobActor,
  { fileId, applicationId }: { fileId: string; applicationId?: string },
): Promise<void> {
  if (!may(actor, 'ask-for-file-again')) throw notFound();
  const { tenantId } = actor;
  const caseId = await caseOfInTx(tx, tenantId, fileId, applicationId);
  if (!caseId) return tellOfDraftInTx(tx, actor, fileId);
  const locked = await unscopedLockCaseInTx(tx, { tenantId }, caseId);
  const externalId = fileRequestId(fileId);
  const known = await tx.supplement.count({ where: { tenantId, caseId, externalId } });
  if (known > 0) return;
  const at = now();
  const step = stepFor(locked.phase, 'ask-supplement', { occurredAt: at, phaseSince: locked.phaseSince });
  if (typeof step === 'object') {
    const noted = await tx.caseEvent.count({
      where: { tenantId, caseId, kind: 'file-infected', refId: fileId },
    });
    if (noted === 0) await noteInCaseInTx(tx, locked, { at, event: 'file-infected', refId: fileId });
    return;
  }
  const id = newId();
  await moveCaseInTx(tx, locked, 'ask-supplement', { at, event: 'file-infected', refId: id });
  const today = dateInSweden(at);
  const { days } = await getRuleInTx(tx, tenantId, 'supplement.file-again', today);
  const dueOn = toDbDate(lastDayOf(today, { days }));
  await tx.supplement.create({
    data: {
      tenantId,
      id,
      caseId,
      externalId,
      requestSealed: sealJson(
        await requestInTx(tx, tenantId, fileId, locked.personId),
        supplementContext('request', tenantId, id),
      ),
      firstDueOn: dueOn,
      dueOn,
      askedAt: at,
    },
    select: { id: true },
  });
  await auditInTx(tx, actor, {
    action: 'cases.ask-for-file-again',
    subjectPersonId: locked.personId,
    objectType: 'supplement',
    objectId: id,
  });
  await emitInTx(tx, actor, {
    type: 'cases.supplement-asked',
    payload: { caseId, personId: locked.personId, supplementId: id },
    caseId,
  });
}

/** In an answer, a comment or an appeal that isn't sent: the page she writes it on says which file it was. */
async function tellOfDraftInTx(tx: Tx, actor: JobActor, fileId: string): Promise<void> {
  const draft = await draftOfInTx(tx, actor.tenantId, fileId);
  if (!draft) return;
  const { of, ids } = draft;
  await emitInTx(tx, actor, {
    type: 'cases.file-infected',
    payload: { caseId: of.id, personId: of.personId, ...ids },
  });
}

/** Whose draft it lies with, and of what. */
async function draftOfInTx(
  tx: Tx,
  tenantId: string,
  fileId: string,
): Promise<{ of: { id: string; personId: string }; ids: Record<string, string> } | null> {
  const select = { id: true, case: { select: { id: true, personId: true } } };
  const supplement = await tx.supplement.findFirst({
    where: { tenantId, status: 'asked', files: { some: { fileId, partId: null } } },
    select,
  });
  if (supplement) return { of: supplement.case, ids: { supplementId: supplement.id } };
  const round = await tx.commentRound.findFirst({
    where: {
      tenantId,
      status: { in: ['open', 'answered'] },
      files: { some: { fileId, isMaterial: false, commentId: null } },
    },
    select,
  });
  if (round) return { of: round.case, ids: { roundId: round.id } };
  const appeal = await tx.appeal.findFirst({
    where: { tenantId, sentAt: null, files: { some: { fileId } } },
    select: { decisionId: true, case: select.case },
  });
  return appeal && { of: appeal.case, ids: { decisionId: appeal.decisionId } };
}

/** The case of the application it came with, or of the answer, the comment or the appeal that was sent with it. */
async function caseOfInTx(
  tx: Tx,
  tenantId: string,
  fileId: string,
  applicationId: string | undefined,
): Promise<string | undefined> {
  if (applicationId) {
    const found = await tx.case.findUnique({
      where: { tenantId_applicationId: { tenantId, applicationId } },
      select: { id: true },
    });
    return found?.id;
  }
  const put = await tx.supplementFile.findFirst({
    where: { tenantId, fileId, partId: { not: null } },
    select: { supplement: { select: { caseId: true } } },
  });
  if (put) return put.supplement.caseId;
  const withComment = await tx.commentFile.findFirst({
    where: { tenantId, fileId, commentId: { not: null } },
    select: { round: { select: { caseId: true } } },
  });
  if (withComment) return withComment.round.caseId;
  const appealed = await tx.appealFile.findFirst({
    where: { tenantId, fileId, appeal: { sentAt: { not: null } } },
    select: { appeal: { select: { caseId: true } } },
  });
  return appealed?.appeal.caseId;
}

async function requestInTx(
  tx: Tx,
  tenantId: string,
  fileId: string,
  personId: string,
): Promise<SupplementRequest> {
  const [file, person] = [
    await tx.storedFile.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: fileId } },
      select: { tenantId: true, id: true, nameSealed: true },
    }),
    await getPersonInTx(tx, tenantId, personId),
  ];
  const language = isLanguage(person.language) ? person.language : defaultLanguage;
  const t = texts(language);
  const name = openFileName(file);
  return {
    text: t('cases:file-again.text', { name }),
    items: [{ id: 'file', text: t('cases:file-again.item', { name }) }],
    language,
    replaces: fileId,
  };
}
