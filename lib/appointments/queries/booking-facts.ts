import 'server-only';
import { type CaseTitle, titleIn } from '@/lib/cases/domain/title';
import type { Said } from '@/lib/kernel/said';
import type { Prisma } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { type BookingSituation, situationOf } from '../domain/booking-situation';
import { changeableUntil, mayChange } from '../domain/limits';
import type { MeetingWay } from '../domain/words';
import { officerName } from './officer-name';

/** What she reads of a booking wherever it stands. */
export interface BookingFacts {
  id: string;
  situation: BookingSituation;
  type: { slug: string; name: Said };
  way: MeetingWay;
  startsAt: Date;
  endsAt: Date;
  place: { name: string; address: string } | null;
  officer: string | null;
  /** null where there is nothing to prepare */
  prepare: Said | null;
  case: { id: string; number: string; title: Said } | null;
  /** the invitation that it answers */
  invitationId: string | null;
  /** while it is held or offered */
  heldUntil: Date | null;
  /** the booking that it would be moved from */
  movesId: string | null;
  /** the booking that it became the new time of: that one is hers, and this one is nothing any more */
  becameTimeOf: string | null;
  changeableUntil: Date;
  mayChange: boolean;
}

export const bookingSelect = {
  id: true,
  state: true,
  startsAt: true,
  endsAt: true,
  heldUntil: true,
  endedAt: true,
  needsNoneAt: true,
  changeMinutes: true,
  movesId: true,
  invitationId: true,
  case: { select: { id: true, number: true, title: true } },
  meeting: {
    select: {
      typeId: true,
      way: true,
      officer: { select: { id: true, nameSealed: true } },
      place: { select: { name: true, address: true } },
      type: { select: { slug: true, name: true, prepare: true, changeMinutes: true } },
    },
  },
} as const satisfies Prisma.BookingSelect;

type Row = Prisma.BookingGetPayload<{ select: typeof bookingSelect }>;

export function bookingFacts(
  row: Row,
  { tenantId, lang, now }: { tenantId: string; lang: Language; now: Date },
): BookingFacts {
  const { way, officer, place, type } = row.meeting;
  return {
    id: row.id,
    situation: situationOf(row, now),
    type: { slug: type.slug, name: titleIn(type.name, lang) },
    way,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    place,
    officer: officer && officerName(tenantId, officer),
    prepare: saidOrNothing(type.prepare, lang),
    case: row.case && { ...row.case, title: titleIn(row.case.title as CaseTitle, lang) },
    heldUntil: row.heldUntil,
    movesId: row.movesId,
    // Only what was held or offered, and then confirmed as a move, ends so.
    becameTimeOf: row.state === 'cancelled' ? row.movesId : null,
    invitationId: row.invitationId,
    changeableUntil: changeableUntil({ ...row, type }, row.startsAt),
    mayChange: row.state === 'booked' && mayChange({ ...row, type }, row.startsAt, now),
  };
}

/** Texts in a language; null where nothing is said. */
export function saidOrNothing(texts: unknown, lang: Language): Said | null {
  const said = titleIn(texts, lang);
  return said.text.trim() ? said : null;
}
