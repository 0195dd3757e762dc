import { writePeriodsInTx } from '@/lib/appointments/commands/write-periods-in-tx';
import {
  officerNameContext,
  officerNameKey,
  officerNameLookup,
} from '@/lib/appointments/domain/booking-seals';
import { reachFrom } from '@/lib/appointments/domain/reach';
import { addDays, dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { weekday } from '@/lib/kernel/working-day';
import { lookupHash, seal } from '@/lib/platform/crypto';
import type { Prisma, PrismaClient } from '@/lib/platform/generated/client';
import { municipalities, type SeededOfficer, type SeededPlace, types } from './appointments-told';
import { systemIds } from './back-office';

/** The demo's meetings: types, places, rooms, officers and their hours. What a municipality has already is left as it is. */
export async function seedAppointments(db: PrismaClient): Promise<void> {
  for (const [tenantId, { places, officers }] of Object.entries(municipalities)) {
    if (await db.appointmentType.count({ where: { tenantId } })) continue;
    await db.$transaction(async (tx) => {
      const typeIds = await seedTypes(tx, tenantId);
      const placeIds: string[] = [];
      for (const place of places) placeIds.push(await seedPlace(tx, tenantId, place));
      for (const officer of officers) await seedOfficer(tx, tenantId, officer, { typeIds, placeIds });
    });
  }
}

async function seedTypes(tx: Prisma.TransactionClient, tenantId: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const receiver = await tx.backOfficeSystem.findFirst({
    where: { tenantId, id: { in: Object.values(systemIds) } },
    select: { id: true },
  });
  for (const [position, { service, ...type }] of types.entries()) {
    const found = service
      ? await tx.service.findUnique({
          where: { tenantId_slug: { tenantId, slug: service } },
          select: { id: true },
        })
      : null;
    if (service && !found) continue;
    const { id } = await tx.appointmentType.create({
      data: {
        tenantId,
        position,
        ...type,
        serviceId: found?.id ?? null,
        receiverSystemId: receiver?.id ?? null,
      },
      select: { id: true },
    });
    ids.set(type.slug, id);
  }
  return ids;
}

async function seedPlace(
  tx: Prisma.TransactionClient,
  tenantId: string,
  { rooms, ...place }: SeededPlace,
): Promise<string> {
  const { id } = await tx.meetingPlace.create({
    data: { tenantId, ...place, rooms: { create: rooms } },
    select: { id: true },
  });
  return id;
}

async function seedOfficer(
  tx: Prisma.TransactionClient,
  tenantId: string,
  { name, unit, languages = [], types: slugs, openings }: SeededOfficer,
  { typeIds, placeIds }: { typeIds: ReadonlyMap<string, string>; placeIds: readonly string[] },
): Promise<void> {
  const officerId = newId();
  await tx.meetingOfficer.create({
    data: {
      tenantId,
      id: officerId,
      nameSealed: seal(name, officerNameContext(tenantId, officerId)),
      nameHash: lookupHash(officerNameKey(name), officerNameLookup(tenantId)),
      unit,
      languages,
      types: { create: slugs.flatMap((slug) => typeIds.get(slug) ?? []).map((typeId) => ({ typeId })) },
    },
    select: { id: true },
  });
  const today = dateInSweden(new Date());
  const startsOn = addDays(today, -((weekday(today) + 6) % 7));
  const reachesOn = reachFrom(today);
  for (const { place, ways, days, from, to, everyWeeks = 1 } of openings) {
    const id = newId();
    const rule = {
      startsOn,
      fromMinute: from * 60,
      minutes: (to - from) * 60,
      rule: `FREQ=WEEKLY;INTERVAL=${everyWeeks};BYDAY=${days}`,
    };
    await tx.opening.create({
      data: {
        ...rule,
        tenantId,
        id,
        officerId,
        placeId: place === undefined ? null : (placeIds[place] ?? null),
        ways,
        startsOn: toDbDate(startsOn),
        reachesOn: toDbDate(reachesOn),
      },
      select: { id: true },
    });
    await writePeriodsInTx(tx, { tenantId, id }, rule, startsOn, reachesOn);
  }
}
