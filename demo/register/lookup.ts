import type { DemoPerson } from '@/demo/people';
import type { CivilStatus, Family } from '@/demo/register/family';

export interface Relative {
  nationalId: string;
  givenName: string;
  surname: string;
}

/** What can be asked for beside the name. What isn't asked for isn't answered. */
export const registerFacts = ['address', 'civil-status', 'spouse', 'children-in-care'] as const;
export type RegisterFact = (typeof registerFacts)[number];

/** What the population register answers about one person. */
export interface RegisteredPerson extends Relative {
  protectedIdentity: boolean;
  /** null where it is kept secret */
  address?: { street: string; postalCode: string; city: string } | null;
  /** null where it is kept secret */
  civilStatus?: CivilStatus | null;
  spouse?: Relative | null;
  /** those under 18 whose custodian the person is, each with all its custodians */
  childrenInCare?: (Relative & { custodians: Relative[] })[];
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
  facts: readonly RegisterFact[] = [],
): RegisteredPerson | null {
  const person = people.find((candidate) => candidate.nationalId === nationalId);
  if (!person) return null;
  const isOpen = !person.protectedIdentity;
  const relatives = (ids: readonly string[]) =>
    people.filter((other) => ids.includes(other.nationalId) && !other.protectedIdentity).map(relative);

  const [spouseId] = family.spouses.flatMap(([one, other]) =>
    one === nationalId ? [other] : other === nationalId ? [one] : [],
  );
  const answers: Record<RegisterFact, () => Partial<RegisteredPerson>> = {
    address: () => ({ address: isOpen ? person.address : null }),
    'civil-status': () => ({
      civilStatus: isOpen ? (spouseId ? 'married' : (family.formerly[nationalId] ?? 'unmarried')) : null,
    }),
    spouse: () => ({ spouse: (isOpen && spouseId && relatives([spouseId])[0]) || null }),
    'children-in-care': () => {
      const ids = family.custodians.flatMap(([custodian, child]) =>
        custodian === nationalId ? [child] : [],
      );
      const children = isOpen ? relatives(ids.filter((child) => isMinor(child, today))) : [];
      return { childrenInCare: children.map((child) => ({ ...child, custodians: custodiansOf(child) })) };
    },
  };
  const custodiansOf = (child: Relative) =>
    relatives(family.custodians.flatMap(([custodian, of]) => (of === child.nationalId ? [custodian] : [])));

  return Object.assign(
    { ...relative(person), protectedIdentity: person.protectedIdentity },
    ...facts.map((fact) => answers[fact]()),
  );
}

function relative({ nationalId, givenName, surname }: DemoPerson): Relative {
  return { nationalId, givenName, surname };
}

/** Dates as YYYYMMDD compare as text; the eighteenth birthday is the first day of age. */
function isMinor(nationalId: string, today: string): boolean {
  const eighteenth = Number(nationalId.slice(0, 4)) + 18 + nationalId.slice(4, 8);
  return today.replaceAll('-', '') < eighteenth;
}
