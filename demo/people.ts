/**
 * The people of the demo world. All are invented; the personal numbers are the Swedish Tax Agency's published
 * test numbers, which nobody real has. The simulated e-ID, the population register and the seed share this list.
 */
export interface DemoPerson {
  /** 12 digits */
  nationalId: string;
  givenName: string;
  surname: string;
  /** the municipality where the person is registered */
  tenantId: 'granvik' | 'ekhamn';
  protectedIdentity: boolean;
  /** null where the population register keeps it secret */
  address: { street: string; postalCode: string; city: string } | null;
  email: string | null;
  phone: string | null;
  language: 'sv' | 'en' | 'fi' | 'ar';
  /** who this is, for the one who tries the demo */
  note: { sv: string; en: string };
}

export const demoPeople: readonly DemoPerson[] = [
  {
    nationalId: '194207099146',
    givenName: 'Astrid',
    surname: 'Lindqvist',
    tenantId: 'granvik',
    protectedIdentity: false,
    address: { street: 'Lotsgatan 14 B, lgh 1203', postalCode: '000 14', city: 'Granvik' },
    email: 'astrid.lindqvist@example.test',
    phone: '070-174 06 05',
    language: 'sv',
    note: { sv: '84 år, söker särskilt boende', en: '84, applies for a care home' },
  },
  {
    nationalId: '193812038895',
    givenName: 'Gunnar',
    surname: 'Lindqvist',
    tenantId: 'granvik',
    protectedIdentity: false,
    address: { street: 'Lotsgatan 14 B, lgh 1203', postalCode: '000 14', city: 'Granvik' },
    email: null,
    phone: '070-174 06 06',
    language: 'sv',
    note: {
      sv: 'Astrids man, har hemtjänst men ingen e-postadress',
      en: 'Astrid’s husband, has home care but no e-mail address',
    },
  },
  {
    nationalId: '196808199266',
    givenName: 'Karin',
    surname: 'Lindqvist Bergström',
    tenantId: 'granvik',
    protectedIdentity: false,
    address: { street: 'Björkbacken 3', postalCode: '000 18', city: 'Granvik' },
    email: 'karin.lb@example.test',
    phone: '070-174 06 07',
    language: 'en',
    note: { sv: 'Astrids dotter, läser helst på engelska', en: 'Astrid’s daughter, prefers to read English' },
  },
  {
    nationalId: '197901072392',
    givenName: 'Yousef',
    surname: 'Haddad',
    tenantId: 'granvik',
    protectedIdentity: false,
    address: { street: 'Kvarngatan 22 A', postalCode: '000 15', city: 'Granvik' },
    email: 'yousef.haddad@example.test',
    phone: '070-174 06 08',
    language: 'ar',
    note: { sv: 'läser arabiska', en: 'reads Arabic' },
  },
  {
    nationalId: '199101032390',
    givenName: 'Oskar',
    surname: 'Nyström',
    tenantId: 'granvik',
    protectedIdentity: false,
    address: { street: 'Hamnplan 1', postalCode: '000 11', city: 'Granvik' },
    email: 'oskar.nystrom@example.test',
    phone: '070-174 06 09',
    language: 'sv',
    note: {
      sv: 'har dottern Alva ihop med Frida, de bor inte tillsammans',
      en: 'has his daughter Alva with Frida; they live apart',
    },
  },
  {
    nationalId: '198801122386',
    givenName: 'Elin',
    surname: 'Sandberg',
    tenantId: 'granvik',
    protectedIdentity: true,
    address: null,
    email: null,
    phone: null,
    language: 'sv',
    note: { sv: 'har skyddade personuppgifter', en: 'has a protected identity' },
  },
  {
    nationalId: '195007292435',
    givenName: 'Lennart',
    surname: 'Ekström',
    tenantId: 'ekhamn',
    protectedIdentity: false,
    address: { street: 'Storgatan 8', postalCode: '000 51', city: 'Ekhamn' },
    email: 'lennart.ekstrom@example.test',
    phone: '070-174 06 04',
    language: 'sv',
    note: { sv: 'bor i Ekhamn', en: 'lives in Ekhamn' },
  },
  {
    nationalId: '198101112384',
    givenName: 'Salma',
    surname: 'Haddad',
    tenantId: 'granvik',
    protectedIdentity: false,
    address: { street: 'Kvarngatan 22 A', postalCode: '000 15', city: 'Granvik' },
    email: 'salma.haddad@example.test',
    phone: '070-174 06 10',
    language: 'ar',
    note: {
      sv: 'Yousefs fru, de har två barn och söker bistånd tillsammans',
      en: 'Yousef’s wife; they have two children and apply for assistance together',
    },
  },
  {
    nationalId: '199203062386',
    givenName: 'Frida',
    surname: 'Forsberg',
    tenantId: 'granvik',
    protectedIdentity: false,
    address: { street: 'Skolgatan 5, lgh 1002', postalCode: '000 12', city: 'Granvik' },
    email: 'frida.forsberg@example.test',
    phone: '070-174 06 11',
    language: 'sv',
    note: {
      sv: 'har dottern Alva ihop med Oskar, de bor inte tillsammans',
      en: 'has her daughter Alva with Oskar; they live apart',
    },
  },
  {
    nationalId: '194901022188',
    givenName: 'Aino',
    surname: 'Heikkilä',
    tenantId: 'granvik',
    protectedIdentity: false,
    address: { street: 'Kyrkogatan 12, lgh 1101', postalCode: '000 13', city: 'Granvik' },
    email: 'aino.heikkila@example.test',
    phone: '070-174 06 12',
    language: 'fi',
    note: { sv: 'läser finska', en: 'reads Finnish' },
  },
];
