import * as z from 'zod';

/** What is told of reports. Ids only. */
export const feedbackEvents = {
  'feedback.accessibility-reported': z.strictObject({ reportId: z.uuid() }),
};
