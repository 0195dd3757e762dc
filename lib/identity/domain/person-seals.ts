/** What each sealed value of a person is bound to: moved to another row or municipality it doesn't open. */
export const personContext = (
  field: 'national-id' | 'name' | 'email' | 'phone',
  tenantId: string,
  personId: string,
) => `person.${field}:${tenantId}:${personId}`;

/** The keyed hash a person is found by. Per municipality, so that two cannot compare their residents. */
export const personLookupContext = (tenantId: string) => `person.national-id:${tenantId}`;

export interface PersonName {
  givenName: string;
  surname: string;
}
