import { z } from 'zod';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import { addWorkingDays } from '@/lib/kernel/working-day';
import { type CasePhase, casePhases } from './case-lifecycle';
import { titleIn } from './title';

/**
 * A municipality's own status under one of the fixed phases, as its row has it. The seed writes them; a status that is
 * no longer used is deprecated, never taken away: cases that had it still speak by it.
 */
export const statusSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.string().min(1),
  phase: z.enum(casePhases),
  /** language → what the resident reads; Swedish is always there */
  texts: z.record(z.string(), z.string().min(1)).refine(({ sv }) => sv !== undefined, 'must have Swedish'),
  /** codes of those it may come after; none: any */
  after: z.array(z.string()),
  messagesOpen: z.boolean(),
  supplementsOpen: z.boolean(),
  /** working days in it before it is late; null: never */
  lateAfterDays: z.int().positive().nullable(),
});
export type Status = z.infer<typeof statusSchema>;

/** What a case has of its status: null where its office has told none, or one that nobody has mapped. */
export type CaseStatusFacts = Pick<Status, 'phase' | 'lateAfterDays'> & { texts: unknown };

/**
 * What the resident reads where her case is: the status in her language, while the case is in the phase that the status
 * belongs to. Else null, and the phase's general text stands: the case has gone on, and its office has not said how.
 */
export const statusText = (status: CaseStatusFacts | null, phase: CasePhase, lang: string): Said | null =>
  status?.phase === phase ? titleIn(status.texts, lang) : null;

/**
 * Whether what is asked for can be sent: a municipality's own status may say no, while the case is in its phase. As with
 * messages, where there is no such status it can.
 */
export const takesSupplements = (
  status: Pick<Status, 'phase' | 'supplementsOpen'> | null,
  phase: CasePhase,
): boolean => status?.phase !== phase || status.supplementsOpen;

/** Until when a case is usually in its status. */
export const statusLateOn = (
  status: CaseStatusFacts | null,
  phase: CasePhase,
  since: Date | null,
): CalendarDate | null =>
  status?.phase === phase && status.lateAfterDays !== null && since
    ? addWorkingDays(dateInSweden(since), status.lateAfterDays)
    : null;

/** Whether a status may come after another. Where the one before is not known there is nothing to compare with. */
export const mayFollow = (next: Pick<Status, 'code' | 'after'>, before: { code: string } | null): boolean =>
  next.after.length === 0 || before === null || before.code === next.code || next.after.includes(before.code);
