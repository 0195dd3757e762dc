import 'server-only';
import { cleanText } from '@/lib/kernel/plain-text';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { lookupHash, sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { alreadyDone, invalid, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import type { CheckedFile } from '@/lib/platform/upload';
import { guarded, requireResidentMay } from '../access';
import { type SupplementAnswer, supplementContext } from '../domain/case-seals';
import { isChangedElsewhere, MAX_TEXT } from '../domain/supplement';
import { moveCaseInTx, noteInCaseInTx, openSupplementsInTx } from './case-in-tx';
import { addFilesInTx, type LockedSupplement, lockSupplementInTx } from './supplement-in-tx';

interface Input {
  supplementId: string;
  text: string;
  /** the supplement's version when the page was loaded */
  version: number;
  /** besides those put to the draft earlier */
  files?: readonly CheckedFile[];
}

export type Answered =
  | { outcome: 'sent' }
  /** the draft was changed elsewhere since the page was loaded: nothing is sent, and the draft stands */
  | { outcome: 'stale' };

/**
 * Sends her answer. After the due date it is still taken in, for as long as the office asks for it. The same answer
 * again (a double click) is the same; another answer to what is answered is refused, and nothing of it is kept. A stale
 * page's answer isn't sent unasked; its files are kept with the draft. What was sent takes the draft's place.
 */
export function answerSupplement(actor: ResidentActor, input: Input): Promise<Answered> {
  const action = 'cases.answer-supplement';
  return guarded(actor, action, 'supplement', input.supplementId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'answer-supplement');
      const { tenantId, personId } = actor;
      const supplement = await lockSupplementInTx(tx, actor, input.supplementId);
      const { id, locked } = supplement;
      const text = cleanText(input.text);
      const { files = [] } = input;
      if (supplement.status !== 'asked') {
        await requireSameAnswer(tx, supplement, text, files);
        return { outcome: 'sent' };
      }
      if (text.length > MAX_TEXT) throw invalid({ text: 'errors:text-too-long' });
      await addFilesInTx(tx, actor, supplement, files);
      if (isChangedElsewhere(supplement, input)) return { outcome: 'stale' };
      const fileCount = await tx.supplementFile.count({ where: { tenantId, supplementId: id } });
      // She may not have seen it yet: sent silently without the file, the answer would not be what she meant.
      const infectedCount = await tx.supplementFile.count({
        where: { tenantId, supplementId: id, file: { scanState: 'infected' } },
      });
      if (infectedCount > 0) throw invalid({ files: 'errors:answer-has-infected' });
      if (!text && fileCount === 0) throw invalid({ text: 'errors:answer-empty' });

      const at = now();
      const answer: SupplementAnswer = { text };
      await tx.supplement.update({
        where: { tenantId_id: { tenantId, id }, status: 'asked' },
        data: {
          status: 'answered',
          answeredAt: at,
          answerSealed: sealJson(answer, supplementContext('answer', tenantId, id)),
          version: { increment: 1 },
        },
        select: { id: true },
      });
      const happening = { at, event: 'supplement-answered', refId: id } as const;
      if ((await openSupplementsInTx(tx, locked)) === 0) {
        await moveCaseInTx(tx, locked, 'last-supplement-done', happening);
      } else {
        await noteInCaseInTx(tx, locked, happening);
      }
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: personId,
        objectType: 'supplement',
        objectId: id,
      });
      await emitInTx(tx, actor, {
        type: 'cases.supplement-answered',
        payload: { caseId: locked.id, personId, supplementId: id },
        caseId: locked.id,
      });
      return { outcome: 'sent' };
    }),
  );
}

/** Whether a posting repeats the answer that was sent. Anything else must not be taken for sent. */
async function requireSameAnswer(
  tx: Tx,
  { id, status, text: sent, locked }: LockedSupplement,
  text: string,
  files: readonly CheckedFile[],
): Promise<void> {
  if (status === 'withdrawn' || sent === null) throw notNow('errors:supplement-closed');
  const { tenantId } = locked;
  const rows = await tx.supplementFile.findMany({
    where: { tenantId, supplementId: id },
    select: { file: { select: { hash: true } } },
  });
  const hashes = new Set(rows.map(({ file }) => Buffer.from(file.hash).toString('hex')));
  const isSame =
    sent === text &&
    files.every(({ bytes }) => hashes.has(Buffer.from(lookupHash(bytes, 'stored-file')).toString('hex')));
  if (!isSame) throw alreadyDone('errors:supplement-answered');
}
