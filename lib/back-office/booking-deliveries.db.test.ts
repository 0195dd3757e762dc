import { describe, expect, it } from 'vitest';
import { noteBookingInTx } from '@/lib/appointments/commands/note-booking-in-tx';
import { assignCaseToSystemInTx } from '@/lib/cases/api';
import { read, write } from '@/lib/platform/db';
import { createBooking, createMeeting, createType, minutesAfter } from '@/lib/testing/appointments-world';
import { createSubmitted, createSystem } from '@/lib/testing/back-office-world';
import { aJob } from '@/lib/testing/builders';
import { residentOf } from '@/lib/testing/cases-world';
import { sendOne } from '@/lib/testing/messages-world';
import { planBookingDelivery } from './commands/plan-booking-delivery';
import { planMessageDelivery } from './commands/plan-message-delivery';
import { isBehindUnplannedInTx } from './queries/is-behind-unplanned-in-tx';

const tenantId = 'granvik';
const job = aJob(tenantId);

/** A time of hers about a case, and what she does with it. */
async function bookedAboutCase() {
  const { caseId, personId } = await createSubmitted(tenantId);
  const resident = residentOf(tenantId, personId);
  const startsAt = minutesAfter(new Date(), 3 * 1440);
  const meeting = await createMeeting(await createType(tenantId), startsAt);
  const bookingId = await createBooking(meeting, resident, { caseId });
  const happens = async (kind: 'booked' | 'moved'): Promise<string> => {
    await write(resident, (tx) =>
      noteBookingInTx(tx, resident, { kind, bookingId, personId, caseId, startsAt }),
    );
    const { id } = await read(job, (tx) =>
      tx.bookingEvent.findFirstOrThrow({ where: { bookingId, kind }, orderBy: { id: 'desc' } }),
    );
    return id;
  };
  const assign = async () => {
    const { id: systemId } = await createSystem(tenantId, { services: [] });
    await write(job, (tx) => assignCaseToSystemInTx(tx, job, { caseId, systemId }));
  };
  return { caseId, resident, happens, assign };
}

const late = { code: 'UpstreamDown' };

describe('what becomes of a booking about a case', () => {
  it('is delivered in the order that it happened, with the rest of the case', async () => {
    const { caseId, resident, happens, assign } = await bookedAboutCase();
    await assign();
    const [booked, moved] = [await happens('booked'), await happens('moved')];
    const { messageId } = await sendOne(resident, { kind: 'case', caseId });
    await expect(planMessageDelivery(job, messageId)).rejects.toMatchObject(late);
    await expect(planBookingDelivery(job, moved)).rejects.toMatchObject(late);
    await planBookingDelivery(job, booked);
    await expect(planMessageDelivery(job, messageId)).rejects.toMatchObject(late);
    await planBookingDelivery(job, moved);
    await planMessageDelivery(job, messageId);
    const deliveries = await read(job, (tx) =>
      tx.delivery.findMany({ where: { tenantId, caseId }, orderBy: { id: 'asc' } }),
    );
    expect(deliveries.map(({ refId }) => refId)).toEqual([booked, moved, messageId]);
  });

  it('holds up nothing where no system is told of it', async () => {
    const { caseId, happens, assign } = await bookedAboutCase();
    await happens('booked');
    const refId = await happens('moved');
    const isBehind = () =>
      write(job, (tx) => isBehindUnplannedInTx(tx, tenantId, { caseId, kind: 'booking', refId }));
    expect(await isBehind()).toBe(false);
    await planBookingDelivery(job, refId);
    await assign();
    expect(await isBehind()).toBe(true);
  });
});
