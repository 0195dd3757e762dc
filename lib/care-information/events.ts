import * as z from 'zod';

const ofPerson = { personId: z.uuid() };

/** What this module tells of. Ids only. */
export const careInformationEvents = {
  'care-information.plan-changed': z.strictObject({ planId: z.uuid(), ...ofPerson }),
  'care-information.plan-ended': z.strictObject({ planId: z.uuid(), ...ofPerson }),
  'care-information.visit-changed': z.strictObject({ visitId: z.uuid(), ...ofPerson }),
  'care-information.note-changed': z.strictObject({ noteId: z.uuid(), ...ofPerson }),
};
