import { beforeEach, describe, expect, it } from 'vitest';
import { planBookingDelivery } from '@/lib/back-office/commands/plan-booking-delivery';
import { getBooking } from '@/lib/back-office/queries/booking-of-event-in-tx';
import { getDelivery } from '@/lib/back-office/queries/get-delivery';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor, SystemActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { createPlace, createType, minutesAfter } from '@/lib/testing/appointments-world';
import { aJob, anAdmin, createResident } from '@/lib/testing/builders';
import { createReceivedCase, createSystemActor, type TestCase } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { cancelBooking } from './commands/cancel-booking';
import { cancelByOffice } from './commands/cancel-by-office';
import { confirmBooking } from './commands/confirm-booking';
import { holdTime } from './commands/hold-time';
import { putInvitation } from './commands/put-invitation';
import { putTime } from './commands/put-time';
import { putType } from './commands/put-type';
import { recordOutcome } from './commands/record-outcome';
import { invitationMessage, timeMessage } from './domain/office-messages';
import { isInvitationEndedInTx, isInvitationOpenInTx } from './queries/booking-news-in-tx';
import { getKeptType } from './queries/get-kept-type';
import { listFreeTimes } from './queries/list-free-times';
import { listMyBookings } from './queries/list-my-bookings';

const tenantId = 'granvik';
const admin = anAdmin(tenantId);
const scopes = ['appointments.read', 'appointments.write', 'deliveries.read'];

let system: SystemActor;
let other: SystemActor;
let ane: ResidentActor;
let slug: string;
const starts = minutesAfter(new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000), 5 * 1440);

beforeEach(async () => {
  system = await createSystemActor(tenantId, scopes);
  other = await createSystemActor(tenantId, scopes);
  ane = await createResident(tenantId);
  const { typeId } = await createType(tenantId, { systemId: system.systemId });
  slug = `type-${typeId}`;
});

const time = (more: object = {}) =>
  timeMessage.parse({
    occurredAt: new Date().toISOString(),
    startsAt: starts.toISOString(),
    endsAt: minutesAfter(starts, 60).toISOString(),
    way: 'visit',
    place: { externalId: 'K-1', name: 'Omsorgskontoret', address: 'Storgatan 1', isStepFree: true },
    officer: { externalId: 'H-7', name: 'Maria Öberg', unit: 'Biståndsenheten' },
    ...more,
  });
const publish = (more: object = {}, externalId = 'T-1', by = system) =>
  putTime(by, { ...time(more), slug, externalId });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (isAppError(error) ? (error.reason ?? error.fields ?? error.code) : error),
  );
const rows = <T extends object>(sql: string, values: unknown[]) =>
  asOwner(async (client) => (await client.query<T>(sql, values)).rows);

async function hold(who: ResidentActor, externalId = 'T-1'): Promise<string> {
  const [meeting] = await rows<{ id: string }>(
    'select id from meeting where system_id = $1 and external_id = $2',
    [system.systemId, externalId],
  );
  const bookingId = newId();
  const held = await holdTime(who, {
    bookingId,
    typeSlug: slug,
    way: 'visit',
    startsAt: starts,
    meetingId: meeting?.id,
  });
  if (held.outcome !== 'held') throw new Error(held.outcome);
  return bookingId;
}

async function book(who: ResidentActor, externalId?: string): Promise<string> {
  const bookingId = await hold(who, externalId);
  const content = { needs: { interpreter: 'finska' }, answers: {} };
  const confirmed = await confirmBooking(who, { bookingId, content });
  if (confirmed.outcome === 'lapsed') throw new Error('lapsed');
  return bookingId;
}

const stateOf = async (bookingId: string) =>
  (await rows<{ state: string }>('select state from booking where id = $1', [bookingId]))[0]?.state;
const eventsOf = async (bookingId: string) =>
  rows<{ type: string; payload: { bookingEventId: string } }>(
    `select type, payload from domain_event where payload->>'bookingId' = $1 order by at, id`,
    [bookingId],
  );

/** The time of the booking was a while ago. */
async function hasBeen(bookingId: string): Promise<void> {
  await rows(
    `update meeting set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour',
        busy_from = now() - interval '2 hours', busy_to = now() - interval '1 hour' where system_id = $1`,
    [system.systemId],
  );
  await rows('update booking set seat = seat where id = $1', [bookingId]);
}

describe('a time that a system publishes', () => {
  it('can be booked, and told twice or late it changes nothing', async () => {
    expect(await publish()).toEqual({ state: 'published', taken: 0 });
    expect(await publish()).toEqual({ state: 'unchanged', taken: 0 });
    expect(await publish({ occurredAt: '2026-01-01T00:00:00Z', seats: 9 })).toEqual({
      state: 'older',
      taken: 0,
    });
    await book(ane);
    expect(await publish()).toEqual({ state: 'unchanged', taken: 1 });
  });

  it('is published once by two calls at once', async () => {
    const both = await Promise.all([publish(), publish()]);
    expect(both.map(({ state }) => state).sort()).toEqual(['published', 'unchanged']);
  });

  it('stands where and when it is', async () => {
    await publish();
    for (const more of [
      { endsAt: minutesAfter(starts, 90).toISOString() },
      { way: 'phone' },
      { officer: { externalId: 'H-8', name: 'Per Ek', unit: 'x' } },
    ])
      expect(await refusal(publish(more))).toBe('errors:time-differs');
  });

  it('has more seats or fewer, but none fewer than are taken', async () => {
    await publish({ seats: 2 });
    await book(ane);
    expect(await publish({ seats: 3 })).toEqual({ state: 'published', taken: 1 });
    await book(await createResident(tenantId));
    expect(await refusal(publish({ seats: 1 }))).toBe('errors:time-seats-taken');
  });

  it('loses a seat that was held and not confirmed in time', async () => {
    await publish({ seats: 2 });
    await book(ane);
    await hold(await createResident(tenantId));
    expect(await refusal(publish({ seats: 1 }))).toBe('errors:time-seats-taken');
    await rows(`update booking set held_until = now() - interval '1 second' where state = 'held'`, []);
    expect(await publish({ seats: 1 })).toEqual({ state: 'published', taken: 1 });
  });

  it('is not another’s to publish', async () => {
    expect(await refusal(publish({}, 'T-1', other))).toBe('NotFound');
    expect(await refusal(publish({}, 'T-1', { ...system, scopes: [] }))).toBe('errors:scope-missing');
    const elsewhere = await createSystemActor('ekhamn', scopes);
    expect(await refusal(publish({}, 'T-1', elsewhere))).toBe('NotFound');
  });

  it('does not overlap another of the same officer', async () => {
    await publish();
    expect(await refusal(publish({}, 'T-2'))).toBe('errors:time-overlaps');
  });

  it('is withdrawn, and whoever held or had booked it is told why, and nobody can book it', async () => {
    await publish({ seats: 2 });
    const bookingId = await book(ane);
    const bo = await createResident(tenantId);
    const [meeting] = await rows<{ id: string }>('select id from meeting where system_id = $1', [
      system.systemId,
    ]);
    const hold = (id: string) =>
      holdTime(bo, { bookingId: id, typeSlug: slug, way: 'visit', startsAt: starts, meetingId: meeting?.id });
    const heldId = newId();
    await hold(heldId);
    expect(await publish({ state: 'withdrawn', reason: 'Maria är sjuk.' })).toEqual({
      state: 'withdrawn',
      taken: 0,
    });
    expect(await stateOf(bookingId)).toBe('taken_away');
    expect(await stateOf(heldId)).toBe('lapsed');
    expect((await eventsOf(bookingId)).map(({ type }) => type)).toEqual([
      'appointments.booked',
      'appointments.taken-away',
    ]);
    expect(await confirmBooking(bo, { bookingId: heldId, content: { needs: {}, answers: {} } })).toEqual({
      outcome: 'lapsed',
    });
    expect(await hold(newId())).toEqual({ outcome: 'taken' });
    expect(await publish({ state: 'withdrawn' })).toMatchObject({ state: 'unchanged' });
    expect(await refusal(publish())).toBe('errors:time-withdrawn');
  });

  it('changes by the newest word of it, also where that says what was known', async () => {
    const told = (hoursAgo: number, seats: number) =>
      publish({ occurredAt: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(), seats });
    await told(4, 5);
    expect(await told(2, 5)).toMatchObject({ state: 'unchanged' });
    expect(await told(3, 3)).toMatchObject({ state: 'older' });
  });

  it('is withdrawn when it has been: those who were there are told nothing', async () => {
    await publish();
    const bookingId = await book(ane);
    await hasBeen(bookingId);
    expect(await publish({ state: 'withdrawn' })).toMatchObject({ state: 'withdrawn' });
    expect(await stateOf(bookingId)).toBe('booked');
    expect((await eventsOf(bookingId)).map(({ type }) => type)).toEqual(['appointments.booked']);
    expect(await recordOutcome(system, { bookingId, outcome: 'kept', occurredAt: new Date() })).toEqual({
      state: 'kept',
    });
  });

  it('is where and with whom it was told last, also when that was told late', async () => {
    const place = { externalId: 'K-1', name: 'Omsorgskontoret', isStepFree: true };
    const officer = { externalId: 'H-7', unit: 'Biståndsenheten' };
    const told = (minutesAgo: number, address: string, name: string) => ({
      occurredAt: minutesAfter(new Date(), -minutesAgo).toISOString(),
      place: { ...place, address },
      officer: { ...officer, name },
    });
    const shown = async () => {
      const [row] = await rows<{ address: string; hash: Buffer }>(
        `select p.address, o.name_hash as hash from meeting_place p join meeting_officer o on o.system_id = p.system_id
          where p.system_id = $1`,
        [system.systemId],
      );
      return [row?.address, row?.hash.toString('hex')];
    };
    await publish(told(30, 'Storgatan 1', 'Maria Öberg'));
    const before = await shown();
    // The same time again, with another address and her new name.
    await publish(told(10, 'Nygatan 5', 'Maria Ek'));
    const moved = await shown();
    expect(moved[0]).toBe('Nygatan 5');
    expect(moved[1]).not.toBe(before[1]);
    const later = { startsAt: minutesAfter(starts, 60), endsAt: minutesAfter(starts, 120) };
    const [startsAt, endsAt] = [later.startsAt.toISOString(), later.endsAt.toISOString()];
    expect(
      await publish({ ...told(20, 'Storgatan 1', 'Maria Öberg'), startsAt, endsAt }, 'T-2'),
    ).toMatchObject({
      state: 'published',
    });
    expect(await shown()).toEqual(moved);
  });

  it('keeps the officer’s name sealed', async () => {
    await publish({ officer: { externalId: 'H-9', name: 'Unika Namnsson', unit: 'x' } });
    const [officer] = await rows<{ row: string }>(
      'select o::text as row from meeting_officer o where system_id = $1',
      [system.systemId],
    );
    expect(officer?.row).not.toContain('Namnsson');
  });
});

describe('what becomes of it', () => {
  it('is delivered to the system that published the time, once, as it is now', async () => {
    await publish();
    const bookingId = await book(ane);
    const [booked] = await eventsOf(bookingId);
    const job = aJob(tenantId);
    for (let n = 0; n < 2; n++) await planBookingDelivery(job, booked?.payload.bookingEventId ?? '');
    const deliveries = await rows<{ id: string; kind: string }>(
      'select id, kind from delivery where system_id = $1',
      [system.systemId],
    );
    expect(deliveries).toMatchObject([{ kind: 'booking' }]);
    const { booking } = await getDelivery(system, deliveries[0]?.id ?? '');
    expect(booking).toMatchObject({
      id: bookingId,
      state: 'booked',
      time: 'T-1',
      officer: { externalId: 'H-7', name: 'Maria Öberg' },
      needs: { interpreter: 'finska' },
    });
    expect(await getBooking(system, bookingId)).toEqual(booking);
    expect(await refusal(getBooking(other, bookingId))).toBe('NotFound');
    await cancelBooking(ane, { bookingId, reason: 'Jag är sjuk.' });
    expect(await getBooking(system, bookingId)).toMatchObject({ state: 'cancelled', reason: 'Jag är sjuk.' });
    const [log] = await rows<{ n: number }>(
      `select count(*)::int as n from audit_entry where object_id = $1 and action = 'appointments.get-booking-for-system' and outcome = 'allowed' and subject_person_id = $2`,
      [bookingId, ane.personId],
    );
    expect(log?.n).toBe(3);
  });

  it('shows no time that she has only held', async () => {
    await publish();
    const [meeting] = await rows<{ id: string }>('select id from meeting where system_id = $1', [
      system.systemId,
    ]);
    const bookingId = newId();
    await holdTime(ane, {
      bookingId,
      typeSlug: slug,
      way: 'visit',
      startsAt: starts,
      meetingId: meeting?.id,
    });
    expect(await refusal(getBooking(system, bookingId))).toBe('NotFound');
  });

  it('is that she came, or did not: once, and not before it has begun', async () => {
    await publish();
    const bookingId = await book(ane);
    const told = (outcome: 'kept' | 'missed', by = system) =>
      recordOutcome(by, { bookingId, outcome, occurredAt: new Date() });
    expect(await refusal(told('kept'))).toBe('errors:booking-not-begun');
    await hasBeen(bookingId);
    expect(await refusal(told('kept', other))).toBe('NotFound');
    expect(await told('missed')).toEqual({ state: 'missed' });
    expect(await told('missed')).toEqual({ state: 'missed' });
    expect(await refusal(told('kept'))).toBe('errors:booking-not-booked');
  });

  it('is that the office can’t keep it: she is told, and the time is free', async () => {
    await publish();
    const bookingId = await book(ane);
    const cancel = (by = system) =>
      cancelByOffice(by, { bookingId, reason: 'Maria är sjuk.', occurredAt: new Date() });
    expect(await refusal(cancel(other))).toBe('NotFound');
    expect(await cancel()).toEqual({ state: 'taken_away' });
    expect(await cancel()).toEqual({ state: 'taken_away' });
    expect((await eventsOf(bookingId)).map(({ type }) => type)).toEqual([
      'appointments.booked',
      'appointments.taken-away',
    ]);
    await book(await createResident(tenantId));
  });
});

describe('an invitation', () => {
  let theCase: TestCase;
  let office: SystemActor;
  let typeId: string;

  beforeEach(async () => {
    theCase = await createReceivedCase(tenantId);
    office = { ...theCase.system, scopes: [...theCase.system.scopes, ...scopes] };
    ({ typeId } = await createType(tenantId, { audience: 'invitation', systemId: system.systemId }));
    slug = `type-${typeId}`;
  });

  const invite = (more: object = {}, by = office) =>
    putInvitation(by, {
      ...invitationMessage.parse({
        occurredAt: new Date().toISOString(),
        type: slug,
        bookBy: '2099-12-04',
        text: 'Vi behöver träffas.',
        ...more,
      }),
      caseId: theCase.caseId,
      externalId: 'I1',
    });

  it('lets her book what only those who are invited can, and tells her once', async () => {
    await publish();
    await expect(book(theCase.resident)).rejects.toThrow();
    const invited = await invite();
    expect(await invite()).toEqual(invited);
    const bookingId = await book(theCase.resident);
    const [booking] = await rows(
      'select case_id as "caseId", invitation_id as "invitationId" from booking where id = $1',
      [bookingId],
    );
    expect(booking).toEqual({ caseId: theCase.caseId, invitationId: invited.invitationId });
    const told = await rows(
      `select 1 from domain_event where type = 'appointments.invited' and payload->>'invitationId' = $1`,
      [invited.invitationId],
    );
    expect(told).toHaveLength(1);
  });

  /** What she was told of it, in order, and what her pages say. */
  const toldOf = async (invitationId: string) => {
    const found = await rows<{ type: string }>(
      `select type from domain_event where payload->>'invitationId' = $1 order by at, id`,
      [invitationId],
    );
    return found.map(({ type }) => type.replace('appointments.', ''));
  };
  const pagesSay = async () => {
    const { invitations, endedInvitations } = await listMyBookings(theCase.resident, 'sv', theCase);
    return [...invitations.map(() => 'asked'), ...endedInvitations.map(({ why }) => why)];
  };
  const isEnded = (invitationId: string) =>
    read({ tenantId }, (tx) => isInvitationEndedInTx(tx, tenantId, invitationId));

  it('that is taken back is told of, once, and on her pages; not if she was never asked', async () => {
    const { invitationId } = await invite();
    expect(await pagesSay()).toEqual(['asked']);
    expect(await isEnded(invitationId)).toBe(false);
    await invite({ state: 'withdrawn' });
    await invite({ state: 'withdrawn' });
    expect(await toldOf(invitationId)).toEqual(['invited', 'invitation-ended']);
    expect(await pagesSay()).toEqual(['withdrawn']);
    expect(await isEnded(invitationId)).toBe(true);
    const never = await putInvitation(office, {
      ...invitationMessage.parse({
        occurredAt: new Date().toISOString(),
        state: 'withdrawn',
        type: slug,
        bookBy: '2099-12-04',
        text: 'Vi behöver träffas.',
      }),
      caseId: theCase.caseId,
      externalId: 'I2',
    });
    expect(await toldOf(never.invitationId)).toEqual([]);
    expect(await pagesSay()).toEqual(['withdrawn']);
  });

  it('that she booked by is not told of as ended: her time stands', async () => {
    await publish();
    const { invitationId } = await invite();
    await book(theCase.resident);
    await invite({ state: 'withdrawn' });
    expect(await pagesSay()).toEqual([]);
    expect(await isEnded(invitationId)).toBe(false);
  });

  it('stands word for word, is given longer, and taken back', async () => {
    await createPlace(tenantId);
    await invite();
    expect(await refusal(invite({ text: 'Något annat.' }))).toBe('errors:invitation-differs');
    await invite({ bookBy: '2099-12-11' });
    await invite({ bookBy: '2099-12-01' });
    const [row] = await rows<{ bookBy: string }>(
      `select book_by::text as "bookBy" from appointment_invitation where case_id = $1`,
      [theCase.caseId],
    );
    expect(row?.bookBy).toBe('2099-12-11');
    expect(await invite({ state: 'withdrawn' })).toMatchObject({ state: 'withdrawn' });
    expect(await invite()).toMatchObject({ state: 'withdrawn' });
    await publish();
    await expect(book(theCase.resident)).rejects.toThrow();
  });

  it('taken back, lets her move what she booked by it, and book nothing more', async () => {
    await publish();
    await publish(
      {
        startsAt: minutesAfter(starts, 120).toISOString(),
        endsAt: minutesAfter(starts, 180).toISOString(),
      },
      'T-2',
    );
    const { invitationId } = await invite();
    const bookingId = await book(theCase.resident);
    await invite({ state: 'withdrawn' });
    const [meeting] = await rows<{ id: string }>(
      `select id from meeting where system_id = $1 and external_id = 'T-2'`,
      [system.systemId],
    );
    const asked = { slug, way: 'visit', invitationId } as const;
    await expect(listFreeTimes(theCase.resident, asked)).rejects.toMatchObject({ code: 'NotFound' });
    const { times } = await listFreeTimes(theCase.resident, { ...asked, movesId: bookingId });
    expect(times.map(({ meetingId }) => meetingId)).toEqual([meeting?.id]);
    const hold = (more: object) =>
      holdTime(theCase.resident, {
        bookingId: newId(),
        typeSlug: slug,
        way: 'visit',
        startsAt: minutesAfter(starts, 120),
        meetingId: meeting?.id,
        invitationId,
        ...more,
      });
    await expect(hold({})).rejects.toMatchObject({ code: 'NotFound' });
    expect(await hold({ movesId: bookingId })).toMatchObject({ outcome: 'held' });
  });

  it('is not asked to what is closed, which is told before it closes, and to her then; can be taken back then', async () => {
    const { invitationId } = await invite();
    const isOpen = () => read({ tenantId }, (tx) => isInvitationOpenInTx(tx, tenantId, invitationId));
    expect(await isOpen()).toBe(true);
    const { type } = await getKeptType(admin, typeId);
    expect(type.invited).toBe(1);
    const { name, about, version, remindMinutes, ...facts } = type;
    const posted = {
      ...Object.fromEntries(
        Object.entries(facts).flatMap(([key, value]) =>
          typeof value === 'number' ? [[key, String(value)]] : [],
        ),
      ),
      version: String(version),
      'name-sv': name.sv ?? '',
      'about-sv': about.sv ?? '',
      audience: type.audience,
      ways: type.ways,
      remindMinutes: remindMinutes.map(String),
    };
    expect(await putType(admin, typeId, posted)).toEqual({ outcome: 'invited', invited: 1 });
    expect(await isOpen()).toBe(true);
    expect(await putType(admin, typeId, { ...posted, invited: 'yes' })).toEqual({ outcome: 'put' });
    expect(await isOpen()).toBe(false);
    expect(await toldOf(invitationId)).toEqual(['invited', 'invitation-ended']);
    expect(await pagesSay()).toEqual(['closed']);
    const again = { ...posted, version: String(version + 1) };
    expect(await putType(admin, typeId, { ...again, isOpen: 'yes' })).toEqual({ outcome: 'put' });
    expect(await toldOf(invitationId)).toEqual(['invited', 'invitation-ended', 'invited']);
    expect([await isEnded(invitationId), await pagesSay()]).toEqual([false, ['asked']]);
    const shut = { ...posted, version: String(version + 2), invited: 'yes' };
    expect(await putType(admin, typeId, shut)).toEqual({ outcome: 'put' });
    expect(await invite()).toMatchObject({ invitationId, state: 'open' });
    expect(await refusal(invite({ bookBy: '2099-12-11' }))).toEqual({ type: 'errors:invitation-type' });
    expect(await invite({ state: 'withdrawn' })).toMatchObject({ state: 'withdrawn' });
    expect((await getKeptType(admin, typeId)).type.invited).toBe(0);
  });

  it('is for one time: whoever has booked by it can’t book another by the same address', async () => {
    await rows('update appointment_type set most = 2 where id = $1', [typeId]);
    await publish();
    const { invitationId } = await invite();
    const asked = { slug, way: 'visit', invitationId } as const;
    await listFreeTimes(theCase.resident, asked);
    const bookingId = await book(theCase.resident);
    await expect(listFreeTimes(theCase.resident, asked)).rejects.toMatchObject({ code: 'NotFound' });
    await listFreeTimes(theCase.resident, { ...asked, movesId: bookingId });
    await hasBeen(bookingId);
    await recordOutcome(system, { bookingId, occurredAt: new Date(), outcome: 'kept' });
    await expect(listFreeTimes(theCase.resident, asked)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('asks again whoever missed the time, and not whoever came', async () => {
    await publish();
    const { invitationId } = await invite();
    const bookingId = await book(theCase.resident);
    const isOpenAfter = async (state: string) => {
      await rows('update booking set state = $2::booking_state where id = $1', [bookingId, state]);
      return read({ tenantId }, (tx) => isInvitationOpenInTx(tx, tenantId, invitationId));
    };
    expect(await isOpenAfter('kept')).toBe(false);
    expect(await isOpenAfter('missed')).toBe(true);
  });

  it('is about the system’s own case, of a type that there is', async () => {
    expect(await refusal(invite({}, system))).toBe('NotFound');
    expect(await refusal(invite({ type: 'no-such' }))).toEqual({ type: 'errors:invitation-type' });
  });
});
