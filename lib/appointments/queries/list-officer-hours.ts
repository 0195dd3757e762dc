import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { openText } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import { texts } from '../domain/appointment-type';
import { officerNameContext } from '../domain/booking-seals';
import { type Repetition, repetitionOf } from '../domain/repetition';
import type { MeetingWay } from '../domain/words';

export interface OpeningView {
  id: string;
  place: string | null;
  ways: MeetingWay[];
  startsOn: CalendarDate;
  /** minutes into the day, and how many from then */
  fromMinute: number;
  minutes: number;
  /** null: once; a text: a rule that people here can't choose, as a calendar writes it */
  repetition: Repetition | string | null;
}

export interface OfficerHours {
  id: string;
  name: string;
  unit: string;
  isOpen: boolean;
  /** the kinds of meetings that she takes */
  types: string[];
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
        types: { select: { type: { select: { name: true, position: true } } } },
        openings: {
          orderBy: [{ startsOn: 'asc' }, { fromMinute: 'asc' }],
          include: { place: { select: { name: true } } },
        },
      },
    });
    return {
      places,
      officers: officers
        .map(({ nameSealed, types, openings, ...officer }) => ({
          ...officer,
          name: openText(nameSealed, officerNameContext(tenantId, officer.id)),
          types: types
            .map(({ type }) => type)
            .sort((a, b) => a.position - b.position)
            .map(({ name }) => texts.parse(name).sv ?? ''),
          openings: openings.map(({ id, place, ways, startsOn, fromMinute, minutes, rule }) => ({
            id,
            place: place?.name ?? null,
            ways,
            startsOn: fromDbDate(startsOn),
            fromMinute,
            minutes,
            repetition: rule === null ? null : (repetitionOf(rule) ?? rule),
          })),
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'sv')),
    };
  });
}
