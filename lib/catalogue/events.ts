import * as z from 'zod';

/** What the catalogue tells of. */
export const catalogueEvents = {
  'catalogue.version-published': z.strictObject({ serviceId: z.uuid(), version: z.string() }),
};
