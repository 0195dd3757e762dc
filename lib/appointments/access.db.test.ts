import { describe, expect, it } from 'vitest';
import { toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { seal } from '@/lib/platform/crypto';
import { type Prisma, read, write } from '@/lib/platform/db';
import {
  createBooking,
  createMeeting,
  createType,
  minutesAfter,
  someDay,
} from '@/lib/testing/appointments-world';
import { createResident } from '@/lib/testing/builders';
import { createSystemActor } from '@/lib/testing/cases-world';
import { rows } from '@/lib/testing/test-database';
import { isOwnBooking, isOwnInvitation, visibleBookings, visibleInvitations } from './access';

/** Somebody with an invitation that stands, and with one that was taken back when she had booked by it. */
async function createInvited(tenantId: string) {
  const resident = await createResident(tenantId);
  const { systemId } = await createSystemActor(tenantId);
  const type = await createType(tenantId);
  const invite = (isWithdrawn: boolean) =>
    write({ tenantId }, async (tx) => {
      const { id } = await tx.appointmentInvitation.create({
        data: {
          tenantId,
          typeId: type.typeId,
          personId: resident.personId,
          systemId,
          externalId: newId(),
          bookBy: toDbDate(someDay),
          isWithdrawn,
          hash: seal('x', 'x'),
          sealed: seal('x', 'x'),
        },
        select: { id: true },
      });
      return id;
    });
  const [stands, withdrawn] = [await invite(false), await invite(true)];
  const meeting = await createMeeting(type, minutesAfter(new Date(), 2880));
  const bookingId = await createBooking(meeting, resident, { invitationId: withdrawn });
  return { resident, stands, withdrawn, bookingId };
}

/** By the filter in SQL alone: row-level security, which would hide a tenant that it forgets, doesn't bind the owner. */
const bySql = async (from: string, { text, values }: Prisma.Sql): Promise<string[]> =>
  (await rows<{ id: string }>(`select id from ${from} where ${text} order by id`, values)).map(
    ({ id }) => id,
  );

const byOrm = (resident: ResidentActor, of: 'booking' | 'appointmentInvitation') =>
  read(resident, async (tx) => {
    const orderBy = { id: 'asc' } as const;
    const found =
      of === 'booking'
        ? await tx.booking.findMany({ where: visibleBookings(resident), orderBy, select: { id: true } })
        : await tx.appointmentInvitation.findMany({
            where: visibleInvitations(resident),
            orderBy,
            select: { id: true },
          });
    return found.map(({ id }) => id);
  });

describe('what is hers, said to the ORM and in SQL, is the same', () => {
  it('of bookings and of invitations: hers alone, in her municipality', async () => {
    const [ane, bo, eka] = [
      await createInvited('granvik'),
      await createInvited('granvik'),
      await createInvited('ekhamn'),
    ];
    for (const { resident, stands, bookingId } of [ane, bo, eka]) {
      expect(await byOrm(resident, 'booking')).toEqual([bookingId]);
      expect(await bySql('booking b', isOwnBooking(resident))).toEqual([bookingId]);
      expect(await byOrm(resident, 'appointmentInvitation')).toEqual([stands]);
      expect(await bySql('appointment_invitation i', isOwnInvitation(resident))).toEqual([stands]);
      const elsewhere = { ...resident, tenantId: resident.tenantId === 'ekhamn' ? 'granvik' : 'ekhamn' };
      expect(await byOrm(elsewhere, 'booking')).toEqual([]);
      expect(await bySql('booking b', isOwnBooking(elsewhere))).toEqual([]);
      expect(await byOrm(elsewhere, 'appointmentInvitation')).toEqual([]);
      expect(await bySql('appointment_invitation i', isOwnInvitation(elsewhere, bookingId))).toEqual([]);
    }
  });

  it('in SQL alone, what she moves keeps the invitation that it was booked by, though it was taken back', async () => {
    const [ane, bo] = [await createInvited('granvik'), await createInvited('granvik')];
    const moving = (movesId: string) =>
      bySql('appointment_invitation i', isOwnInvitation(ane.resident, movesId));
    expect(await moving(ane.bookingId)).toEqual([ane.stands, ane.withdrawn].sort());
    for (const other of [bo.bookingId, newId()]) expect(await moving(other)).toEqual([ane.stands]);
  });
});
