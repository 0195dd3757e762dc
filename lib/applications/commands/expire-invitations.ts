import 'server-only';
import { dateInSweden, fromDbDate, toDbDate } from '@/lib/kernel/calendar-date';
import type { JobActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { log } from '@/lib/platform/log';
import { may, roundsUnderWay } from '../access';
import { isTooLate } from '../domain/signing-round';
import { lockApplicationInTx, returnToDraftInTx, roundInTx } from './signing-round-in-tx';

/**
 * Where somebody has not answered by the last day, the application is the applicant's draft again, with all that was
 * written, and the applicant is told. One transaction for each: one that fails is tried again the next hour, and holds up no other.
 */
export async function expireInvitations(
  actor: JobActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  if (!may(actor, 'look-after-invitations')) throw notFound();
  const today = toDbDate(dateInSweden(now()));
  const late = await read(actor, (tx) =>
    tx.applicationSigner.findMany({
      where: { ...roundsUnderWay(actor), answerBy: { lt: today } },
      distinct: ['applicationId'],
      select: { applicationId: true },
    }),
  );
  for (const { applicationId } of late) {
    await expireOne(actor, applicationId, now()).catch((error) =>
      log.error({ err: error, applicationId }, 'an application could not be made a draft again'),
    );
  }
}

const expireOne = (actor: JobActor, applicationId: string, at: Date): Promise<void> =>
  write(actor, async (tx) => {
    const { tenantId } = actor;
    await lockApplicationInTx(tx, tenantId, applicationId);
    const round = await roundInTx(tx, tenantId, applicationId);
    if (!round) return;
    const invited = await tx.applicationSigner.findMany({
      where: { tenantId, applicationId, documentHash: round.hash, status: 'invited' },
      select: { id: true, answerBy: true },
    });
    const today = dateInSweden(at);
    const late = invited.filter(({ answerBy }) => answerBy && isTooLate(fromDbDate(answerBy), today));
    // Signed in the meantime, or the next one has just been asked.
    if (late.length === 0) return;
    await tx.applicationSigner.updateMany({
      where: { tenantId, id: { in: late.map(({ id }) => id) } },
      data: { status: 'expired' },
    });
    await returnToDraftInTx(tx, round, 'expired', at);
    await auditInTx(tx, actor, {
      action: 'applications.expire-invitations',
      subjectPersonId: round.personId,
      objectType: 'application',
      objectId: applicationId,
    });
    await emitInTx(tx, actor, {
      type: 'applications.signatures-expired',
      payload: { applicationId, personId: round.personId },
    });
  });
