import { describe, expect, it } from 'vitest';
import { getOverview } from '@/lib/cases/queries/get-overview';
import { addDays, dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { seal, sealJson } from '@/lib/platform/crypto';
import { type Prisma, write } from '@/lib/platform/db';
import {
  changeBooking,
  createBooking,
  createMeeting,
  createOfficer,
  createPlace,
  createType,
  minutesAfter,
} from '@/lib/testing/appointments-world';
import { createResident } from '@/lib/testing/builders';
import { createReceivedCase, type TestCase } from '@/lib/testing/cases-world';
import { needNoNewTime } from './commands/need-no-new-time';
import { bookingContext, invitationContext, reasonContext } from './domain/booking-seals';
import { getBooking } from './queries/get-booking';
import { listBookableTypes } from './queries/list-bookable-types';
import { listMyBookings } from './queries/list-my-bookings';

const hoursFromNow = (hours: number) => minutesAfter(new Date(), hours * 60);

/** A resident with a time in so many hours, in a type of her own. */
async function booked(hours: number, more: Partial<Prisma.BookingUncheckedCreateInput> = {}) {
  const resident = await createResident('granvik');
  const { tenantId } = resident;
  const type = await createType(tenantId, { changeMinutes: 240 });
  const officerId = await createOfficer(tenantId, [type.typeId]);
  const placeId = await createPlace(tenantId);
  const meeting = await createMeeting(type, hoursFromNow(hours), { officerId, placeId });
  const bookingId = await createBooking(meeting, resident, more);
  return { resident, tenantId, type, meeting, bookingId };
}

const invite = (
  { caseId, personId, system }: TestCase,
  typeId: string,
  { bookBy = addDays(dateInSweden(new Date()), 7), isWithdrawn = false } = {},
): Promise<string> =>
  write(system, async (tx) => {
    const id = newId();
    const { tenantId, systemId } = system;
    await tx.appointmentInvitation.create({
      data: {
        tenantId,
        id,
        typeId,
        personId,
        caseId,
        systemId,
        externalId: id,
        bookBy: toDbDate(bookBy),
        hash: seal('x', 'x'),
        isWithdrawn,
        sealed: sealJson(
          { text: 'Välkommen att boka.', officer: { name: 'Maria Öberg', unit: 'Biståndsenheten' } },
          invitationContext(tenantId, id),
        ),
      },
      select: { id: true },
    });
    return id;
  });

describe('her times', () => {
  it('are told by what they are just now: to come, held, taken away, been', async () => {
    const { resident, bookingId, type } = await booked(48);
    const at = (hours: number) => createMeeting(type, hoursFromNow(hours));
    const heldId = await createBooking(await at(5), resident, { state: 'held' });
    await createBooking(await at(6), resident, { state: 'held', heldUntil: hoursFromNow(-1) });
    const endedAt = hoursFromNow(1);
    const gone = await createBooking(await at(72), resident, { state: 'taken_away', endedAt });
    const been = await createBooking(await at(-30), resident);
    const cancelled = await createBooking(await at(90), resident, { state: 'cancelled', endedAt });
    const mine = await listMyBookings(resident, 'sv');
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    expect(ids(mine.coming)).toEqual([bookingId]);
    expect(ids(mine.held)).toEqual([heldId]);
    expect(ids(mine.takenAway)).toEqual([gone]);
    expect(ids(mine.earlier)).toEqual([cancelled, been]);
    expect(mine.coming[0]).toMatchObject({
      officer: 'Maria Öberg',
      place: { name: 'Omsorgskontoret' },
      prepare: { text: 'Ta med dina läkarintyg.', lang: 'sv' },
      mayChange: true,
    });
  });

  it('say that the municipality moved one, until she has moved it herself', async () => {
    const { resident, type, bookingId } = await booked(60);
    const isSaid = async () =>
      (await listMyBookings(resident, 'sv')).coming.map((one) => one.isMovedByOffice);
    const changes = [
      { by: 'office', isMoved: true },
      { by: 'resident', isMoved: false },
    ] as const;
    expect(await isSaid()).toEqual([false]);
    for (const [at, { by, isMoved }] of changes.entries()) {
      const to = await createMeeting(type, hoursFromNow(70 + at));
      await changeBooking(resident.tenantId, bookingId, { to, by, at: hoursFromNow(at) });
      expect(await isSaid(), by).toEqual([isMoved]);
    }
  });

  it('can be changed until the type says so, and no longer', async () => {
    const { resident } = await booked(3);
    expect((await listMyBookings(resident, 'sv')).coming[0]?.mayChange).toBe(false);
  });

  it('are said to be reminded of while a reminder is to come, and they are hers', async () => {
    const isAhead = async (hours: number, remindMinutes: number[], more = {}) => {
      const { resident, bookingId, type } = await booked(hours, more);
      await write(resident, (tx) =>
        tx.appointmentType.update({
          where: { tenantId_id: { tenantId: resident.tenantId, id: type.typeId } },
          data: { remindMinutes },
          select: { id: true },
        }),
      );
      return (await getBooking(resident, bookingId, 'sv')).isReminderAhead;
    };
    expect(await isAhead(48, [2 * 2880, 180])).toBe(true);
    expect(await isAhead(2, [2880, 180])).toBe(false);
    expect(await isAhead(48, [])).toBe(false);
    expect(await isAhead(48, [180], { state: 'cancelled', endedAt: new Date() })).toBe(false);
    expect(await isAhead(48, [180], { state: 'held' })).toBe(false);
  });

  it('are one by one all that is known of it, with what she told and why it was taken away', async () => {
    const { resident, tenantId, bookingId, meeting } = await booked(48);
    const content = { needs: { interpreter: 'somaliska' }, answers: { vad: 'Trappan' } };
    const eventId = newId();
    await write(resident, async (tx) => {
      await tx.booking.update({
        where: { tenantId_id: { tenantId, id: bookingId } },
        data: { sealed: sealJson(content, bookingContext(tenantId, bookingId)) },
        select: { id: true },
      });
      await tx.bookingEvent.create({
        data: {
          tenantId,
          id: eventId,
          bookingId,
          kind: 'taken_away',
          by: 'office',
          startsAt: meeting.startsAt,
          reasonSealed: seal('Kontoret är stängt.', reasonContext(tenantId, eventId)),
        },
        select: { id: true },
      });
    });
    const found = await getBooking(resident, bookingId, 'en');
    expect(found).toMatchObject({
      situation: 'coming',
      content,
      directions: { text: 'Enter from the square, second floor.' },
    });
    expect(found.story.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['taken_away', 'Kontoret är stängt.'],
      ['booked', null],
    ]);
  });

  it('are hers alone: to everybody else they are not there', async () => {
    const { resident, tenantId, bookingId } = await booked(48);
    const stranger = await createResident('granvik');
    const others: Actor[] = [
      stranger,
      { ...resident, tenantId: 'ekhamn' },
      { kind: 'nobody', tenantId },
      { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
      { kind: 'job', tenantId, job: 'test' },
    ];
    for (const actor of others)
      await expect(getBooking(actor, bookingId, 'sv'), actor.kind).rejects.toMatchObject({
        code: 'NotFound',
      });
    for (const actor of others.slice(2)) {
      await expect(listMyBookings(actor, 'sv'), actor.kind).rejects.toMatchObject({ code: 'NotFound' });
      await expect(listBookableTypes(actor, 'sv'), actor.kind).rejects.toMatchObject({ code: 'NotFound' });
    }
    expect((await listMyBookings(stranger, 'sv')).coming).toEqual([]);
  });
});

describe('what she may book', () => {
  const slugs = async (actor: ResidentActor, caseId?: string) =>
    (await listBookableTypes(actor, 'sv', caseId ? { caseId } : {})).map(({ slug }) => slug);
  const slugOf = (typeId: string) => `type-${typeId}`;

  it('is what is open, what belongs to a case of hers that goes on, and what she is invited to', async () => {
    const theCase = await createReceivedCase();
    const { resident, tenantId, caseId } = theCase;
    const { serviceId } = await write(resident, (tx) =>
      tx.case.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: caseId } },
        select: { serviceId: true },
      }),
    );
    const open = slugOf((await createType(tenantId)).typeId);
    const closed = slugOf((await createType(tenantId, { isOpen: false })).typeId);
    const ofService = slugOf((await createType(tenantId, { audience: 'service', serviceId })).typeId);
    const invited = await createType(tenantId, { audience: 'invitation' });
    const withdrawn = await createType(tenantId, { audience: 'invitation' });
    await invite(theCase, invited.typeId);
    await invite(theCase, withdrawn.typeId, { isWithdrawn: true });

    const all = await slugs(resident);
    expect(all).toEqual(expect.arrayContaining([open, ofService, slugOf(invited.typeId)]));
    expect(all).not.toContain(closed);
    expect(all).not.toContain(slugOf(withdrawn.typeId));
    const ofCase = await slugs(resident, caseId);
    expect(ofCase).toEqual(expect.arrayContaining([ofService, slugOf(invited.typeId)]));
    expect(ofCase).not.toContain(open);

    const stranger = await slugs(await createResident('granvik'));
    expect(stranger).toContain(open);
    expect(stranger).not.toContain(ofService);
    expect(stranger).not.toContain(slugOf(invited.typeId));
    expect(await slugs(await createResident('granvik'), caseId)).toEqual([]);
  });

  it('asks her to book until she has, on her times, on the overview and with the case', async () => {
    const theCase = await createReceivedCase();
    const { resident, caseId } = theCase;
    const type = await createType(resident.tenantId, { audience: 'invitation' });
    const invitationId = await invite(theCase, type.typeId, {
      bookBy: addDays(dateInSweden(new Date()), -1),
    });
    const asked = async () => ({
      own: (await listMyBookings(resident, 'sv')).invitations,
      ofCase: (await listMyBookings(resident, 'sv', { caseId })).invitations,
      overview: (await getOverview(resident, 'sv')).invitations,
    });
    const before = await asked();
    expect(before.own).toMatchObject([
      { id: invitationId, isLate: true, text: 'Välkommen att boka.', officer: 'Maria Öberg' },
    ]);
    expect(before.ofCase).toHaveLength(1);
    expect(before.overview).toMatchObject([
      { id: invitationId, slug: slugOf(type.typeId), isLate: true, name: { text: 'Behovsbedömning' } },
    ]);
    const meeting = await createMeeting(type, hoursFromNow(24), {
      placeId: await createPlace(resident.tenantId),
    });
    const bookingId = await createBooking(meeting, resident, { invitationId, caseId });
    expect(await asked()).toEqual({ own: [], ofCase: [], overview: [] });
    expect((await getOverview(resident, 'sv')).nextBooking).toEqual({
      id: bookingId,
      name: { text: 'Behovsbedömning', lang: 'sv' },
      way: 'visit',
      place: { name: 'Omsorgskontoret', address: 'Storgatan 1, 123 45 Granvik' },
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
    });
  });

  it('that are earlier than hers are offered on the overview until she has to answer, and are not her next', async () => {
    const { resident, bookingId, type } = await booked(72);
    const offer = async (hours: number, heldUntil: Date) => {
      const meeting = await createMeeting(type, hoursFromNow(hours));
      const more = { state: 'offered', heldUntil, movesId: bookingId } as const;
      return { id: await createBooking(meeting, resident, more), startsAt: meeting.startsAt };
    };
    const heldUntil = hoursFromNow(4);
    const { id, startsAt } = await offer(24, heldUntil);
    await offer(30, hoursFromNow(-1));
    const overview = await getOverview(resident, 'sv');
    expect(overview.offeredTimes).toEqual([
      { id, name: { text: 'Behovsbedömning', lang: 'sv' }, startsAt, heldUntil },
    ]);
    expect(overview.nextBooking?.id).toBe(bookingId);
    expect((await listMyBookings(resident, 'sv')).offered.map((one) => one.id)).toEqual([id]);
  });
});

describe('a time that was taken away', () => {
  const waiting = async (resident: ResidentActor) => {
    const own = (await listMyBookings(resident, 'sv')).takenAway.map(({ id }) => id);
    const overview = (await getOverview(resident, 'sv')).lostTimes.map(({ id }) => id);
    // The rule stands in two places: in words, and in the overview's statement.
    expect(overview).toEqual(own);
    return own;
  };
  const lost = (hours: number, endedAt = hoursFromNow(-1)) =>
    booked(hours, {
      state: 'taken_away',
      endedAt,
      createdAt: hoursFromNow(-900),
      bookedAt: hoursFromNow(-900),
    });

  it('is on the overview, past its day too, until a month has gone; then among what has been', async () => {
    const { resident, bookingId, type, meeting } = await lost(48);
    expect((await getOverview(resident, 'sv')).lostTimes).toEqual([
      { id: bookingId, name: { text: 'Behovsbedömning', lang: 'sv' }, startsAt: meeting.startsAt },
    ]);
    /** A time that ended so many minutes from a month ago. */
    const endedAMonthAgo = (minutes: number) =>
      createMeeting(type, minutesAfter(new Date(), minutes - 30 * 24 * 60 - type.minutes));
    const ended = { endedAt: hoursFromNow(-800), bookedAt: hoursFromNow(-900) };
    const more = { state: 'taken_away', ...ended } as const;
    const late = await createBooking(await endedAMonthAgo(1), resident, more);
    const over = await createBooking(await endedAMonthAgo(-1), resident, more);
    expect(await waiting(resident)).toEqual([late, bookingId]);
    expect((await listMyBookings(resident, 'sv')).earlier.map(({ id }) => id)).toEqual([over]);
  });

  it('waits no more when she has booked another of its kind since, also where she has cancelled that', async () => {
    const { resident, bookingId, type } = await lost(48);
    const otherKind = await createType(resident.tenantId);
    await createBooking(await createMeeting(otherKind, hoursFromNow(60)), resident);
    const before = hoursFromNow(-2);
    await createBooking(await createMeeting(type, hoursFromNow(70)), resident, { bookedAt: before });
    expect(await waiting(resident)).toEqual([bookingId]);
    expect(await getBooking(resident, bookingId, 'sv')).toMatchObject({ waitsForNewTime: true });
    const endedAt = new Date();
    await createBooking(await createMeeting(type, hoursFromNow(80)), resident, {
      state: 'cancelled',
      endedAt,
    });
    expect(await waiting(resident)).toEqual([]);
    expect(await getBooking(resident, bookingId, 'sv')).toMatchObject({ waitsForNewTime: false });
    expect((await listMyBookings(resident, 'sv')).earlier.map(({ id }) => id)).toContain(bookingId);
  });

  it('waits no more when she needs no other, which she alone can say, and of such a time only', async () => {
    const { resident, bookingId } = await lost(48);
    const stranger = await createResident('granvik');
    await expect(needNoNewTime(stranger, { bookingId })).rejects.toMatchObject({ code: 'NotFound' });
    await needNoNewTime(resident, { bookingId });
    await needNoNewTime(resident, { bookingId });
    expect(await waiting(resident)).toEqual([]);
    expect(await getBooking(resident, bookingId, 'sv')).toMatchObject({
      situation: 'taken_away',
      needsNone: true,
      waitsForNewTime: false,
    });
    const audited = await write(resident, (tx) =>
      tx.auditEntry.count({
        where: {
          objectId: bookingId,
          action: 'appointments.need-no-new-time',
          actorPersonId: resident.personId,
        },
      }),
    );
    expect(audited).toBe(1);
    const coming = await booked(48);
    await expect(needNoNewTime(coming.resident, coming)).rejects.toMatchObject({ code: 'AlreadyDone' });
  });
});
