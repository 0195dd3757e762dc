import 'server-only';
import { addDays, type CalendarDate, dateInSweden, parseSaneDate } from '@/lib/kernel/calendar-date';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import { bookedAheadInTx } from './booked-ahead-in-tx';
import { type Closing, countClosedInTx } from './closed-bookings-in-tx';
import { closedWhomInTx } from './closed-whom-in-tx';
import { byName, officerName } from './officer-name';

/** Somebody or something that can be closed, as a form says it: "officer:…", "place:…", "room:…". */
export interface Closable {
  value: string;
  name: string;
  /** it can be booked; of the others, those where people are booked all the same */
  isOpen: boolean;
}

export interface ClosedView {
  id: string;
  /** null: all */
  whom: string | null;
  from: CalendarDate;
  /** the last day */
  to: CalendarDate;
  movesBooked: boolean;
  /** how many are booked then all the same; of a closed day, those who have not got another time yet */
  booked: number;
}

export interface Closed {
  closed: ClosedView[];
  closable: Closable[];
  /** of what is asked about: how many are booked; null where it is not to be understood */
  asked: { whom: string; day: CalendarDate; booked: number } | null;
}

/** What is closed from today on, and how many are booked on a day that may be closed. Numbers, never whose. */
export function listClosed(
  actor: Actor,
  { whom, day: dayText }: { whom?: string; day?: string } = {},
): Promise<Closed> {
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
        from: dateInSweden(row.startsAt),
        to: dateInSweden(new Date(row.endsAt.getTime() - 1)),
        movesBooked: row.movesBooked,
        booked: await count(row),
      });
    }
    const day = parseSaneDate(dayText ?? '');
    const meant = whom ? await closedWhomInTx(tx, tenantId, whom) : null;
    if (!whom || !meant || !day || day < today) return { closed, closable, asked: null };
    const closing = { officerId: null, placeId: null, roomId: null, ...meant };
    const [startsAt, endsAt] = [day, addDays(day, 1)].map((one) => new Date(wallInstant(one, 0)));
    if (!startsAt || !endsAt) throw new Error('A day begins and ends');
    return {
      closed,
      closable,
      asked: { whom, day, booked: await count({ ...closing, startsAt, endsAt }) },
    };
  });
}
