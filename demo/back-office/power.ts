import type { Pool } from 'pg';

/*
 * The main switch, for whoever wants to see what the portal does without its back office. Off: the portal's calls are cut
 * off without an answer, nothing is fetched, nothing is sent. It outlives a restart.
 */

/** Until when the system is switched off, or null while it is on. */
export async function offUntil(pool: Pool, now: Date): Promise<Date | null> {
  const { rows } = await pool.query<{ off_until: Date }>('select off_until from power');
  const until = rows[0]?.off_until;
  return until && until > now ? until : null;
}

export async function switchOff(pool: Pool, until: Date): Promise<void> {
  await pool.query(
    'insert into power (off_until) values ($1) on conflict (only_row) do update set off_until = excluded.off_until',
    [until],
  );
}

export async function switchOn(pool: Pool): Promise<void> {
  await pool.query('delete from power');
}
