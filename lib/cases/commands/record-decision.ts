import 'server-only';
import { type CalendarDate, toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { lookupHash, openJson, sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, invalid } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { storeFileInTx } from '@/lib/platform/storage';
import { checkUpload } from '@/lib/platform/upload';
import { getRuleInTx } from '@/lib/tenants/api';
import { guarded, requireSystemMay } from '../access';
import { appealLastOn, appealRules } from '../domain/appeal';
import { type DecisionContent, decisionContext } from '../domain/case-seals';
import { type DecisionMessage, happenedAt } from '../domain/office-messages';
import {
  endWhatIsAskedInTx,
  type LockedCase,
  lockCaseInTx,
  moveCaseInTx,
  noteInCaseInTx,
} from './case-in-tx';

interface Input extends DecisionMessage {
  caseId: string;
  /** the signed decision, a PDF */
  document?: { name: string; bytes: Uint8Array<ArrayBuffer> } | undefined;
}

/**
 * A decision has been made. It lies sealed until she opens it. Told again, it is the same; another content under the
 * same id is refused: a decision is changed by a new one. Requests still open fall away with it, unless it only says no
 * to what she asked under FL 12 §: then the case goes on.
 */
export async function recordDecisionInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, matter, follows, outcome, decidedOn, appeal, document, officer, ...rest }: Input,
): Promise<{ decisionId: string }> {
  requireSystemMay(actor, 'record-decision');
  // What is not refused is answered by deciding the case.
  if (matter === 'delay_request' && outcome !== 'rejected' && outcome !== 'dismissed')
    throw invalid({ outcome: 'errors:request-is-refused-only' });
  if (matter === 'appeal' && (outcome !== 'dismissed' || !follows))
    throw invalid({ outcome: 'errors:appeal-is-dismissed-only' });
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const content: DecisionContent = {
    decided: rest.decided,
    reasons: rest.reasons,
    validFrom: rest.validFrom,
    lawReference: rest.lawReference,
  };
  const announcedOn = appeal.kind === 'legality' ? toDbDate(appeal.announcedOn) : undefined;
  const file = document && (await checkedDocument(document));
  const known = await tx.decision.findUnique({
    where: { tenantId_caseId_externalId: { tenantId, caseId, externalId } },
    select: {
      id: true,
      matter: true,
      followsId: true,
      outcome: true,
      decidedOn: true,
      appealKind: true,
      announcedOn: true,
      sealed: true,
      file: { select: { hash: true } },
    },
  });
  if (known) {
    const first = openJson<DecisionContent>(known.sealed, decisionContext(tenantId, known.id));
    const isSame =
      known.matter === matter &&
      known.followsId === (follows ?? null) &&
      known.outcome === outcome &&
      known.decidedOn.getTime() === toDbDate(decidedOn).getTime() &&
      known.appealKind === appeal.kind &&
      known.announcedOn?.getTime() === announcedOn?.getTime() &&
      JSON.stringify(first) === JSON.stringify(content) &&
      sameBytes(known.file?.hash, file && lookupHash(file.bytes, 'stored-file'));
    if (!isSame) throw conflict('errors:decision-differs');
    return { decisionId: known.id };
  }
  const id = newId();
  const fileId = file && newId();
  if (file && fileId)
    await storeFileInTx(tx, fileId, { tenantId, ownerId: locked.personId, ...file, from: 'outside' });
  await tx.decision.create({
    data: {
      tenantId,
      id,
      caseId,
      externalId,
      matter,
      followsId: follows ?? null,
      outcome,
      decidedOn: toDbDate(decidedOn),
      sealed: sealJson(content, decisionContext(tenantId, id)),
      arrivedAt: now(),
      appealKind: appeal.kind,
      ...(appeal.kind === 'legality' && {
        announcedOn: toDbDate(appeal.announcedOn),
        appealLastOn: await legalityLastOnInTx(tx, tenantId, appeal.announcedOn),
      }),
      ...(fileId && { fileId }),
    },
    select: { id: true },
  });
  const happening = { at: happenedAt(rest, now()), refId: id, officer, fromOffice: true };
  if (matter === 'delay_request') {
    await noteInCaseInTx(tx, locked, { ...happening, event: 'delay-request-answered' });
  } else {
    await endWhatIsAskedInTx(tx, locked);
    await moveCaseInTx(tx, locked, 'decide', { ...happening, event: 'decided' });
  }
  await tell(tx, actor, locked, id);
  return { decisionId: id };
}

export const recordDecision = (actor: SystemActor, input: Input): Promise<{ decisionId: string }> =>
  guarded(actor, 'cases.record-decision', 'case', input.caseId, () =>
    write(actor, (tx) => recordDecisionInTx(tx, actor, input)),
  );

/** Its time runs whether she opens the decision or not, so its last day is known when it comes. */
async function legalityLastOnInTx(tx: Tx, tenantId: string, announcedOn: CalendarDate): Promise<Date> {
  const { weeks } = await getRuleInTx(tx, tenantId, appealRules.legality, announcedOn);
  return toDbDate(appealLastOn(announcedOn, weeks));
}

async function tell(tx: Tx, actor: SystemActor, { id: caseId, personId }: LockedCase, decisionId: string) {
  await auditInTx(tx, actor, {
    action: 'cases.record-decision',
    subjectPersonId: personId,
    objectType: 'decision',
    objectId: decisionId,
  });
  await emitInTx(tx, actor, {
    type: 'cases.decision-arrived',
    payload: { caseId, personId, decisionId },
    caseId,
  });
}

async function checkedDocument({ name, bytes }: NonNullable<Input['document']>) {
  const checked = await checkUpload(new File([bytes], name));
  if (!checked.ok || checked.value.mediaType !== 'application/pdf') {
    throw invalid({ document: 'errors:decision-must-be-pdf' });
  }
  return checked.value;
}

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
