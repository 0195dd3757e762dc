import { type Officer, officerBy } from './officers';

export interface KindOfCase {
  /** what its numbers begin with: "SÄBO 2026-0042" */
  letters: string;
  /** what it is decided by */
  law?: string;
  /** id of the officer who has it first */
  officer?: string;
}

const socialServices = '11 kap. 1 § socialtjänstlagen (2025:400)';
const assistance: KindOfCase = {
  letters: 'EB',
  law: '12 kap. socialtjänstlagen (2025:400)',
  officer: 'amira',
};
const transport: KindOfCase = {
  letters: 'SKJ',
  law: '10 kap. 32 § skollagen (2010:800)',
  officer: 'sara',
};
const building: KindOfCase = {
  letters: 'BYGG',
  law: '9 kap. plan- och bygglagen (2010:900)',
  officer: 'per',
};

/** By the name that the municipality's service gives its applications. */
const kinds: Readonly<Record<string, KindOfCase>> = {
  'sarskilt-boende': { letters: 'SÄBO', law: socialServices },
  'vard-och-omsorgsboende': { letters: 'SÄBO', law: socialServices },
  hemtjanst: { letters: 'HTJ', law: socialServices },
  trygghetslarm: { letters: 'LARM', law: socialServices },
  'ekonomiskt-bistand-forsta': assistance,
  'ekonomiskt-bistand-manad': assistance,
  'ekonomiskt-bistand-ny': assistance,
  'ekonomiskt-bistand-ater': assistance,
  skolskjuts: transport,
  elevresor: transport,
  bygglov: building,
  'lov-bygg': building,
  fardtjanst: { letters: 'FTJ', law: '7 § lagen (1997:736) om färdtjänst', officer: 'sara' },
};

/** A municipality may publish a service before anybody here has heard of it: its applications are taken all the same. */
const unknown: KindOfCase = { letters: 'DNR' };

export const kindOfCase = ({ service }: { service: { applicationType: string } }): KindOfCase =>
  kinds[service.applicationType] ?? unknown;

export const firstOfficer = (kind: KindOfCase): Officer => officerBy(kind.officer);
