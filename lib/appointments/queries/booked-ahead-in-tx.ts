import 'server-only';
import type { Tx } from '@/lib/platform/db';

export interface BookedBy {
  officer: ReadonlyMap<string, number>;
  place: ReadonlyMap<string, number>;
  room: ReadonlyMap<string, number>;
  type: ReadonlyMap<string, number>;
}

interface Row {
  officerId: string | null;
  placeId: string | null;
  roomId: string | null;
  typeId: string;
  n: number;
}

/** How many are booked from now on with each officer, at each place, in each room and of each type. */
export async function bookedAheadInTx(tx: Tx, tenantId: string, now: Date): Promise<BookedBy> {
  const rows = await tx.$queryRaw<Row[]>`
    select m.officer_id as "officerId", m.place_id as "placeId", m.room_id as "roomId", m.type_id as "typeId", count(*)::int as n
      from meeting m
      join booking b on b.tenant_id = m.tenant_id and b.meeting_id = m.id and b.state = 'booked'
     where m.tenant_id = ${tenantId} and m.state = 'open' and m.starts_at > ${now} and m.busy_from > ${now}::timestamptz - interval '3 days'
     group by m.officer_id, m.place_id, m.room_id, m.type_id`;
  const by = (idOf: (row: Row) => string | null): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const id = idOf(row);
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + row.n);
    }
    return counts;
  };
  return {
    officer: by(({ officerId }) => officerId),
    place: by(({ placeId }) => placeId),
    room: by(({ roomId }) => roomId),
    type: by(({ typeId }) => typeId),
  };
}
