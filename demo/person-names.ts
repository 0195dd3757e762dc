import type { DemoPerson } from '@/demo/people';

export function fullName(person: DemoPerson): string {
  return `${person.givenName} ${person.surname}`;
}

/** A person's part in a demo address: a personal number never stands in one, not even here. */
export function slugOf(person: DemoPerson): string {
  return fullName(person)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (other) => (/\s/.test(other) ? '-' : ''));
}

export function personBySlug(
  people: readonly DemoPerson[],
  slug: string | undefined,
): DemoPerson | undefined {
  return people.find((person) => slugOf(person) === slug);
}
