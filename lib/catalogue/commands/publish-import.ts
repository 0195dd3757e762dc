import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { conflict, invalid, notFound } from '@/lib/platform/errors';
import { demand, demandAdministrator, guarded, visibleImports } from '../access';
import { checkImport } from '../queries/check-import';
import { basisOf } from '../queries/get-import';
import { findPublishedInTx } from '../queries/published-definition';
import { oneAtATime, type Published, publishInTx } from './publish-service-version';

/**
 * Publishes a file that an administrator has looked at, whole, and forgets the file: a second press finds none.
 * @param basis what they were shown the changes from (getImport)
 * @throws Conflict where somebody has published one of the services meanwhile; Invalid where the file has faults
 */
export const publishImport = (
  actor: Actor,
  { importId, basis }: { importId: string; basis: string },
): Promise<(Published & { slug: string })[]> =>
  guarded(actor, 'catalogue.publish-import', 'definition-import', importId, async () => {
    demandAdministrator(actor);
    demand(actor, 'publish');
    const { tenantId } = actor;
    const where = { ...visibleImports(actor), AND: { id: importId } };
    const staged = await read(actor, (tx) =>
      tx.definitionImport.findFirst({ where, select: { content: true } }),
    );
    if (!staged) throw notFound();
    const checked = await checkImport(staged.content);
    if (!checked.ok) throw invalid({ file: 'admin:import.faulty' });
    return oneAtATime(() =>
      write(actor, async (tx) => {
        const now: { slug: string; publishedVersion: number | null }[] = [];
        for (const { definition } of checked.definitions) {
          const published = await findPublishedInTx(tx, tenantId, definition.slug);
          now.push({ slug: definition.slug, publishedVersion: published?.version ?? null });
        }
        if (basisOf(now) !== basis) throw conflict('admin:import.moved');
        const { count } = await tx.definitionImport.deleteMany({ where });
        // Pressed twice at once: the other one has it.
        if (count === 0) throw notFound();
        const services: (Published & { slug: string })[] = [];
        for (const one of checked.definitions) {
          const published = await publishInTx(tx, actor, one, { origin: 'admin' });
          services.push({ ...published, slug: one.definition.slug });
        }
        return services;
      }),
    );
  });
