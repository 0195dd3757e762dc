import type { Published } from '@/lib/catalogue/commands/publish-service-version';

type Outcome = Pick<Published, 'outcome' | 'version'> & { slug: string };

/** What came of an import, as it stands in the address of the page that says so: "published.sarskilt-boende.4". */
export const writeOutcomes = (services: readonly Outcome[]): string =>
  services.map(({ outcome, slug, version }) => `done=${outcome}.${slug}.${version}`).join('&');

/** Only what has that shape: what somebody else has put into a link is not said. */
export function readOutcomes(done: string | string[] | undefined): Outcome[] {
  return [done ?? []].flat().flatMap((text) => {
    const [, outcome, slug = '', version] =
      /^(published|unchanged)\.([a-z0-9-]{1,80})\.(\d{1,6})$/.exec(text) ?? [];
    return outcome ? [{ outcome: outcome as Outcome['outcome'], slug, version: Number(version) }] : [];
  });
}
