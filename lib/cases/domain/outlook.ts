import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { addWorkingDays } from '@/lib/kernel/working-day';
import type { CasePhase } from './case-lifecycle';
import type { MoreTimeOutcome } from './more-time';
import { type ExpectedDecision, expectedOn } from './waiting';

/**
 * What stands first on a case's page: where it is now, what happens next, who acts, and by when. The words are texts
 * (`cases:outlook.<situation>.…`); this decides which, and reckons the day.
 */
export const situations = [
  'received_by_us',
  'received_by_office',
  'being_looked_into',
  'waiting_for_you',
  'comments_before_decision',
  'comments_given',
  'decision_unread',
  'decision_read',
  'decision_final',
  'appeal_over',
  'being_carried_out',
  'appealed',
  'closed',
  'withdrawn',
] as const;
export type Situation = (typeof situations)[number];

/** What the day means: the office's promise, what is usual, what it has told of a delay, what it has said it thinks, what others' waits say, of the status it is in, her due date, or the law's last day. */
export type DayKind = 'promised' | 'usual' | 'told' | 'said' | 'expected' | 'status' | 'due' | 'appeal';

/** What has become of her asking for a later day than the one that is said. */
export interface AskedMoreTime {
  state: 'waiting' | MoreTimeOutcome;
  wishedOn: CalendarDate;
}

export interface Outlook {
  situation: Situation;
  /** `court`: the board that decided, and then the court */
  actor: 'us' | 'office' | 'you' | 'court' | 'nobody';
  /** `moreTime`: of her due date, where she has asked for another */
  by: { on: CalendarDate; kind: DayKind; hasPassed: boolean; moreTime?: AskedMoreTime } | null;
}

export interface OutlookFacts {
  phase: CasePhase;
  receivedOn: CalendarDate;
  /** the nearest due date among open requests */
  dueOn: CalendarDate | null;
  /** of the rounds of comments: the nearest day to comment by among those that wait for her, and whether she has answered */
  comments: { dueOn: CalendarDate | null; areGiven: boolean };
  /** what she has asked last of what is due first */
  moreTime: AskedMoreTime | null;
  hasUnreadDecision: boolean;
  /** of the decision that can be appealed the longest; null where none can be */
  appealLastOn: CalendarDate | null;
  /** the municipality's rules; null where it has promised nothing */
  firstAnswerWorkingDays: number | null;
  usualWeeks: number | null;
  /** from how long others have waited; null where too few have been decided */
  expected: ExpectedDecision | null;
  /** the day the office named when it told that the case takes long; null where it has named none */
  toldOn: CalendarDate | null;
  /** the day it has said since, without any delay to tell of; null where it has said none */
  saidOn: CalendarDate | null;
  /** until when a case is usually in its status; null where that is not said */
  statusLateOn: CalendarDate | null;
}

/**
 * What the phase says; and of the status it is in, where the office has the case and it stays in it longer than it is to,
 * or nothing else is said of when.
 */
export function outlook(facts: OutlookFacts, today: CalendarDate): Outlook {
  const found = phaseOutlook(facts, today);
  const on = facts.statusLateOn;
  if (!on || (found.actor !== 'office' && found.actor !== 'court')) return found;
  const hasPassed = on < today;
  return found.by === null || (hasPassed && !found.by.hasPassed)
    ? { ...found, by: { on, kind: 'status', hasPassed } }
    : found;
}

function phaseOutlook(facts: OutlookFacts, today: CalendarDate): Outlook {
  const by = (on: CalendarDate | null, kind: DayKind) => on && { on, kind, hasPassed: on < today };
  const due = (on: CalendarDate | null) => {
    const found = by(on, 'due');
    return found && facts.moreTime ? { ...found, moreTime: facts.moreTime } : found;
  };
  const { phase, receivedOn } = facts;
  // A decision to read goes before whatever the case has come to since.
  if (facts.hasUnreadDecision) return { situation: 'decision_unread', actor: 'you', by: null };
  switch (phase) {
    case 'received_by_us':
      return { situation: phase, actor: 'us', by: null };
    case 'received_by_office': {
      const days = facts.firstAnswerWorkingDays;
      return {
        situation: phase,
        actor: 'office',
        by: by(days === null ? null : addWorkingDays(receivedOn, days), 'promised'),
      };
    }
    case 'being_looked_into': {
      const { usualWeeks: weeks, expected, toldOn, saidOn } = facts;
      // What the officer says of this very case is worth most; then what has been, before what is said to be usual.
      const on = saidOn
        ? by(saidOn, 'said')
        : toldOn
          ? by(toldOn, 'told')
          : expected
            ? by(expectedOn(expected, today), 'expected')
            : by(weeks === null ? null : addDays(receivedOn, weeks * 7), 'usual');
      return { situation: phase, actor: 'office', by: on };
    }
    case 'waiting_for_you':
      return { situation: phase, actor: 'you', by: due(facts.dueOn) };
    case 'decided': {
      const last = by(facts.appealLastOn, 'appeal');
      if (!last) return { situation: 'decision_final', actor: 'nobody', by: null };
      return last.hasPassed
        ? { situation: 'appeal_over', actor: 'nobody', by: last }
        : { situation: 'decision_read', actor: 'nobody', by: last };
    }
    // An office that tells the phase alone has told her itself until when she may say something.
    case 'comments_before_decision':
      return facts.comments.areGiven
        ? { situation: 'comments_given', actor: 'office', by: null }
        : { situation: phase, actor: 'you', by: due(facts.comments.dueOn) };
    case 'being_carried_out': {
      const last = by(facts.appealLastOn, 'appeal');
      return { situation: phase, actor: 'office', by: last?.hasPassed ? null : last };
    }
    case 'appealed':
      return { situation: phase, actor: 'court', by: null };
    case 'closed':
    case 'withdrawn':
      return { situation: phase, actor: 'nobody', by: null };
  }
}

/**
 * The service's own words for the phase, where they say how it stands: while there is a decision to read, or when she
 * has said what she wants of the material, that is what there is to say.
 */
export const wordsOf = <Words>(
  phases: Partial<Record<CasePhase, Words>> | undefined,
  phase: CasePhase,
  situation: Situation,
): Words | null =>
  situation === 'decision_unread' || situation === 'comments_given' ? null : (phases?.[phase] ?? null);

const undecided = new Set<CasePhase>([
  'received_by_us',
  'received_by_office',
  'being_looked_into',
  'waiting_for_you',
  'comments_before_decision',
]);

/** Whether the decision is still waited for: then it matters how long one usually waits. */
export const isBeforeDecision = (phase: CasePhase): boolean => undecided.has(phase);
