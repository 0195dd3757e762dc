interface OfContactChange {
  personId: string;
  changeId: string;
}

/** What identity tells of. Ids only. */
export interface IdentityEvents {
  'identity.contact-change-asked': OfContactChange;
  'identity.contact-way-replaced': OfContactChange;
}
