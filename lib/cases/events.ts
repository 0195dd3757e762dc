import * as z from 'zod';

const ofCase = { caseId: z.uuid(), personId: z.uuid() };

/** What cases tell of. Ids only. */
export const casesEvents = {
  'cases.arrived': z.strictObject(ofCase),
  'cases.received-by-office': z.strictObject(ofCase),
  'cases.officer-changed': z.strictObject(ofCase),
  'cases.phase-changed': z.strictObject({ ...ofCase, phase: z.string() }),
  'cases.supplement-asked': z.strictObject({ ...ofCase, supplementId: z.uuid() }),
  // Each part she sends of an answer, the last too.
  'cases.supplement-answered': z.strictObject({ ...ofCase, supplementId: z.uuid(), partId: z.uuid() }),
  'cases.supplement-received': z.strictObject({ ...ofCase, supplementId: z.uuid() }),
  'cases.supplement-withdrawn': z.strictObject({ ...ofCase, supplementId: z.uuid() }),
  'cases.supplement-extended': z.strictObject({ ...ofCase, supplementId: z.uuid() }),
  'cases.more-time-asked': z.strictObject({ ...ofCase, moreTimeId: z.uuid() }),
  // Of a request, or of a round of comments.
  'cases.more-time-answered': z.strictObject({
    ...ofCase,
    supplementId: z.uuid().optional(),
    roundId: z.uuid().optional(),
  }),
  'cases.comments-asked': z.strictObject({ ...ofCase, roundId: z.uuid() }),
  'cases.material-opened': z.strictObject({ ...ofCase, roundId: z.uuid() }),
  'cases.comment-sent': z.strictObject({ ...ofCase, roundId: z.uuid(), commentId: z.uuid() }),
  'cases.comments-extended': z.strictObject({ ...ofCase, roundId: z.uuid() }),
  'cases.comments-withdrawn': z.strictObject({ ...ofCase, roundId: z.uuid() }),
  // One of the three: what she is to do by the day.
  'cases.due-day-reminded': z.strictObject({
    ...ofCase,
    reminderId: z.uuid(),
    supplementId: z.uuid().optional(),
    roundId: z.uuid().optional(),
    decisionId: z.uuid().optional(),
  }),
  'cases.decision-arrived': z.strictObject({ ...ofCase, decisionId: z.uuid() }),
  'cases.decision-opened': z.strictObject({ ...ofCase, decisionId: z.uuid() }),
  'cases.withdrawal-sent': z.strictObject({ ...ofCase, withdrawalId: z.uuid() }),
  'cases.delay-told': z.strictObject(ofCase),
  'cases.delay-requested': z.strictObject({ ...ofCase, delayRequestId: z.uuid() }),
  'cases.appeal-sent': z.strictObject({ ...ofCase, appealId: z.uuid() }),
  'cases.appeal-step': z.strictObject({ ...ofCase, decisionId: z.uuid() }),
  'cases.appeal-received': z.strictObject({ ...ofCase, appealId: z.uuid() }),
  // Of what she has not sent yet: an answer, a comment or an appeal of the decision.
  'cases.file-infected': z.strictObject({
    ...ofCase,
    supplementId: z.uuid().optional(),
    roundId: z.uuid().optional(),
    decisionId: z.uuid().optional(),
  }),
};
