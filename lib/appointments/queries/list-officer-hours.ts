import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate, laterOf } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import { texts } from '../domain/appointment-type';
import { type Repetition, repetitionOf } from '../domain/repetition';
import type { MeetingWay } from '../domain/words';
import { byName, officerName } from './officer-name';

export interface OpeningView {
  id: string;
  version: number;
  placeId: string | null;
  place: string | null;
  ways: MeetingWay[];
  startsOn: CalendarDate;
  /** the next day that it falls on, today or later */
  nextOn: CalendarDate;
  /** minutes into the day, and how many from then */
  fromMinute: number;
  minutes: number;
  /** null: once; a text: a rule that people here can't choose, as a calendar writes it */
  repetition: Repetition | string | null;
}

export interface OfficerHours {
  id: string;
  /** a system publishes her times: it keeps her hours */
  isSystems: boolean;
  name: string;
  unit: string;
  isOpen: boolean;
  /** the kinds of meetings that she takes */
  types: string[];
  /** those that still come to something */
  openings: OpeningView[];
}

export interface Hours {
  officers: OfficerHours[];
  places: { id: string; name: string }[];
}

/** Who can be met and when, as the municipality keeps it. */
export function listOfficerHours(actor: Actor): Promise<Hours> {
  return read(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId } = actor;
    const at = now();
    const ahead = { endsAt: { gt: at } };
    const places = await tx.meetingPlace.findMany({
      where: { tenantId, isOpen: true },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    });
    const officers = await tx.meetingOfficer.findMany({
      where: { tenantId },
      select: {
        id: true,
        nameSealed: true,
        unit: true,
        isOpen: true,
        systemId: true,
        types: { select: { type: { select: { name: true, position: true } } } },
        openings: {
          where: { periods: { some: ahead } },
          orderBy: [{ startsOn: 'asc' }, { fromMinute: 'asc' }],
          select: {
            id: true,
            version: true,
            placeId: true,
            ways: true,
            startsOn: true,
            fromMinute: true,
            minutes: true,
            rule: true,
            place: { select: { name: true } },
            periods: { where: ahead, orderBy: { startsAt: 'asc' }, take: 1, select: { startsAt: true } },
          },
        },
      },
    });
    return {
      places,
      officers: officers
        .map(({ nameSealed, types, openings, systemId, ...officer }) => ({
          ...officer,
          isSystems: systemId !== null,
          name: officerName(tenantId, { ...officer, nameSealed }),
          types: types
            .map(({ type }) => type)
            .sort((a, b) => a.position - b.position)
            .map(({ name }) => texts.parse(name).sv ?? ''),
          openings: openings.map(({ place, periods, startsOn, rule, ...opening }) => ({
            ...opening,
            place: place?.name ?? null,
            startsOn: fromDbDate(startsOn),
            nextOn: laterOf(dateInSweden(at), dateInSweden(periods[0]?.startsAt ?? at)),
            repetition: rule === null ? null : (repetitionOf(rule) ?? rule),
          })),
        }))
        .sort(byName),
    };
  });
}
