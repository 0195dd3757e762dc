/** Staff of the invented municipalities, as each one's own identity provider knows them. All are invented. */
export interface StaffAccount {
  id: string;
  name: string;
  title: string;
  /** what the provider says of them, in the municipality's own words: which claim, and its values */
  claims: Readonly<Record<string, readonly string[]>>;
}

export const staffAccounts: Readonly<Record<string, readonly StaffAccount[]>> = {
  granvik: [
    {
      id: 'helena-strand',
      name: 'Helena Strand',
      title: 'Systemförvaltare',
      claims: { roles: ['mina-sidor-administrator', 'medarbetare'] },
    },
    {
      id: 'maria-oberg',
      name: 'Maria Öberg',
      title: 'Biståndshandläggare, utan uppdrag i Mina sidor',
      claims: { roles: ['medarbetare'] },
    },
  ],
  ekhamn: [
    {
      id: 'david-lund',
      name: 'David Lund',
      title: 'Tjänsteägare',
      claims: { groups: ['Tjänsteägare e-tjänster', 'Alla anställda'] },
    },
  ],
};
