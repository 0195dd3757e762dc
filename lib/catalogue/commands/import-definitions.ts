import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { demand } from '../access';
import type { DefinitionProblem } from '../domain/definition-errors';
import { checkImport } from '../queries/check-import';
import { type Origin, oneAtATime, type Published, publishInTx } from './publish-service-version';

export type ImportOutcome =
  | { ok: true; services: (Published & { slug: string })[] }
  | { ok: false; problems: DefinitionProblem[] };

/** Publishes every definition in a file for the actor's municipality, or none of them where one has a fault. */
export async function importDefinitions(actor: Actor, text: string, origin: Origin): Promise<ImportOutcome> {
  demand(actor, 'publish');
  const checked = await checkImport(text);
  if (!checked.ok) return checked;
  const services = await oneAtATime(() =>
    write(actor, async (tx) => {
      const published: (Published & { slug: string })[] = [];
      for (const one of checked.definitions) {
        published.push({ ...(await publishInTx(tx, actor, one, { origin })), slug: one.definition.slug });
      }
      return published;
    }),
  );
  return { ok: true, services };
}
