import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/db';

/** Who is closed: one of three, or all where none is. */
export interface ClosedWhom {
  officerId?: string;
  placeId?: string;
  roomId?: string;
}

/** "all", "officer:…", "place:…" or "room:…" as a form says it; null where there is no such. */
export async function closedWhomInTx(tx: Tx, tenantId: string, text: string): Promise<ClosedWhom | null> {
  if (text === 'all') return {};
  const [kind, id = ''] = text.split(':', 2);
  if (!isId(id)) return null;
  const where = { tenantId, id };
  if (kind === 'officer') return (await tx.meetingOfficer.count({ where })) ? { officerId: id } : null;
  if (kind === 'place') return (await tx.meetingPlace.count({ where })) ? { placeId: id } : null;
  if (kind === 'room') return (await tx.meetingRoom.count({ where })) ? { roomId: id } : null;
  return null;
}
