import type { DemoPerson } from '@/demo/people';
import type { Family } from '@/demo/register/family';

export interface Relative {
  nationalId: string;
  givenName: string;
  surname: string;
}

/** What the population register answers about one person. */
export interface RegisteredPerson extends Relative {
  protectedIdentity: boolean;
  /** null where it is kept secret */
  address: { street: string; postalCode: string; city: string } | null;
  spouse: Relative | null;
  children: Relative[];
  /** for those under 18 */
  custodians: Relative[];
}

/**
 * Null when nobody has the number. A protected person's address and family are kept back, and a protected person
 * is left out among others' relatives: either could lead to where they live.
 *
 * @param today YYYY-MM-DD, for who is under 18
 */
export function lookUp(
  nationalId: string,
  people: readonly DemoPerson[],
  family: Family,
  today: string,
): RegisteredPerson | null {
  const person = people.find((candidate) => candidate.nationalId === nationalId);
  if (!person) return null;
  const relatives = (ids: readonly string[]) =>
    people.filter((other) => ids.includes(other.nationalId) && !other.protectedIdentity).map(relative);
  const related = !person.protectedIdentity;
  const spouseIds = family.spouses.flatMap(([one, other]) =>
    one === nationalId ? [other] : other === nationalId ? [one] : [],
  );
  const childIds = family.parents.flatMap(([parent, child]) => (parent === nationalId ? [child] : []));
  const parentIds = family.parents.flatMap(([parent, child]) => (child === nationalId ? [parent] : []));
  return {
    ...relative(person),
    protectedIdentity: person.protectedIdentity,
    address: person.protectedIdentity ? null : person.address,
    spouse: (related && relatives(spouseIds)[0]) || null,
    children: related ? relatives(childIds) : [],
    custodians: related && isMinor(nationalId, today) ? relatives(parentIds) : [],
  };
}

function relative({ nationalId, givenName, surname }: DemoPerson): Relative {
  return { nationalId, givenName, surname };
}

/** Dates as YYYYMMDD compare as text; the eighteenth birthday is the first day of age. */
function isMinor(nationalId: string, today: string): boolean {
  const eighteenth = Number(nationalId.slice(0, 4)) + 18 + nationalId.slice(4, 8);
  return today.replaceAll('-', '') < eighteenth;
}
