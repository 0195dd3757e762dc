import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay, visibleCases } from '../access';
import type { CasePhase } from '../domain/case-lifecycle';
import { statusText } from '../domain/status';
import { answerBy } from '../domain/supplement';
import { titleIn } from '../domain/title';
import { officerName } from './officer-of';

export interface CaseInList {
  id: string;
  title: Said;
  number: string;
  phase: CasePhase;
  /** the municipality's own words for where it is; null: the phase's general text */
  status: Said | null;
  receivedAt: Date;
  lastEventAt: Date;
  officer: string | null;
  /** the nearest due date among open requests */
  dueOn: CalendarDate | null;
  hasUnreadDecision: boolean;
  /** of the decisions that she has opened, the last day to appeal any, while it is decided; null where none can be */
  appealLastOn: CalendarDate | null;
}

export interface CaseList {
  today: CalendarDate;
  cases: CaseInList[];
  total: number;
  page: number;
  pages: number;
}

const PAGE = 20;

/** All her cases, the one with the latest news first. A page past the end is the last one. */
export async function listMyCases(actor: Actor, lang: Language, page: number): Promise<CaseList> {
  requireResidentMay(actor, 'read-own');
  return read(actor, async (tx) => {
    const where = visibleCases(actor);
    const total = await tx.case.count({ where });
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const shown = Math.min(Math.max(1, page), pages);
    const rows = await tx.case.findMany({
      where,
      orderBy: [{ lastEventAt: 'desc' }, { id: 'desc' }],
      skip: (shown - 1) * PAGE,
      take: PAGE,
      select: {
        id: true,
        title: true,
        number: true,
        phase: true,
        receivedAt: true,
        lastEventAt: true,
        officerSealed: true,
        officeStatus: { select: { status: true } },
        supplements: {
          where: { status: 'asked' },
          select: { dueOn: true },
          orderBy: { dueOn: 'asc' },
          take: 1,
        },
        decisions: { select: { openedAt: true, appealLastOn: true } },
      },
    });
    return {
      today: dateInSweden(now()),
      total,
      page: shown,
      pages,
      cases: rows.map(({ title, officerSealed, officeStatus, supplements, decisions, ...row }) => ({
        ...row,
        status: statusText(officeStatus?.status ?? null, row.phase, lang),
        title: titleIn(title, lang),
        officer: officerName(actor.tenantId, row.id, officerSealed),
        dueOn: supplements[0] ? answerBy(fromDbDate(supplements[0].dueOn)) : null,
        hasUnreadDecision: decisions.some(({ openedAt }) => openedAt === null),
        appealLastOn: row.phase === 'decided' ? lastDay(decisions) : null,
      })),
    };
  });
}

const lastDay = (decisions: readonly { appealLastOn: Date | null }[]): CalendarDate | null =>
  decisions
    .flatMap(({ appealLastOn }) => (appealLastOn ? [fromDbDate(appealLastOn)] : []))
    .toSorted()
    .at(-1) ?? null;
