import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { Prisma, type Tx, write } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { requireJobMay } from '../access';
import { answerUntil, offerableAt } from '../domain/earlier-time';
import { firstInLineInTx, type TimeToOffer, type Waiting } from '../queries/in-line-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { lockInLineInTx, offerInTx, WaitsNoMore } from './offer-in-tx';
import { tellOpenedInTx } from './tell-opened-in-tx';

/**
 * A time has come free: it is offered to whoever has waited longest for an earlier one of its kind, in the same way and at the
 * same place. It is hers alone for the type's minutes. A no, and minutes that pass without an answer, free it again, and this
 * runs for the next. At night it waits for the morning. What nobody wants may suit those who wait for other kinds.
 */
export async function offerEarlier(
  actor: JobActor,
  meetingId: string,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  requireJobMay(actor, 'offer-earlier');
  const offer = () => write(actor, (tx) => offerFreedInTx(tx, actor, meetingId, now));
  await offer().catch((error) => {
    // The next in line is asked at once.
    if (error instanceof WaitsNoMore) return offer();
    throw error;
  });
}

async function offerFreedInTx(tx: Tx, actor: JobActor, meetingId: string, now: () => Date): Promise<void> {
  const { tenantId } = actor;
  // One at a time for a time: whoever comes second sees that it is taken, and passes nobody by.
  await lockMeetingsInTx(tx, tenantId, [meetingId]);
  const freed = await tx.meeting.findUnique({
    where: { tenantId_id: { tenantId, id: meetingId } },
    include: { type: true },
  });
  if (!freed || freed.state === 'taken_away') return;
  const at = now();
  const isWanted = freed.type.isOpen && answerUntil(freed.type, freed.startsAt, at) !== null;
  const next = isWanted ? await lockNextInTx(tx, freed, at) : undefined;
  if (!next) return tellOtherKindsInTx(tx, freed);
  const runAt = offerableAt(at);
  if (runAt > at)
    return enqueueInTx(tx, {
      task: 'offer-earlier',
      payload: { tenantId, meetingId },
      runAt,
    });
  // In the meeting itself where it stands, else at its time.
  const time = { ...freed, meetingId: freed.state === 'open' ? meetingId : undefined };
  await offerInTx(tx, actor, time, next, at);
}

/** The first in line, with her wish locked. */
async function lockNextInTx(tx: Tx, freed: TimeToOffer, at: Date): Promise<Waiting | undefined> {
  const passed: string[] = [];
  for (;;) {
    const first = await firstInLineInTx(tx, freed, at, Prisma.sql`and not b.id = any(${passed}::uuid[])`);
    if (!first) return undefined;
    const still = await lockInLineInTx(tx, freed, first.bookingId, at);
    if (still) return still;
    passed.push(first.bookingId);
  }
}

type Freed = Prisma.MeetingGetPayload<object>;

/**
 * Its officer and its room can be booked for other kinds of meetings, of other lengths. Not where it was only held for some
 * minutes: then it was there for all a moment ago.
 */
async function tellOtherKindsInTx(tx: Tx, freed: Freed): Promise<void> {
  const { tenantId, id, typeId, officerId, roomId, busyFrom: from, busyTo: to, state } = freed;
  if (state !== 'cancelled') return;
  const [was] = await tx.$queryRaw<object[]>`
    select from booking b
     where b.tenant_id = ${tenantId} and b.meeting_id = ${id}::uuid
       and (b.booked_at is not null
            or exists (select from booking_event e
                        where e.tenant_id = b.tenant_id and e.booking_id = b.id and e.kind = 'earlier_offered'))
     limit 1`;
  if (!was) return;
  const other = { from, to, exceptTypeId: typeId };
  if (officerId) await tellOpenedInTx(tx, tenantId, { ...other, officerId });
  if (roomId) await tellOpenedInTx(tx, tenantId, { ...other, roomId });
}
