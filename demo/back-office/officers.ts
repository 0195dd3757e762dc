import type { OfficerName } from './portal';

export interface Officer extends OfficerName {
  id: string;
  phone: string;
  email: string;
}

/** Those who work here; all invented. Who one is in the demo is a choice at the top of each page. */
export const officers: readonly [Officer, ...Officer[]] = [
  {
    id: 'maria',
    name: 'Maria Öberg',
    unit: 'Biståndsenheten',
    phone: '0000-12 34 50',
    email: 'maria.oberg@example.test',
  },
  {
    id: 'jonas',
    name: 'Jonas Ek',
    unit: 'Biståndsenheten',
    phone: '0000-12 34 51',
    email: 'jonas.ek@example.test',
  },
  {
    id: 'leila',
    name: 'Leila Karimi',
    unit: 'Äldreomsorgens handläggare',
    phone: '0000-12 34 52',
    email: 'leila.karimi@example.test',
  },
  {
    id: 'amira',
    name: 'Amira Sahlin',
    unit: 'Enheten för ekonomiskt bistånd',
    phone: '0000-12 34 53',
    email: 'amira.sahlin@example.test',
  },
  {
    id: 'sara',
    name: 'Sara Nyberg',
    unit: 'Enheten för resor och skolskjuts',
    phone: '0000-12 34 54',
    email: 'sara.nyberg@example.test',
  },
  {
    id: 'per',
    name: 'Per Wallin',
    unit: 'Bygglovsenheten',
    phone: '0000-12 34 55',
    email: 'per.wallin@example.test',
  },
];

export const officerBy = (id: string | undefined): Officer =>
  officers.find((officer) => officer.id === id) ?? officers[0];

/** As the portal takes it. */
export const officerMessage = ({ name, unit, phone, email }: Officer) => ({ name, unit, phone, email });
