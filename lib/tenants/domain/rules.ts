import { z } from 'zod';

const count = z.int().positive();
const hour = z.int().min(0).max(23);

/**
 * The rules that differ between municipalities or change over time, each with the shape of its value. Rows stand in
 * `dated_rule` with the law or decision they come from; a number that is a rule is never written in code.
 */
export const ruleShapes = {
  /** how long one may appeal after having got a decision (FL 44 §) */
  'appeal.time': z.strictObject({ weeks: count }),
  /** how long any member may appeal what is tried for its legality alone (KL 13 kap. 5 §) */
  'appeal.legality-time': z.strictObject({ weeks: count }),
  /** after how long one may ask for a decision, and within what time it is answered (FL 12 §) */
  'delay.request': z.strictObject({ months: count, answerWeeks: count }),
  /** how far past the usual time a case is much delayed, so that its person is told why (FL 11 §) */
  'delay.notice': z.strictObject({ weeksPastUsual: count }),
  /** within how many working days an officer gets in touch, as the municipality has promised */
  'case.first-answer': z.strictObject({ workingDays: count }),
  /** how long it usually takes from application to decision, as the municipality says */
  'case.usual-decision': z.strictObject({ weeks: count }),
  /**
   * after how long without a word a back-office system is said to be silent, and after how many tellings in vain of
   * something new; a system that is heard from less often has a time of its own, by its client id
   */
  'source.silent': z.strictObject({
    minutes: count,
    tells: count,
    systems: z.record(z.string(), z.strictObject({ minutes: count })).optional(),
  }),
  /** over how long past decisions are counted, and of how many cases at the least, to say how long others have waited */
  'case.waiting-times': z.strictObject({ months: count, atLeast: count }),
  /** how many days a draft is kept after its last change, and how many days before that she is told (GDPR art. 5.1 e) */
  'draft.kept': z
    .strictObject({ days: count, warnDays: count })
    .refine(({ days, warnDays }) => warnDays < days, { error: 'warnDays must be less than days' }),
  /**
   * how long what has happened for a case system is kept for it to ask after (ids only); never so short that a system
   * that was away over a holiday must begin anew
   */
  'changes.kept': z.strictObject({ days: z.int().min(30) }),
  /** how long she has to send another file in the place of one that was infected */
  'supplement.file-again': z.strictObject({ days: count }),
  /**
   * how often she may ask for more time of the same request, whether also when the due date has passed, and how many days
   * she may wish for: the municipality's own practice
   */
  'more-time.request': z.strictObject({ times: count, alsoLate: z.boolean(), mostDays: count }),
  /** how many days before a due date she is reminded of it, and for how many days after it that she still can answer */
  'reminder.due-date': z.strictObject({ daysBefore: count, lateWithinDays: count }),
  /** how many days before the last day to appeal she is reminded of an appeal that she has begun and not sent */
  'reminder.appeal': z.strictObject({ daysBefore: count }),
  /**
   * offers of a care home: in which services' cases they are made; how long she has to answer, from when it is offered;
   * what her first no means, her second and so on, the last for all that follow (`later`: others may be asked before
   * her next time); and whether no answer counts as a no
   */
  'care-home.offer': z.strictObject({
    services: z.array(z.string().min(1)).min(1),
    answer: z.union([z.strictObject({ days: count }), z.strictObject({ hours: count })]),
    declines: z.array(z.enum(['nothing', 'later', 'assessed-again'])).min(1),
    silenceIsNo: z.boolean(),
  }),
  /** how many hours before the last time to answer an offer she is reminded of it */
  'reminder.offer': z.strictObject({ hoursBefore: count }),
  /** within how long a decided place is to be given, before the municipality must report that it has not been */
  'care-home.carried-out': z.strictObject({ months: count }),
  /** how long what happens is gathered to one notice, and after how long it is told of no more */
  'notice.sending': z.strictObject({ gatherSeconds: z.int().min(0).max(3600), dropAfterHours: count }),
  /** between which whole hours in Sweden what makes a sound is held, unless a person has chosen otherwise */
  'notice.quiet-hours': z
    .strictObject({
      from: hour,
      to: hour,
      channels: z.array(z.enum(['email', 'sms', 'push', 'digital-mail'])),
    })
    .refine(({ from, to }) => from !== to, { error: 'from and to must differ' }),
  /**
   * the municipality has joined the infrastructure for digital mail (Mina meddelanden), and sends as this organisation:
   * twelve digits, "16" and its number. Without the rule it sends none.
   */
  'notice.digital-mail': z.strictObject({ organisationNumber: z.string().regex(/^16\d{10}$/) }),
  /** how long she can still answer about a case that has ended: the municipality's own promise */
  'messages.after-case-ended': z.union([
    z.strictObject({ days: count }),
    z.strictObject({ workingDays: count }),
  ]),
  /** to which services one may write before one has applied for them: by slug */
  'messages.to-services': z.strictObject({ services: z.array(z.string().min(1)) }),
  /** within how many working days whoever reports a lack of accessibility is answered, as the municipality has promised */
  'accessibility.answer': z.strictObject({ workingDays: count }),
  /** how long such a report is kept, by the municipality's decision to destroy it (arkivlagen 10 §) */
  'accessibility.kept': z.strictObject({ months: count }),
} as const;

export type RuleKey = keyof typeof ruleShapes;
export type RuleValue<K extends RuleKey> = z.infer<(typeof ruleShapes)[K]>;

/** Throws where a row's value doesn't have its key's shape: a rule that can't be read must stop, not pass. */
export const parseRule = <K extends RuleKey>(key: K, value: unknown): RuleValue<K> =>
  ruleShapes[key].parse(value) as RuleValue<K>;
