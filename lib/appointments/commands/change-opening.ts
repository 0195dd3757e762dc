import 'server-only';
import { addDays, type CalendarDate, dateInSweden, fromDbDate, laterOf } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, invalid, notFound } from '@/lib/platform/errors';
import { guarded, requireAdminMay } from '../access';
import { versionOf } from '../domain/kept';
import { type PostedOpening, readOpening } from '../domain/opening-form';
import { periodsOf } from '../domain/periods';
import { endingOn } from '../domain/repetition';
import type { OutsideHours } from '../queries/outside-hours-in-tx';
import { changeHoursInTx } from './change-hours-in-tx';
import { lockOfficerInTx } from './lock-officer-in-tx';
import { openInTx } from './open-in-tx';
import { tellOpenedInTx } from './tell-opened-in-tx';

export interface ChangedOpening extends PostedOpening {
  officerId: string;
  openingId: string;
  /** of the new hours, from the form: the same press twice is one change */
  newOpeningId: string;
  /** that the form was made from */
  version: string;
  /** whoever is booked outside the new hours keeps her time, and that is known: the `told` that was seen; null: not yet */
  keepsBooked: string | null;
}

export type Changed =
  | { outcome: 'changed' }
  /** nothing is changed yet: so many are booked outside the new hours, on these days; `told` stands for just those */
  | { outcome: 'outside'; booked: number; days: CalendarDate[]; told: string };

/**
 * Other hours from a day on: the old ones end the day before, and a single day is another. Nobody's time is taken by it;
 * where people are booked outside the new hours, it has to be said that it is known: of just those. What is only held or
 * offered there comes to nothing.
 * @throws Invalid, field by field
 */
export function changeOpening(actor: Actor, posted: ChangedOpening): Promise<Changed> {
  const { openingId, officerId, newOpeningId } = posted;
  return guarded(actor, 'appointments.change-opening', 'opening', openingId, () =>
    write(actor, async (tx): Promise<Changed> => {
      requireAdminMay(actor, 'keep');
      const { tenantId } = actor;
      if (!isId(newOpeningId)) throw notFound();
      const where = { tenantId, id: newOpeningId };
      if (isId(officerId) && (await tx.opening.count({ where: { ...where, officerId } })))
        return { outcome: 'changed' };
      if (isId(officerId)) await lockOfficerInTx(tx, tenantId, officerId);
      const old = await lockOpeningInTx(tx, tenantId, openingId);
      if (!old || old.officerId !== officerId) throw notFound();
      if (old.version !== versionOf(posted.version)) throw conflict('meetings:stale');
      const read = readOpening(posted);
      if ('problems' in read) throw invalid(read.problems);
      const { startsOn } = read.opening;
      const today = dateInSweden(now());
      if (startsOn < today) throw invalid({ startsOn: 'hours:change.day-past' });
      // A single day is moved, whichever way: it must not stay behind as one more.
      const firstOn =
        old.rule === null ? laterOf(today, earlierOf(fromDbDate(old.startsOn), startsOn)) : startsOn;
      const from = new Date(wallInstant(firstOn, 0));
      const outside = await changeHoursInTx(tx, { tenantId, officerId, from }, async () => {
        await endInTx(tx, tenantId, old, firstOn);
        await openInTx(tx, { tenantId, officerId, openingId: newOpeningId }, read.opening);
      });
      // Taken back with all that was written.
      if (outside.length > 0 && posted.keepsBooked !== toldOf(outside)) throw new Outside(outside);
      await tellOpenedInTx(tx, tenantId, { officerId, from: new Date(wallInstant(startsOn, 0)) });
      await auditInTx(tx, actor, {
        action: 'appointments.change-opening',
        objectType: 'opening',
        objectId: openingId,
        reason: newOpeningId,
      });
      return { outcome: 'changed' };
    }).catch((error: unknown): Changed => {
      if (!(error instanceof Outside)) throw error;
      const { meetings } = error;
      return {
        outcome: 'outside',
        booked: meetings.reduce((sum, { booked }) => sum + booked, 0),
        days: [...new Set(meetings.map(({ day }) => day))],
        told: toldOf(meetings),
      };
    }),
  );
}

const toldOf = (meetings: readonly OutsideHours[]): string =>
  Buffer.from(
    sha256(JSON.stringify(meetings.map(({ meetingId, day, booked }) => [meetingId, day, booked]))),
  ).toString('base64url');

const earlierOf = (a: CalendarDate, b: CalendarDate) => (a < b ? a : b);

class Outside extends Error {
  constructor(readonly meetings: readonly OutsideHours[]) {
    super('People are booked outside the new hours');
  }
}

async function lockOpeningInTx(tx: Tx, tenantId: string, id: string) {
  await tx.$queryRaw`select from opening where tenant_id = ${tenantId} and id = ${id}::uuid for update`;
  return tx.opening.findUnique({ where: { tenantId_id: { tenantId, id } } });
}

/** What comes of it from the day on is gone; of one that has no day before, so is the rest. */
async function endInTx(
  tx: Tx,
  tenantId: string,
  old: NonNullable<Awaited<ReturnType<typeof lockOpeningInTx>>>,
  day: CalendarDate,
): Promise<void> {
  const where = { tenantId_id: { tenantId, id: old.id } };
  const startsOn = fromDbDate(old.startsOn);
  const last = periodsOf({ ...old, startsOn }, startsOn, addDays(day, -1)).at(-1);
  if (!last) {
    await tx.opening.delete({ where, select: { id: true } });
    return;
  }
  const lastOn = dateInSweden(new Date(last.start));
  await tx.opening.update({
    where,
    data: { ...(old.rule && { rule: endingOn(old.rule, lastOn) }), version: { increment: 1 } },
    select: { id: true },
  });
  await tx.openingPeriod.deleteMany({
    where: { tenantId, openingId: old.id, startsAt: { gte: new Date(wallInstant(day, 0)) } },
  });
}
