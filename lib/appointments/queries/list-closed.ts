import 'server-only';
import { type CalendarDate, dateInSweden, startInSweden } from '@/lib/kernel/calendar-date';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import type { Problems } from '../domain/posted';
import { bookedAheadInTx } from './booked-ahead-in-tx';
import { type Closing, countClosedInTx } from './closed-bookings-in-tx';
import { byName, officerName } from './officer-name';
import { type ClosedSpan, type PostedClosed, readClosedInTx } from './read-closed-in-tx';

/** Somebody or something that can be closed, as a form says it: "officer:…", "place:…", "room:…". */
export interface Closable {
  value: string;
  name: string;
  /** it can be booked; of the others, those where people are booked all the same */
  isOpen: boolean;
}

export interface ClosedTime {
  from: CalendarDate;
  /** the last day */
  to: CalendarDate;
  /** where it is a part of a day: from when until when */
  part: ClosedSpan | null;
}

export interface ClosedView extends ClosedTime {
  id: string;
  /** null: all */
  whom: string | null;
  movesBooked: boolean;
  /** how many are booked then all the same; of a closed day, those who have not got another time yet */
  booked: number;
}

export interface Closed {
  closed: ClosedView[];
  closable: Closable[];
  /** of what is asked about: how many are booked; null where nothing is, or it is not to be understood */
  asked: (ClosedTime & { booked: number }) | null;
  /** what is wrong with what is asked about, by field */
  problems: Problems;
}

/** What a span is for people. What closes for good does so until a midnight, whenever it began: it is said as days. */
function closedTime({ startsAt, endsAt }: ClosedSpan): ClosedTime {
  const to = dateInSweden(new Date(endsAt.getTime() - 1));
  const isPart = startInSweden(dateInSweden(endsAt)).getTime() !== endsAt.getTime();
  return { from: dateInSweden(startsAt), to, part: isPart ? { startsAt, endsAt } : null };
}

/** What is closed from today on, and how many are booked when it may be closed. Numbers, never whose. */
export function listClosed(actor: Actor, wanted?: Omit<PostedClosed, 'to'>): Promise<Closed> {
  return read(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId } = actor;
    const at = now();
    const today = dateInSweden(at);
    const officers = await tx.meetingOfficer.findMany({
      where: { tenantId },
      select: { id: true, nameSealed: true, isOpen: true },
    });
    const places = await tx.meetingPlace.findMany({
      where: { tenantId },
      orderBy: { name: 'asc' },
      select: { id: true, name: true, isOpen: true, rooms: { orderBy: { name: 'asc' } } },
    });
    const known: Closable[] = [
      ...officers
        .map(({ id, nameSealed, isOpen }) => ({
          value: `officer:${id}`,
          name: officerName(tenantId, { id, nameSealed }),
          isOpen,
        }))
        .sort(byName),
      ...places.flatMap(({ id, name, isOpen, rooms }) => [
        { value: `place:${id}`, name, isOpen },
        ...rooms.map((room) => ({
          value: `room:${room.id}`,
          name: `${name}, ${room.name}`,
          isOpen: isOpen && room.isOpen,
        })),
      ]),
    ];
    const ahead = await bookedAheadInTx(tx, tenantId, at);
    const booked = new Set([
      ...[...ahead.officer.keys()].map((id) => `officer:${id}`),
      ...[...ahead.place.keys()].map((id) => `place:${id}`),
      ...[...ahead.room.keys()].map((id) => `room:${id}`),
    ]);
    const closable = known.filter(({ isOpen, value }) => isOpen || booked.has(value));
    const rows = await tx.openingException.findMany({
      where: { tenantId, endsAt: { gt: new Date(wallInstant(today, 0)) } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: 200,
    });
    const count = async (closing: Closing) => (await countClosedInTx(tx, tenantId, closing, at)).booked;
    const closed: ClosedView[] = [];
    for (const row of rows) {
      const [kind, id] = Object.entries({
        officer: row.officerId,
        place: row.placeId,
        room: row.roomId,
      }).find(([, one]) => one !== null) ?? [null];
      closed.push({
        id: row.id,
        whom: kind === null ? null : (known.find(({ value }) => value === `${kind}:${id}`)?.name ?? '–'),
        ...closedTime(row),
        movesBooked: row.movesBooked,
        booked: await count(row),
      });
    }
    if (!wanted) return { closed, closable, asked: null, problems: {} };
    const asked = await readClosedInTx(tx, tenantId, { ...wanted, to: '' }, at);
    if (!asked.closed) return { closed, closable, asked: null, problems: asked.problems };
    const { whom, spans } = asked.closed;
    const closing = { officerId: null, placeId: null, roomId: null, ...whom, ...spans[0] };
    return {
      closed,
      closable,
      asked: { ...closedTime(spans[0]), booked: await count(closing) },
      problems: {},
    };
  });
}
