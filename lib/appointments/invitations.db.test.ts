import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { SystemActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { createPlace, createType, minutesAfter } from '@/lib/testing/appointments-world';
import { aJob, anAdmin } from '@/lib/testing/builders';
import { createReceivedCase, type TestCase } from '@/lib/testing/cases-world';
import {
  createPublishedWorld,
  hasBeen,
  starts,
  type Times,
  timeScopes,
  timesOf,
} from '@/lib/testing/published-world';
import { refusal } from '@/lib/testing/refusal';
import { rows } from '@/lib/testing/test-database';
import { cancelByOffice } from './commands/cancel-by-office';
import { confirmBooking } from './commands/confirm-booking';
import { holdTime } from './commands/hold-time';
import { offerEarlier } from './commands/offer-earlier';
import { putInvitation } from './commands/put-invitation';
import { putType } from './commands/put-type';
import { recordOutcome } from './commands/record-outcome';
import { wishForEarlier } from './commands/wish-for-earlier';
import { invitationMessage } from './domain/office-messages';
import { isInvitationEndedInTx, isInvitationOpenInTx } from './queries/booking-news-in-tx';
import { getKeptType } from './queries/get-kept-type';
import { listFreeTimes } from './queries/list-free-times';
import { listMyBookings } from './queries/list-my-bookings';

const tenantId = 'granvik';
const admin = anAdmin(tenantId);

let system: SystemActor;
let typeId: string;
let publish: Times['publish'];
let book: Times['book'];

beforeEach(async () => {
  ({ system } = await createPublishedWorld());
});

describe('an invitation', () => {
  let theCase: TestCase;
  let office: SystemActor;

  beforeEach(async () => {
    theCase = await createReceivedCase(tenantId);
    office = { ...theCase.system, scopes: [...theCase.system.scopes, ...timeScopes] };
    ({ typeId } = await createType(tenantId, { audience: 'invitation', systemId: system.systemId }));
    ({ publish, book } = timesOf({ system, typeId }));
  });

  const invite = (more: object = {}, by = office) =>
    putInvitation(by, {
      ...invitationMessage.parse({
        occurredAt: new Date().toISOString(),
        type: `type-${typeId}`,
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
        type: `type-${typeId}`,
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
    const asked = { slug: `type-${typeId}`, way: 'visit', invitationId } as const;
    await expect(listFreeTimes(theCase.resident, asked)).rejects.toMatchObject({ code: 'NotFound' });
    const { times } = await listFreeTimes(theCase.resident, { ...asked, movesId: bookingId });
    expect(times.map(({ meetingId }) => meetingId)).toEqual([meeting?.id]);
    const hold = (more: object) =>
      holdTime(theCase.resident, {
        bookingId: newId(),
        typeSlug: `type-${typeId}`,
        way: 'visit',
        startsAt: minutesAfter(starts, 120),
        meetingId: meeting?.id,
        invitationId,
        ...more,
      });
    await expect(hold({})).rejects.toMatchObject({ code: 'NotFound' });
    expect(await hold({ movesId: bookingId })).toMatchObject({ outcome: 'held' });
  });

  /** The type's form, as it is posted to close it. */
  const closingForm = async () => {
    const { type } = await getKeptType(admin, typeId);
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
    return { version, posted };
  };

  it('that her pages would say nothing of is neither counted nor told of when its kind closes', async () => {
    const { invitationId } = await invite();
    const endedDaysAgo = async (days: number) => {
      const bookBy = addDays(dateInSweden(new Date()), -days);
      await rows('update appointment_invitation set book_by = $2 where id = $1', [invitationId, bookBy]);
      return (await getKeptType(admin, typeId)).type.invited;
    };
    expect(await endedDaysAgo(30)).toBe(1);
    expect(await endedDaysAgo(31)).toBe(0);
    expect(await putType(admin, typeId, (await closingForm()).posted)).toEqual({ outcome: 'put' });
    expect(await toldOf(invitationId)).toEqual(['invited']);
    expect(await pagesSay()).toEqual([]);
  });

  it('is not asked to what is closed, which is told before it closes, and to her then; can be taken back then', async () => {
    const { invitationId } = await invite();
    const isOpen = () => read({ tenantId }, (tx) => isInvitationOpenInTx(tx, tenantId, invitationId));
    expect(await isOpen()).toBe(true);
    expect((await getKeptType(admin, typeId)).type.invited).toBe(1);
    const { version, posted } = await closingForm();
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
    const told = await toldOf(invitationId);
    expect(await invite({ state: 'withdrawn' })).toMatchObject({ state: 'withdrawn' });
    // That she can't book it she was told when it closed.
    expect([await toldOf(invitationId), await pagesSay()]).toEqual([told, ['withdrawn']]);
    expect((await getKeptType(admin, typeId)).type.invited).toBe(0);
  });

  it('is for one time: whoever has booked by it can’t book another by the same address', async () => {
    await rows('update appointment_type set most = 2 where id = $1', [typeId]);
    await publish();
    const { invitationId } = await invite();
    const asked = { slug: `type-${typeId}`, way: 'visit', invitationId } as const;
    await listFreeTimes(theCase.resident, asked);
    const bookingId = await book(theCase.resident);
    await expect(listFreeTimes(theCase.resident, asked)).rejects.toMatchObject({ code: 'NotFound' });
    await listFreeTimes(theCase.resident, { ...asked, movesId: bookingId });
    await hasBeen(system, bookingId);
    await recordOutcome(system, { bookingId, occurredAt: new Date(), outcome: 'kept' });
    await expect(listFreeTimes(theCase.resident, asked)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is booked by also with an earlier time that she was offered, when the office has cancelled the one she had', async () => {
    await publish(
      {
        startsAt: minutesAfter(starts, 2880).toISOString(),
        endsAt: minutesAfter(starts, 2940).toISOString(),
      },
      'T-2',
    );
    const { invitationId } = await invite();
    const bookingId = await book(theCase.resident, 'T-2');
    await wishForEarlier(theCase.resident, { bookingId, most: 3 });
    await publish();
    const [earlier] = await rows<{ id: string }>(
      `select id from meeting where type_id = $1 and external_id = 'T-1'`,
      [typeId],
    );
    const noon = new Date(wallInstant(addDays(dateInSweden(new Date()), 1), 720));
    await offerEarlier(aJob(tenantId), earlier?.id ?? '', { now: () => noon });
    await cancelByOffice(system, { bookingId, reason: 'Maria är sjuk.', occurredAt: new Date() });
    const [offer] = await rows<{ id: string }>(
      `select id from booking where moves_id = $1 and state = 'offered'`,
      [bookingId],
    );
    const offerId = offer?.id ?? '';
    expect(await pagesSay()).toEqual(['asked']);
    expect(
      await confirmBooking(theCase.resident, { bookingId: offerId, content: { needs: {}, answers: {} } }),
    ).toEqual({ outcome: 'booked', bookingId: offerId });
    expect(await pagesSay()).toEqual([]);
    const [booked] = await rows(
      'select case_id as "caseId", invitation_id as "invitationId" from booking where id = $1',
      [offerId],
    );
    expect(booked).toEqual({ caseId: theCase.caseId, invitationId });
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
