import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { forbidden } from '@/lib/platform/errors';
import { may, visibleSessions } from '../access';

export interface MySession {
  id: string;
  /** "Firefox, Windows" */
  device: string;
  method: 'bankid' | 'broker';
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
}

/** One's own log-ins in force, the one in use first, then the latest seen. */
export async function listMySessions(actor: ResidentActor): Promise<MySession[]> {
  if (!may(actor, 'see-sessions')) throw forbidden();
  const now = clock();
  const rows = await read(actor, (tx) =>
    tx.authSession.findMany({
      where: {
        ...visibleSessions(actor),
        endedAt: null,
        idleExpiresAt: { gt: now },
        absoluteExpiresAt: { gt: now },
      },
      orderBy: { lastSeenAt: 'desc' },
      take: 100,
      select: { id: true, device: true, method: true, createdAt: true, lastSeenAt: true },
    }),
  );
  return rows
    .map((row) => ({
      ...row,
      method: row.method === 'broker' ? ('broker' as const) : ('bankid' as const),
      isCurrent: row.id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}
