import 'server-only';
import { addDays, type CalendarDate, calendarDate, startInSweden } from '@/lib/kernel/calendar-date';
import type { ResidentActor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { isOwnCare, visibleCare } from '../access';
import type { CareLaw, NoteKind } from '../domain/care-messages';
import { type NoteContent, noteContext } from '../domain/care-seals';
import { byDay, type Day } from '../domain/days';
import { type CareVisitView, visitsInTx } from './care-visits-in-tx';

export interface CareNoteView {
  id: string;
  law: CareLaw;
  kind: NoteKind;
  at: Date;
  /** null where it has been taken back */
  content: NoteContent | null;
  /** when it was written as it stands, or taken back */
  toldAt: Date;
  /** as it stood before, the latest first */
  earlier: { kind: NoteKind; at: Date; content: NoteContent; toldAt: Date }[];
}

export type DiaryEntry = { what: 'note'; note: CareNoteView } | { what: 'visit'; visit: CareVisitView };

export interface Diary {
  /** the latest first, and in each day the latest first */
  days: Day<DiaryEntry>[];
  /** the first day of those shown: what is older comes before it; null where nothing does */
  older: CalendarDate | null;
  /** the systems that what is shown here of the last two weeks comes from */
  sources: string[];
}

const DAYS_ON_A_PAGE = 7;
const STILL_GOING_DAYS = 14;

/** Notes of any day, and visits of the days before today: those of today stand with what is to come. */
export async function diaryInTx(
  tx: Tx,
  actor: ResidentActor,
  { today, before }: { today: CalendarDate; before: CalendarDate | null },
): Promise<Diary> {
  const startOfToday = startInSweden(today);
  const end = before ? startInSweden(before) : startInSweden(addDays(today, 1));
  const visitsEnd = before && before < today ? end : startOfToday;
  const days = await tx.$queryRaw<{ day: string }[]>`
    select to_char(day, 'YYYY-MM-DD') as day from (
      select (at at time zone 'Europe/Stockholm')::date as day from care_note
       where ${isOwnCare(actor)} and at < ${end}
      union
      select (starts_at at time zone 'Europe/Stockholm')::date from care_visit
       where ${isOwnCare(actor)} and starts_at < ${visitsEnd}
    ) as days order by day desc limit ${DAYS_ON_A_PAGE + 1}::int`;
  const first = days.slice(0, DAYS_ON_A_PAGE).at(-1);
  if (!first) return { days: [], older: null, sources: [] };
  const from = calendarDate(first.day);
  const since = startInSweden(from);
  const notes = await notesInTx(tx, actor, { from: since, to: end });
  const { visits } = await visitsInTx(tx, actor, { from: since, to: visitsEnd });
  const entries: DiaryEntry[] = [
    ...notes.views.map((note) => ({ what: 'note' as const, note })),
    ...visits.map((visit) => ({ what: 'visit' as const, visit })),
  ];
  const latestFirst = entries.toSorted((one, other) => when(other).getTime() - when(one).getTime());
  const recently = startInSweden(addDays(today, -STILL_GOING_DAYS));
  return {
    days: byDay(latestFirst, when),
    older: days.length > DAYS_ON_A_PAGE ? from : null,
    sources: notes.told.flatMap(({ at, systemId }) => (at >= recently ? [systemId] : [])),
  };
}

const when = (entry: DiaryEntry): Date => (entry.what === 'note' ? entry.note.at : entry.visit.startsAt);

/** Her notes of a time, in order, each with how it stood before. */
export async function notesInTx(tx: Tx, actor: ResidentActor, { from, to }: { from: Date; to: Date }) {
  const told = await tx.careNote.findMany({
    where: { ...visibleCare(actor), at: { gte: from, lt: to } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { earlier: { orderBy: { version: 'desc' } } },
  });
  const opened = (id: string, sealed: Uint8Array) =>
    openJson<NoteContent>(sealed, noteContext(actor.tenantId, id));
  const views = told.map(
    ({ id, law, kind, at, sealed, toldAt, earlier }): CareNoteView => ({
      ...{ id, law, kind, at, toldAt },
      content: sealed && opened(id, sealed),
      earlier: earlier.map((one) => ({
        ...{ kind: one.kind, at: one.at, toldAt: one.toldAt },
        content: opened(id, one.sealed),
      })),
    }),
  );
  return { told, views };
}
