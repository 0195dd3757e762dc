import 'server-only';
import { consumeSignOrderInTx } from '@/lib/identity/api';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, isAppError } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleApplications } from '../access';
import { type DocumentToSign, documentContext } from '../domain/application-seals';
import { type Draft, lockDraftInTx } from './draft-in-tx';
import { beginRoundInTx, goOnWithRoundInTx, roundInTx } from './signing-round-in-tx';
import { submitInTx } from './submit-in-tx';

export interface SignedApplication {
  applicationId: string;
  /** a completed sign order of this browser */
  orderId: string;
  browserToken: string;
}

/**
 * The applicant has signed. Where nobody else is to sign, that sends the application in: the signature is used, the
 * document frozen, the number given and the case opened in one transaction, or none of it. Else the others are asked,
 * and it is sent in when the last of them has signed. Nothing waits for the back office, which is told by the jobs this
 * leaves behind. Again, or twice at once, it is the same: the row's lock lets one through.
 * @returns the number; null while others are to sign
 * @throws Conflict when the answers have changed since the signature was begun, or it is not complete
 */
export function submitApplication(
  actor: Actor,
  { applicationId, orderId, browserToken }: SignedApplication,
  { now = clock }: { now?: () => Date } = {},
): Promise<{ number: string | null }> {
  const action = 'applications.submit-application';
  return guarded(actor, action, 'application', applicationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'write-own');
      const { tenantId } = actor;
      const draft = await draftOrNullInTx(() => lockDraftInTx(tx, actor, applicationId));
      if (!draft) {
        return tx.application.findFirstOrThrow({
          where: { ...visibleApplications(actor), id: applicationId },
          select: { number: true },
        });
      }
      const { documentSealed, documentHash: hash } = await tx.application.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: draft.id } },
        select: { documentSealed: true, documentHash: true },
      });
      if (!documentSealed || !hash) throw conflict('errors:signed-something-else');
      const signed = await consumeSignOrderInTx(tx, actor, {
        orderId,
        browserToken,
        subjectType: 'application',
        subjectId: draft.id,
        documentHash: hash,
      });
      const document = openJson<DocumentToSign>(documentSealed, documentContext(tenantId, draft.id));
      await beginRoundInTx(tx, draft, document, hash, signed);
      if (document.others.length === 0) {
        return submitInTx(tx, actor, { ...draft, snapshot: document.snapshot, hash }, now());
      }
      await askTheOthersInTx(tx, actor, draft, now());
      return { number: null };
    }),
  );
}

async function askTheOthersInTx(
  tx: Tx,
  actor: ResidentActor,
  { tenantId, id }: Draft,
  at: Date,
): Promise<void> {
  await tx.application.update({
    where: { tenantId_id: { tenantId, id }, status: 'draft' },
    data: { status: 'awaiting_signatures', returnedAt: null, returnedReason: null },
    select: { id: true },
  });
  const round = await roundInTx(tx, tenantId, id);
  if (!round) throw new Error('The round has just begun');
  await goOnWithRoundInTx(tx, actor, round, at);
}

/** Null where it has been signed already: what came of it is told again. */
async function draftOrNullInTx(find: () => Promise<Draft>): Promise<Draft | null> {
  try {
    return await find();
  } catch (error) {
    if (isAppError(error, 'AlreadyDone')) return null;
    throw error;
  }
}
