import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { requireJobMay } from '../access';
import { answerUntil, offerableAt, suitsInLine } from '../domain/earlier-time';
import { type FreeTime, freeTimes } from '../domain/free-times';
import { isOpenedTime, type Opened } from '../domain/opened';
import { type InLine, listInLineInTx } from '../queries/in-line-in-tx';
import { knownCalendars } from '../queries/known-calendars';
import { lockInLineInTx, type Offerable, offerInTx, WaitsNoMore } from './offer-in-tx';
import { offerOpenedInTx } from './tell-opened-in-tx';

interface Options {
  now?: () => Date;
  signal?: AbortSignal;
}

/**
 * Times of a type have come to be that were not: each who waits for an earlier one, in the order they asked, is offered the
 * first that suits her, as long as there are any. What she lets go is then offered as any time that comes free. One at a
 * time, so that a stop on the way loses nothing. At night it waits for the morning.
 */
export async function offerOpened(
  actor: JobActor,
  { typeId, opened }: { typeId: string; opened: readonly Opened[] },
  { now = clock, signal }: Options = {},
): Promise<void> {
  requireJobMay(actor, 'offer-earlier');
  const { tenantId } = actor;
  const at = now();
  const { type, waiting } = await read(actor, async (tx) => {
    const found = await tx.appointmentType.findUnique({ where: { tenantId_id: { tenantId, id: typeId } } });
    return { type: found, waiting: found?.isOpen ? await listInLineInTx(tx, tenantId, found, at) : [] };
  });
  if (!type || waiting.length === 0) return;
  const runAt = offerableAt(at);
  if (runAt > at) return write(actor, (tx) => offerOpenedInTx(tx, { tenantId, typeId }, opened, runAt));
  const timesFor = await openedTimes(tenantId, type, { opened, waiting, at });
  for (const one of waiting) {
    signal?.throwIfAborted();
    await offerFirst(actor, type, { one, times: timesFor(one) }, now);
  }
}

type Type = Offerable['type'];

/** The first that suits her and that nobody else has taken; what has been taken is struck from the times, for those after her. */
async function offerFirst(
  actor: JobActor,
  type: Type,
  { one, times }: { one: InLine; times: Set<FreeTime> },
  now: () => Date,
): Promise<void> {
  const { tenantId } = actor;
  const { way, placeId, bookingId } = one;
  for (const time of times) {
    if (!suitsInLine(time, one)) continue;
    const startsAt = new Date(time.startsAt);
    const offerable = { tenantId, type, way, placeId, startsAt, endsAt: new Date(time.endsAt) };
    const outcome = await write(actor, async (tx) => {
      const at = now();
      const still = await lockInLineInTx(tx, offerable, bookingId, at);
      if (!still) return 'waits-no-more';
      return (await offerInTx(tx, actor, offerable, still, at)) ? 'offered' : 'gone';
    }).catch((error) => {
      if (error instanceof WaitsNoMore) return 'waits-no-more';
      throw error;
    });
    if (outcome !== 'gone') return;
    times.delete(time);
  }
}

/** Those that are free by what has opened and that can be answered in time, in order, by way and place. */
async function openedTimes(
  tenantId: string,
  type: Type,
  { opened, waiting, at }: { opened: readonly Opened[]; waiting: readonly InLine[]; at: Date },
): Promise<(one: InLine) => Set<FreeTime>> {
  const now = at.getTime();
  const last = Math.max(...waiting.map(({ startsAt }) => startsAt.getTime()));
  const asked = { typeId: type.id, type, window: { start: now, end: last }, now };
  const calendars = await knownCalendars(tenantId, now);
  const [officers, rooms] = [calendars.officers(asked), calendars.roomsFor(asked)];
  const reckon = ({ way, placeId }: InLine) =>
    freeTimes(type, officers, rooms, { way, ...(placeId && { placeId }) }, asked.window, now).filter(
      (time) => isOpenedTime(type, way, time, opened) && answerUntil(type, new Date(time.startsAt), at),
    );
  const known = new Map<string, Set<FreeTime>>();
  const keyOf = ({ way, placeId }: InLine) => `${way} ${placeId}`;
  for (const one of waiting) if (!known.has(keyOf(one))) known.set(keyOf(one), new Set(reckon(one)));
  return (one) => known.get(keyOf(one)) ?? new Set();
}
