import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { cleanText } from '@/lib/kernel/plain-text';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { alreadyDone, invalid, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireResidentMay } from '../access';
import { fieldOfItem, itemField } from '../domain/answer-fields';
import { type SupplementAnswer, supplementPartContext } from '../domain/case-seals';
import {
  type ItemTexts,
  isChangedElsewhere,
  itemsAnswered,
  itemTooLong,
  sameTexts,
  textsOf,
} from '../domain/supplement';
import { areAmong, type PutFile, refuseInfected } from '../draft-files';
import { endSupplementInTx, noteInCaseInTx } from './case-in-tx';
import { addFilesInTx, draftFilesInTx, type LockedSupplement, lockSupplementInTx } from './supplement-in-tx';

interface Input {
  supplementId: string;
  texts: ItemTexts;
  /** the supplement's version when the page was loaded */
  version: number;
  /** besides those put to the draft earlier */
  files?: readonly PutFile[];
  /** "this is all I have": nothing more is waited for, also where something is not answered */
  isAll?: boolean;
}

export type Answered =
  /** `isAnswered`: nothing more is waited for */
  | { outcome: 'sent'; isAnswered: boolean }
  /** the draft was changed elsewhere since the page was loaded: nothing is sent, and the draft stands */
  | { outcome: 'stale' }
  /** the municipality's own status takes nothing just now: nothing is sent, and the files are kept with the draft */
  | { outcome: 'closed' };

/**
 * Sends what she has now, as a part of her answer. The request is answered when something is sent about each thing asked
 * for, or when she says that this is all. After the due date it is still taken in, for as long as the office asks for it.
 * The same part again (a double click) is the same; something else to what is answered is refused, and nothing of it is
 * kept. A stale page's answer isn't sent unasked; its files are kept with the draft.
 */
export function answerSupplement(actor: ResidentActor, input: Input): Promise<Answered> {
  return guarded(actor, 'cases.answer-supplement', 'supplement', input.supplementId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'answer-supplement');
      const supplement = await lockSupplementInTx(tx, actor, input.supplementId);
      const { files = [], isAll = false } = input;
      if (isRepeat(supplement, input, files)) {
        return { outcome: 'sent', isAnswered: supplement.status !== 'asked' };
      }
      if (supplement.status === 'withdrawn') throw notNow('errors:supplement-closed');
      if (supplement.status !== 'asked') throw alreadyDone('errors:supplement-answered');
      const tooLong = itemTooLong(textsOf(supplement.items, input.texts));
      if (tooLong !== undefined)
        throw invalid({ [fieldOfItem(supplement.items, 'text', tooLong)]: 'errors:text-too-long' });
      await addFilesInTx(tx, actor, supplement, files);
      if (supplement.isClosed) return { outcome: 'closed' };
      if (isChangedElsewhere(supplement, input)) return { outcome: 'stale' };
      const complete = await lockSupplementInTx(tx, actor, input.supplementId);
      return {
        outcome: 'sent',
        isAnswered: await sendInTx(tx, actor, complete, { texts: input.texts, isAll }),
      };
    }),
  );
}

/** Whether a posting repeats the part that was sent last, from a page loaded before that. */
function isRepeat(
  { parts, version, items }: LockedSupplement,
  input: { texts: ItemTexts; version: number },
  files: readonly PutFile[],
): boolean {
  const last = parts.at(-1);
  if (!last || input.version >= version) return false;
  return sameTexts(last.texts, textsOf(items, input.texts, cleanText)) && areAmong(files, last.files);
}

/** @returns whether nothing more is waited for */
async function sendInTx(
  tx: Tx,
  actor: ResidentActor,
  supplement: LockedSupplement,
  posted: { texts: ItemTexts; isAll: boolean },
): Promise<boolean> {
  const { id, items, parts, files, locked } = supplement;
  const { tenantId, personId } = actor;
  refuseInfected(draftFilesInTx(tx, supplement));
  const texts = textsOf(items, posted.texts, cleanText);
  const isEmpty = Object.keys(texts).length === 0 && files.length === 0;
  if (isEmpty && !(posted.isAll && parts.length > 0))
    throw invalid({ [itemField('text', 1)]: 'errors:answer-empty' });
  const answered = itemsAnswered([...parts, { texts, files }]);
  const isLast = posted.isAll || items.every((item) => answered.has(item.id));

  const at = now();
  const partId = newId();
  const sent: SupplementAnswer = { texts };
  await tx.supplementPart.create({
    data: {
      tenantId,
      id: partId,
      supplementId: id,
      number: parts.length + 1,
      sealed: sealJson(sent, supplementPartContext(tenantId, partId)),
      isLast,
      sentAt: at,
    },
    select: { id: true },
  });
  await tx.supplementFile.updateMany({
    where: { tenantId, supplementId: id, partId: null },
    data: { partId },
  });
  await tx.supplement.update({
    where: { tenantId_id: { tenantId, id }, status: 'asked' },
    data: {
      answerSealed: null,
      version: { increment: 1 },
      ...(isLast && { status: 'answered', answeredAt: at }),
    },
    select: { id: true },
  });
  const event = isLast ? 'supplement-answered' : 'supplement-part-sent';
  const happening = { at, event, refId: id } as const;
  await (isLast ? endSupplementInTx : noteInCaseInTx)(tx, locked, happening);
  await auditInTx(tx, actor, {
    action: 'cases.answer-supplement',
    subjectPersonId: personId,
    objectType: 'supplement',
    objectId: id,
  });
  await emitInTx(tx, actor, {
    type: 'cases.supplement-answered',
    payload: { caseId: locked.id, personId, supplementId: id, partId },
    caseId: locked.id,
  });
  return isLast;
}
