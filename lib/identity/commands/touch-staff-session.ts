import 'server-only';
import type { AdminActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { getTenant } from '@/lib/tenants/api';
import { visibleStaffSessions } from '../access';
import { type SessionTimes, touched } from '../domain/session-limits';

/** Moves the idle limit, as touchSession does for a resident. Tells the new limit, or null if the session had ended. */
export async function touchStaffSession(
  actor: AdminActor,
  session: SessionTimes,
  now: Date,
): Promise<Date | null> {
  const { staff } = (await getTenant(actor.tenantId)).profile;
  // A municipality that has taken staff away has none, also those who were in.
  if (!staff) return null;
  const change = touched(session, now, { idleMinutes: staff.idleMinutes, absoluteHours: 1 });
  const { count } = await write(actor, (tx) =>
    tx.staffSession.updateMany({
      where: {
        ...visibleStaffSessions(actor),
        id: actor.sessionId,
        endedAt: null,
        idleExpiresAt: { gt: now },
      },
      data: change,
    }),
  );
  return count === 1 ? change.idleExpiresAt : null;
}
