import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { log } from '@/lib/platform/log';
import { requireJobMay } from '../access';
import { reminderDue } from '../domain/reminder';

/** So many in one run; the next one, a minute later, takes the next ones. */
const AT_ONCE = 2000;

/**
 * Reminds those who have a time soon, so long before it as its type says. That she was is a row, written with what is told
 * of it, under a key of booking, time and reminder: two workers at once, or one that begins anew, remind her once, and of
 * a time that she is moved to anew.
 */
export async function remindOfMeetings(
  actor: JobActor,
  { now = clock, most = AT_ONCE }: { now?: () => Date; most?: number } = {},
): Promise<void> {
  requireJobMay(actor, 'remind');
  const at = now();
  const due = (await read(actor, (tx) => candidatesInTx(tx, actor.tenantId, at, most))).flatMap((one) => {
    const minutes = reminderDue(one, at);
    return minutes === null ? [] : [{ ...one, minutes }];
  });
  for (const one of due) {
    await write(actor, (tx) => remindInTx(tx, actor, one, now())).catch((error) =>
      log.error({ err: error, bookingId: one.bookingId }, 'a reminder of a meeting could not be made'),
    );
  }
}

interface Candidate {
  bookingId: string;
  startsAt: Date;
  gotAt: Date;
  remindMinutes: number[];
  reminded: number[];
}

/**
 * Times to come that a reminder's moment has passed of while she had them, and of that very moment she hasn't been
 * reminded: who booked after it must not fill a run before others.
 */
const candidatesInTx = (
  tx: Tx,
  tenantId: string,
  at: Date,
  most: number,
): Promise<Candidate[]> => tx.$queryRaw`
  select b.id as "bookingId", b.starts_at as "startsAt", t.remind_minutes as "remindMinutes",
         got.at as "gotAt",
         array(select r.minutes from booking_reminder r
                where r.tenant_id = b.tenant_id and r.booking_id = b.id and r.starts_at = b.starts_at) as reminded
    from booking b
    join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id
    join appointment_type t on t.tenant_id = m.tenant_id and t.id = m.type_id
    cross join lateral (
      select coalesce((select max(e.at) from booking_event e
                        where e.tenant_id = b.tenant_id and e.booking_id = b.id and e.starts_at = b.starts_at
                          and e.kind in ('booked', 'moved', 'moved_by_office')), b.booked_at) as at) got
   where b.tenant_id = ${tenantId} and b.state = 'booked' and b.starts_at > ${at}
     and b.starts_at <= ${at}::timestamptz + make_interval(mins => (
           select coalesce(max(early), 0) from appointment_type, unnest(remind_minutes) early
            where tenant_id = ${tenantId}))
     and exists (select from unnest(t.remind_minutes) early
                  where b.starts_at - make_interval(mins => early) between got.at and ${at}::timestamptz
                    and not exists (select from booking_reminder r
                                     where r.tenant_id = b.tenant_id and r.booking_id = b.id
                                       and r.starts_at = b.starts_at and r.minutes <= early))
   order by b.starts_at limit ${most}`;

/**
 * One statement finds the booking still so, holds it, and writes that she was reminded: whoever moves or cancels it comes
 * before, and then there is nothing to remind of, or after, and then what is told is looked at again before it is sent.
 */
async function remindInTx(
  tx: Tx,
  actor: JobActor,
  { bookingId, startsAt, minutes }: Candidate & { minutes: number },
  now: Date,
): Promise<void> {
  const { tenantId } = actor;
  const [reminded] = await tx.$queryRaw<{ personId: string; caseId: string | null }[]>`
    with mine as (
      select id, person_id, case_id from booking
       where tenant_id = ${tenantId} and id = ${bookingId}::uuid and state = 'booked'
         and starts_at = ${startsAt} and starts_at > ${now} for no key update),
    made as (
      insert into booking_reminder (tenant_id, booking_id, starts_at, minutes)
      select ${tenantId}, id, ${startsAt}, ${minutes} from mine on conflict do nothing returning booking_id)
    select mine.person_id as "personId", mine.case_id as "caseId" from mine join made on made.booking_id = mine.id`;
  if (!reminded) return;
  const { personId, caseId } = reminded;
  await emitInTx(tx, actor, {
    type: 'appointments.reminded',
    payload: { bookingId, personId, ...(caseId && { caseId }) },
    caseId: caseId ?? bookingId,
  });
}
