import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { getTenant } from '@/lib/tenants/api';
import { type SessionTimes, touched } from '../domain/session-limits';

/**
 * Moves the idle limit: she is here. Never brings an ended or expired session back: the row must still be in force
 * when it is written, whatever was read before. Tells the new limit, or null if the session had ended meanwhile.
 */
export async function touchSession(
  actor: ResidentActor,
  session: SessionTimes,
  now: Date,
): Promise<Date | null> {
  const { sessions } = (await getTenant(actor.tenantId)).profile;
  const change = touched(session, now, sessions);
  const { count } = await write(actor, (tx) =>
    tx.authSession.updateMany({
      where: { tenantId: actor.tenantId, id: actor.sessionId, endedAt: null, idleExpiresAt: { gt: now } },
      data: change,
    }),
  );
  return count === 1 ? change.idleExpiresAt : null;
}
