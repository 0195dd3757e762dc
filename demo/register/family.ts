import type { DemoPerson } from '@/demo/people';

/** As the Swedish Tax Agency tells them apart; partners by registration count as married. */
export type CivilStatus = 'unmarried' | 'married' | 'divorced' | 'widowed';

/**
 * Who belongs to whom in the demo world's population register. A register of its own: the portal learns of it only
 * by asking. Grown-ups' numbers are those of `demo/people.ts`.
 */
export interface Family {
  spouses: readonly (readonly [string, string])[];
  /** parent, child */
  parents: readonly (readonly [string, string])[];
  /** custodian, child: as long as the child is under 18. A parent need not be one */
  custodians: readonly (readonly [string, string])[];
  /** of those who are neither married nor unmarried */
  formerly: Readonly<Record<string, 'divorced' | 'widowed'>>;
}

const ASTRID = '194207099146';
const GUNNAR = '193812038895';
const KARIN = '196808199266';
const YOUSEF = '197901072392';
const SALMA = '198101112384';
const OSKAR = '199101032390';
const FRIDA = '199203062386';
const ELIN = '198801122386';
const NOUR = '201602072389';
const ADAM = '201902122397';
const ALVA = '201805282389';
const TOR = '201907022394';

const both = (parents: readonly string[], children: readonly string[]) =>
  parents.flatMap((parent) => children.map((child) => [parent, child] as const));

const young = [
  ...both([YOUSEF, SALMA], [NOUR, ADAM]),
  // They live apart and have custody together.
  ...both([OSKAR, FRIDA], [ALVA]),
  ...both([ELIN], [TOR]),
];

export const demoFamily: Family = {
  spouses: [
    [ASTRID, GUNNAR],
    [YOUSEF, SALMA],
  ],
  parents: [...both([ASTRID, GUNNAR], [KARIN]), ...young],
  custodians: young,
  formerly: { [KARIN]: 'divorced' },
};

const child = (
  nationalId: string,
  givenName: string,
  surname: string,
  address: DemoPerson['address'],
): DemoPerson => ({
  nationalId,
  givenName,
  surname,
  tenantId: 'granvik',
  // Hidden with the parent they live with.
  protectedIdentity: address === null,
  address,
  email: null,
  phone: null,
  language: 'sv',
  note: { sv: 'finns bara i folkbokföringen', en: 'only in the population register' },
});

const kvarngatan = { street: 'Kvarngatan 22 A', postalCode: '000 15', city: 'Granvik' };
const skolgatan = { street: 'Skolgatan 5, lgh 1002', postalCode: '000 12', city: 'Granvik' };

/** They have no e-ID and log in nowhere. */
export const demoChildren: readonly DemoPerson[] = [
  child(NOUR, 'Nour', 'Haddad', kvarngatan),
  child(ADAM, 'Adam', 'Haddad', kvarngatan),
  child(ALVA, 'Alva', 'Forsberg Nyström', skolgatan),
  child(TOR, 'Tor', 'Sandberg', null),
];
