import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/db';
import { type PostedClosing, readClosed } from '../domain/closing-form';
import type { Problems } from '../domain/posted';

/** Who is closed: one of three, or all where none is. */
export interface ClosedWhom {
  officerId?: string;
  placeId?: string;
  roomId?: string;
}

export interface PostedClosed extends PostedClosing {
  whom: string;
}

interface ToClose {
  whom: ClosedWhom;
  /** one for whole days; of parts of days one for each */
  spans: [ClosedSpan, ...ClosedSpan[]];
}

export interface ClosedSpan {
  startsAt: Date;
  endsAt: Date;
}

/** Who is to be closed, and when; or what is wrong with it, field by field. */
export async function readClosedInTx(
  tx: Tx,
  tenantId: string,
  posted: PostedClosed,
  at: Date,
): Promise<{ closed: ToClose; problems?: never } | { closed: null; problems: Problems }> {
  const whom = await closedWhomInTx(tx, tenantId, posted.whom);
  const { spans, problems } = readClosed(posted, at);
  const [first, ...more] = spans.map(({ start, end }) => ({
    startsAt: new Date(start),
    endsAt: new Date(end),
  }));
  if (whom && first) return { closed: { whom, spans: [first, ...more] } };
  return {
    closed: null,
    problems: { ...(!whom && { whom: 'hours:exceptions.whom-missing' }), ...problems },
  };
}

/** "all", "officer:…", "place:…" or "room:…" as a form says it; null where there is no such. */
async function closedWhomInTx(tx: Tx, tenantId: string, text: string): Promise<ClosedWhom | null> {
  if (text === 'all') return {};
  const [kind, id = ''] = text.split(':', 2);
  if (!isId(id)) return null;
  const where = { tenantId, id };
  if (kind === 'officer') return (await tx.meetingOfficer.count({ where })) ? { officerId: id } : null;
  if (kind === 'place') return (await tx.meetingPlace.count({ where })) ? { placeId: id } : null;
  if (kind === 'room') return (await tx.meetingRoom.count({ where })) ? { roomId: id } : null;
  return null;
}
