/** What care information tells of. Ids only. */
export interface CareInformationEvents {
  'care-information.plan-changed': { planId: string; personId: string };
  'care-information.plan-ended': { planId: string; personId: string };
  'care-information.visit-changed': { visitId: string; personId: string };
  'care-information.note-changed': { noteId: string; personId: string };
}
