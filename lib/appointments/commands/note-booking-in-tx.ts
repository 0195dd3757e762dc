import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { seal } from '@/lib/platform/crypto';
import { Prisma, type Tx } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { writeLastInTx } from '@/lib/platform/trail';
import { reasonContext } from '../domain/booking-seals';
import type { BookingEventKind } from '../domain/words';

export interface BookingNews {
  kind: BookingEventKind;
  bookingId: string;
  personId: string;
  caseId: string | null;
  /** of the meeting after it */
  startsAt: Date;
  reason?: string | undefined;
}

const eventOf = {
  booked: 'appointments.booked',
  moved: 'appointments.moved',
  cancelled: 'appointments.cancelled',
  taken_away: 'appointments.taken-away',
  moved_by_office: 'appointments.moved-by-office',
  earlier_offered: 'appointments.earlier-offered',
  kept: null,
  missed: null,
} as const;

/** What became of a booking: in its story, in the audit log, and told to those who listen. */
export async function noteBookingInTx(tx: Tx, actor: Actor, news: BookingNews): Promise<void> {
  const { tenantId } = actor;
  const { kind, bookingId, personId, caseId, startsAt, reason } = news;
  const id = newId();
  const by = actor.kind === 'resident' ? 'resident' : actor.kind === 'job' ? 'rule' : 'office';
  const reasonSealed = reason ? seal(reason, reasonContext(tenantId, id)) : null;
  writeLastInTx(
    tx,
    Prisma.sql`
      insert into booking_event (tenant_id, id, booking_id, kind, by, starts_at, reason_sealed, at)
      values (${tenantId}, ${id}::uuid, ${bookingId}::uuid, ${kind}, ${by}, ${startsAt}::timestamptz, ${reasonSealed}::bytea, ${now()}::timestamptz)`,
  );
  await auditInTx(tx, actor, {
    action: `appointments.${kind.replaceAll('_', '-')}`,
    subjectPersonId: personId,
    objectType: 'booking',
    objectId: bookingId,
  });
  const type = eventOf[kind];
  if (type)
    await emitInTx(
      tx,
      { tenantId },
      {
        type,
        payload: { bookingId, bookingEventId: id, personId, ...(caseId && { caseId }) },
        // What is told of one booking keeps its order.
        caseId: caseId ?? bookingId,
      },
    );
}
