import * as z from 'zod';

/** What applications tell of. Ids only. */
export const applicationsEvents = {
  'applications.signature-asked': z.strictObject({
    applicationId: z.uuid(),
    signerId: z.uuid(),
    personId: z.uuid(),
  }),
  'applications.signature-reminded': z.strictObject({
    applicationId: z.uuid(),
    signerId: z.uuid(),
    personId: z.uuid(),
  }),
  /** to the applicant */
  'applications.signature-declined': z.strictObject({ applicationId: z.uuid(), personId: z.uuid() }),
  'applications.signatures-expired': z.strictObject({ applicationId: z.uuid(), personId: z.uuid() }),
  /** she has been told on which day her draft is thrown away */
  'applications.draft-expiring': z.strictObject({ applicationId: z.uuid(), personId: z.uuid() }),
  'applications.submitted': z.strictObject({ applicationId: z.uuid(), caseId: z.uuid(), personId: z.uuid() }),
  'applications.file-infected': z.strictObject({
    applicationId: z.uuid(),
    fileId: z.uuid(),
    personId: z.uuid(),
  }),
};
