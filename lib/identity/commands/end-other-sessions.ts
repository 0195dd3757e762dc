import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { forbidden } from '@/lib/platform/errors';
import { may, visibleSessions } from '../access';

/** Ends all of one's log-ins but the one in use. Tells how many there were. */
export async function endOtherSessions(
  actor: ResidentActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<number> {
  if (!may(actor, 'end-session')) throw forbidden();
  return write(actor, async (tx) => {
    const { count } = await tx.authSession.updateMany({
      where: { ...visibleSessions(actor), endedAt: null, id: { not: actor.sessionId } },
      data: { endedAt: now(), endReason: 'ended-by-person' },
    });
    if (count > 0)
      await auditInTx(tx, actor, { action: 'identity.end-other-sessions', subjectPersonId: actor.personId });
    return count;
  });
}
