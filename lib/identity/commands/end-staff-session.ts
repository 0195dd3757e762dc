import 'server-only';
import type { AdminActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { visibleStaffSessions } from '../access';

/** Logs out: the row ends, wherever the cookie has been copied. Ended twice is ended. */
export async function endStaffSession(
  actor: AdminActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  await write(actor, async (tx) => {
    const { count } = await tx.staffSession.updateMany({
      where: { ...visibleStaffSessions(actor), id: actor.sessionId, endedAt: null },
      data: { endedAt: now(), endReason: 'logged-out' },
    });
    if (count === 0) return;
    await auditInTx(tx, actor, {
      action: 'identity.log-out-staff',
      objectType: 'staff-session',
      objectId: actor.sessionId,
    });
  });
}
