import 'server-only';
import type { AdminActor } from '@/lib/platform/actor';
import { openJson, sha256 } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { isInForce, type SessionTimes } from '../domain/session-limits';
import { staffContext } from '../domain/staff-seals';

export interface StaffSessionInForce extends SessionTimes {
  actor: AdminActor;
}

/** The staff session a browser's token opens, or null when there is none in force. */
export async function findStaffSession(
  tenantId: string,
  token: string,
  now: Date,
): Promise<StaffSessionInForce | null> {
  const row = await read({ tenantId }, (tx) =>
    tx.staffSession.findUnique({
      where: { tenantId_tokenHash: { tenantId, tokenHash: sha256(token) } },
      select: {
        id: true,
        staffId: true,
        createdAt: true,
        lastSeenAt: true,
        idleExpiresAt: true,
        absoluteExpiresAt: true,
        endedAt: true,
        staff: { select: { nameSealed: true } },
      },
    }),
  );
  if (!row || !isInForce(row, now)) return null;
  const { id, staffId, staff, ...times } = row;
  const name = openJson<string>(staff.nameSealed, staffContext(tenantId, staffId));
  return { ...times, actor: { kind: 'admin', tenantId, staffId, sessionId: id, name } };
}
