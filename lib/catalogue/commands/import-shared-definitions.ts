import 'server-only';
import type { DefinitionProblem } from '../domain/definition-errors';
import { checkImport } from '../queries/check-import';
import { publishSharedDefinition } from './publish-shared-definition';

export type SharedImport =
  | { ok: true; services: (Awaited<ReturnType<typeof publishSharedDefinition>> & { slug: string })[] }
  | { ok: false; problems: DefinitionProblem[] };

/**
 * Publishes every definition in a file as shared, where none of them has a fault. One after the other, each with those
 * who inherit it: if it stops half-way, the same file again does the rest.
 */
export async function importSharedDefinitions(job: string, text: string): Promise<SharedImport> {
  const checked = await checkImport(text);
  if (!checked.ok) return checked;
  const chained = checked.definitions.filter(({ inherited }) => inherited);
  if (chained.length > 0) {
    const what = 'En delad definition skrivs hel. Den kan inte själv ärva av en annan.';
    return { ok: false, problems: chained.map(({ definition }) => ({ where: definition.slug, what })) };
  }
  const services: Extract<SharedImport, { ok: true }>['services'] = [];
  for (const { definition } of checked.definitions) {
    services.push({ ...(await publishSharedDefinition(job, definition)), slug: definition.slug });
  }
  return { ok: true, services };
}
