import type { DemoPerson } from './people';

const person = (
  nationalId: string,
  givenName: string,
  surname: string,
  more: Partial<DemoPerson> = {},
): DemoPerson => ({
  nationalId,
  givenName,
  surname,
  tenantId: 'granvik',
  protectedIdentity: false,
  address: { street: 'Testvägen 1', postalCode: '000 17', city: 'Granvik' },
  email: null,
  phone: null,
  language: 'sv',
  note: { sv: 'finns bara i testerna', en: 'exists in the tests only' },
  ...more,
});

/**
 * People for the browser tests alone; the demo doesn't show them. Specs run at the same time and a person has one
 * phone, so each spec has people of its own. As in `demo/people.ts` the numbers are published test numbers.
 */
export const testPeople: readonly DemoPerson[] = [
  person('194402109062', 'Birgit', 'Almgren'),
  person('194801152184', 'Sven', 'Hedlund'),
  person('195102031753', 'Agnes', 'Wikman'),
  person('196303275793', 'Ingrid', 'Sundell', { protectedIdentity: true, address: null }),
  person('195705172590', 'Nils', 'Brodin'),
  person('197209239289', 'Tage', 'Forsell'),
  person('196410243056', 'Ebba', 'Sandell'),
  person('198501012390', 'Maja', 'Engdahl'),
  person('197801092391', 'Hedvig', 'Sjöstrand'),
  person('198101022385', 'Folke', 'Sjöstrand', { email: 'folke.s@example.test' }),
  person('194707262202', 'Rut', 'Lindblad'),
  person('195109261494', 'Valter', 'Hammar'),
  person('196907109281', 'Greta', 'Åkerman'),
  person('197902152383', 'Alva', 'Norberg'),
  person('195302192264', 'Signe', 'Öhrn'),
  person('197701122389', 'Harriet', 'Mellqvist'),
  person('195401222178', 'Evert', 'Lidman'),
  person('195511082660', 'Tora', 'Lindholm'),
  person('196209223152', 'Holger', 'Palm'),
  person('195401120448', 'Sigrid', 'Wallin'),
  person('195205131575', 'Arvid', 'Lindell'),
  person('194807073103', 'Barbro', 'Ekdahl'),
  person('194512222391', 'Vera', 'Nordahl'),
  person('194906182284', 'Majken', 'Sjölund'),
  person('194701222798', 'Elof', 'Granath'),
  person('194507018820', 'Margit', 'Ahlin'),
  person('194201199124', 'Disa', 'Malmsten'),
  person('194101144733', 'Verner', 'Ahlberg'),
];
