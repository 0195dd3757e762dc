export interface KindOfCase {
  /** what its numbers begin with: "SÄBO 2026-0042" */
  letters: string;
  /** what it is decided by */
  law?: string;
}

const socialServices = '11 kap. 1 § socialtjänstlagen (2025:400)';

/** By the name that the municipality's service gives its applications. */
const kinds: Readonly<Record<string, KindOfCase>> = {
  'sarskilt-boende': { letters: 'SÄBO', law: socialServices },
  'vard-och-omsorgsboende': { letters: 'SÄBO', law: socialServices },
  hemtjanst: { letters: 'HTJ', law: socialServices },
  trygghetslarm: { letters: 'LARM', law: socialServices },
};

/** A municipality may publish a service before anybody here has heard of it: its applications are taken all the same. */
const unknown: KindOfCase = { letters: 'DNR' };

export const kindOfCase = ({ service }: { service: { applicationType: string } }): KindOfCase =>
  kinds[service.applicationType] ?? unknown;
