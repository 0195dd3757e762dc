import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { demandAdministrator, guarded, visibleImports } from '../access';
import { type DefinitionChange, definitionChanges } from '../domain/definition-changes';
import type { DefinitionProblem } from '../domain/definition-errors';
import { checkImport } from './check-import';
import { findPublishedInTx } from './published-definition';

/** What one definition of the file would do to the catalogue. */
export interface ImportedService {
  slug: string;
  /** in the definition's first language */
  name: string;
  language: string;
  /** the version that is published now; null for a service that is new */
  publishedVersion: number | null;
  /** empty where it is the same as what is published, or new */
  changes: DefinitionChange[];
}

export type ImportView =
  | { state: 'faulty'; content: string; problems: DefinitionProblem[] }
  | {
      state: 'ready';
      services: ImportedService[];
      /** what the changes were reckoned from: given back when publishing, which refuses if it has moved */
      basis: string;
    };

/** A handed-in file: all its faults, or what publishing it changes. Judged anew each time it is looked at. */
export const getImport = (actor: Actor, importId: string): Promise<ImportView> =>
  guarded(actor, 'catalogue.get-import', 'definition-import', importId, async () => {
    demandAdministrator(actor);
    const staged = await read(actor, (tx) =>
      tx.definitionImport.findFirst({
        where: { ...visibleImports(actor), AND: { id: importId } },
        select: { content: true },
      }),
    );
    if (!staged) throw notFound();
    const checked = await checkImport(staged.content);
    if (!checked.ok) return { state: 'faulty', content: staged.content, problems: checked.problems };
    const services = await read(actor, async (tx) => {
      const all: ImportedService[] = [];
      for (const { definition } of checked.definitions) {
        const published = await findPublishedInTx(tx, actor.tenantId, definition.slug);
        const [language = 'sv'] = definition.languages;
        all.push({
          slug: definition.slug,
          name: definition.name[language] ?? definition.slug,
          language,
          publishedVersion: published?.version ?? null,
          changes: published ? definitionChanges(published.definition, definition) : [],
        });
      }
      return all;
    });
    return { state: 'ready', services, basis: basisOf(services) };
  });

/** "sarskilt-boende:3 hemtjanst:" */
export const basisOf = (services: readonly { slug: string; publishedVersion: number | null }[]): string =>
  services.map(({ slug, publishedVersion }) => `${slug}:${publishedVersion ?? ''}`).join(' ');
