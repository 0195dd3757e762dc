import * as z from 'zod';

/** What applications tell of. Ids only. */
export const applicationsEvents = {
  'applications.submitted': z.strictObject({ applicationId: z.uuid(), caseId: z.uuid(), personId: z.uuid() }),
};
