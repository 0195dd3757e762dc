/** What is searched in, for each service. */
export interface Searchable {
  name: string;
  summary: string;
  searchWords: string;
}

/** Lower case and without marks, so that "aldreboende" finds "Äldreboende" on a keyboard without å, ä and ö. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const words = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * Services in which every word of the search begins some word, those with it in their name first. All of them, in
 * their own order, when nothing is searched for.
 */
export function search<S extends Searchable>(services: readonly S[], query: string): S[] {
  const wanted = words(query);
  if (wanted.length === 0) return [...services];
  const score = (service: S): number => {
    const name = words(service.name);
    const all = [...name, ...words(service.searchWords), ...words(service.summary)];
    // "äldreboende" should also be found by "boende": Swedish puts words together.
    const found = (list: string[], word: string) =>
      list.some((candidate) => candidate.startsWith(word) || (word.length > 3 && candidate.includes(word)));
    if (!wanted.every((word) => found(all, word))) return 0;
    return wanted.every((word) => found(name, word)) ? 2 : 1;
  };
  return services
    .map((service) => ({ service, points: score(service) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ service }) => service);
}
