import type { Pool, PoolClient } from 'pg';
import { type Answer, type Call, notFound, pageAnswer, type System, seeOther } from './answers';
import type { BookingMessage } from './booking-message';
import { bookingsBody } from './booking-pages';
import { inTransaction } from './database';
import { leaveMessage } from './outbox';

/* Booked times: about a case that is here, or of a kind of meeting whose bookings this system gets. */

export interface BookingRow {
  portal_id: string;
  municipality: string;
  /** this system's own number of the case; null: it is about none */
  case_number: string | null;
  case_id: number | null;
  starts_at: Date;
  content: BookingMessage;
}

/** Filed as it is now: what is read later is newer. */
export async function fileBooking(
  client: PoolClient,
  municipality: string,
  portalCaseId: string | undefined,
  booking: BookingMessage,
): Promise<{ caseId: number | null; number: string }> {
  const { rows } = await client.query<{ id: number; number: string }>(
    'select id, number from case_file where municipality = $1 and portal_case_id = $2',
    [municipality, portalCaseId ?? null],
  );
  const [found] = rows;
  await client.query(
    `insert into booking (portal_id, municipality, case_id, starts_at, content) values ($1, $2, $3, $4, $5)
       on conflict (portal_id) do update set starts_at = excluded.starts_at, content = excluded.content`,
    [booking.id, municipality, found?.id ?? null, booking.startsAt, booking],
  );
  return { caseId: found?.id ?? null, number: found?.number ?? `TID-${booking.id.slice(-8)}` };
}

const listBookings = async (pool: Pool): Promise<BookingRow[]> =>
  (
    await pool.query<BookingRow>(
      `select booking.*, case_file.number as case_number from booking left join case_file on case_file.id = case_id
        order by booking.starts_at desc limit 200`,
    )
  ).rows;

export const showBookings = async (
  system: System,
  call: Call,
  error: string | null = null,
): Promise<Answer> =>
  pageAnswer(
    'Bokade tider',
    call,
    bookingsBody(await listBookings(system.pool), new Date(), error),
    error ? 422 : 200,
  );

/** Whether somebody came, once it has begun; or that the officer can't meet her then, before it has. */
export async function handleBooking(system: System, call: Call, parts: string[]): Promise<Answer> {
  const form = await call.form();
  const deed = String(form.get('deed') ?? '');
  const reason = String(form.get('reason') ?? '').trim();
  const state = deed === 'kept' || deed === 'missed' ? deed : 'taken_away';
  if (state === 'taken_away' && !reason) return showBookings(system, call, 'Skriv varför tiden ställs in.');
  const isFound = await inTransaction(system.pool, async (client) => {
    const { rows } = await client.query<{ municipality: string; case_id: number | null }>(
      `update booking set content = content || jsonb_build_object('state', $2::text)
        where portal_id = $1 and content ->> 'state' = 'booked' and (starts_at > now()) = ($2 = 'taken_away')
        returning municipality, case_id`,
      [parts[0], state],
    );
    const [row] = rows;
    if (!row) return false;
    const occurredAt = new Date().toISOString();
    await leaveMessage(client, {
      municipality: row.municipality,
      caseId: row.case_id,
      method: 'PUT',
      path: `/bookings/${parts[0]}/${state === 'taken_away' ? 'cancellation' : 'outcome'}`,
      body: state === 'taken_away' ? { occurredAt, reason } : { occurredAt, outcome: state },
      what: 'Bokad tid',
    });
    return true;
  });
  if (!isFound) return notFound(call);
  system.wake();
  return seeOther('/bookings');
}
