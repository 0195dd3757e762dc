import { z } from 'zod';
import { parseSaneDate } from '@/lib/kernel/calendar-date';
import { holdsNationalId } from '@/lib/kernel/national-id';
import { line, occurredAt, words } from '@/lib/kernel/told';
import { courtOutcomes } from './appeal-step';
import { decisionMatters, decisionOutcomes } from './decision';

/* What a back office may tell about a case. The API and the commands read by the same shapes. */

/** Ids end up in addresses, logs and conversations: no place for a personal number. */
export const externalId = line(100).refine(
  (id) => !holdsNationalId(id, new Date()),
  'must not hold a personal number',
);

export const day = z.string().transform((text, context) => {
  const parsed = parseSaneDate(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'must be a date, YYYY-MM-DD' });
  return z.NEVER;
});

export const officerSchema = z.strictObject({
  name: line(100).optional(),
  unit: line(150),
  phone: line(40).optional(),
  email: z.email().max(200).optional(),
});
export type Officer = z.infer<typeof officerSchema>;

/** When it happened there, and who has the case then. */
export const happening = { occurredAt, officer: officerSchema.optional() };

export const receivedMessage = z.strictObject({ ...happening, externalId });

/** Those an office tells as such; the others follow from a receipt, a request or a decision. */
export const toldPhases = [
  'being_looked_into',
  'comments_before_decision',
  'being_carried_out',
  'appealed',
  'closed',
  'withdrawn',
] as const;

/** What the office itself calls the state; the municipality maps it to a status of its own. */
export const statusCode = externalId.pipe(z.string().max(64));

/** The office's own number of the case's state, which only grows: what comes with an older one changes nothing. */
export const caseVersion = z.int().min(0);

export const phaseMessage = z
  .strictObject({
    ...happening,
    /** left out where the phase is the same and only the office's own status has changed */
    phase: z.enum(toldPhases).optional(),
    statusCode: statusCode.optional(),
    /** when the office now thinks that it decides */
    expectedOn: day.optional(),
    caseVersion: caseVersion.optional(),
  })
  .refine(
    ({ phase, statusCode, expectedOn }) =>
      phase !== undefined || statusCode !== undefined || expectedOn !== undefined,
    'must have a phase, a statusCode or an expectedOn',
  );
export type ToldPhase = (typeof toldPhases)[number];

/** How a case stands that was never applied for here. What is asked and decided in it is told as of any other case. */
export const officeCaseMessage = z.strictObject({
  ...happening,
  /** when the application reached the office: the day the law counts from (FL 22 §) */
  receivedAt: occurredAt,
  phase: z.enum(['received_by_office', ...toldPhases]),
  statusCode: statusCode.optional(),
});

export const supplementMessage = z.strictObject({
  ...happening,
  externalId,
  /** why something more is needed, in the officer's words */
  text: words(4000),
  /** what is asked for, one thing each */
  items: z
    .array(z.strictObject({ id: externalId, text: words(1000) }))
    .min(1)
    .max(20),
  dueOn: day,
});

/** What the decision is to build on, for her to comment on before it is made (FL 25 §). Its files come with it. */
export const commentRoundMessage = z.strictObject({
  ...happening,
  externalId,
  /** what she is to read, and what it is about, in the officer's words */
  text: words(20_000),
  dueOn: day,
});

/** More time than was said first. */
export const dueDateMessage = z.strictObject({ ...happening, dueOn: day });

/** What becomes of her asking for more time: a later day, or why not, in the officer's words to her. */
export const moreTimeAnswerMessage = z.discriminatedUnion('outcome', [
  z.strictObject({ ...happening, outcome: z.literal('granted'), dueOn: day }),
  z.strictObject({ ...happening, outcome: z.literal('refused'), reason: words(4000) }),
]);

/** How it can be appealed. The time of a legality review runs from the notice board, whoever has read the decision. */
const appeal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['administrative', 'none']) }),
  z.strictObject({
    kind: z.literal('legality'),
    /** when it was announced on the notice board that the minutes had been approved (KL 13 kap. 5 §) */
    announcedOn: day,
  }),
]);

/** FL 11 §: the party is told that it takes long, and why. */
export const delayNoticeMessage = z.strictObject({
  ...happening,
  externalId,
  /** why, in the officer's words to her */
  reason: words(4000),
  /** when the office now thinks that it decides, where it can say so */
  expectedOn: day.optional(),
});

export const decisionMessage = z.strictObject({
  ...happening,
  externalId,
  /**
   * `delay_request`: a no to what she asked under FL 12 §, which may be appealed; the case goes on. `appeal`: an appeal of
   * the decision in `follows` came too late and is dismissed, which may be appealed
   */
  matter: z.enum(decisionMatters).default('application'),
  /** an earlier decision in the case, by the office's id: which this one reconsiders (FL 37–39 §§), or whose appeal it dismisses */
  follows: externalId.optional(),
  outcome: z.enum(decisionOutcomes),
  decidedOn: day,
  /** what was decided, in a sentence or two */
  decided: words(4000),
  reasons: words(20_000),
  validFrom: day.optional(),
  /** "11 kap. 1 § socialtjänstlagen (2025:400)" */
  lawReference: line(500).optional(),
  appeal: appeal.default({ kind: 'administrative' }),
});

/** What the board or the court has done with the appeal of a decision. */
export const appealStepMessage = z.discriminatedUnion('step', [
  z.strictObject({ ...happening, step: z.literal('in_time'), on: day }),
  z.strictObject({ ...happening, step: z.literal('forwarded'), on: day, court: line(150) }),
  z.strictObject({
    ...happening,
    step: z.literal('court_decided'),
    on: day,
    court: line(150),
    outcome: z.enum(courtOutcomes),
  }),
]);

export type ReceivedMessage = z.output<typeof receivedMessage>;
export type OfficeCaseMessage = z.output<typeof officeCaseMessage>;
export type PhaseMessage = z.output<typeof phaseMessage>;
export type SupplementMessage = z.output<typeof supplementMessage>;
export type DelayNoticeMessage = z.output<typeof delayNoticeMessage>;
export type CommentRoundMessage = z.output<typeof commentRoundMessage>;
export type DueDateMessage = z.output<typeof dueDateMessage>;
export type MoreTimeAnswerMessage = z.output<typeof moreTimeAnswerMessage>;
export type AppealStepMessage = z.output<typeof appealStepMessage>;
export type DecisionMessage = z.output<typeof decisionMessage>;

/** When it happened, never later than now: the office's clock may be ahead of ours. */
export const happenedAt = (message: { occurredAt: Date }, now: Date): Date =>
  message.occurredAt > now ? now : message.occurredAt;
