import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { forbidden, notFound } from '@/lib/platform/errors';
import { guarded, may, visibleSessions } from '../access';

/**
 * Ends one of one's own log-ins, also the one in use (then it is a log-out). Ended twice is ended.
 * @throws NotFound for somebody else's
 */
export async function endSession(
  actor: ResidentActor,
  sessionId: string,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  await guarded(actor, 'identity.end-session', 'session', sessionId, () =>
    write(actor, async (tx) => {
      if (!may(actor, 'end-session')) throw forbidden();
      const where = { ...visibleSessions(actor), id: sessionId };
      const { count } = await tx.authSession.updateMany({
        where: { ...where, endedAt: null },
        data: {
          endedAt: now(),
          endReason: sessionId === actor.sessionId ? 'logged-out' : 'ended-by-person',
        },
      });
      if (count === 0) {
        if (!(await tx.authSession.findFirst({ where, select: { id: true } }))) throw notFound();
        return;
      }
      await auditInTx(tx, actor, {
        action: sessionId === actor.sessionId ? 'identity.log-out' : 'identity.end-session',
        subjectPersonId: actor.personId,
        objectType: 'session',
        objectId: sessionId,
      });
    }),
  );
}
