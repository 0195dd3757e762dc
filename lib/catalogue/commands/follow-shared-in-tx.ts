import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { Prisma, type Tx } from '@/lib/platform/db';
import { demand } from '../access';
import type { DefinitionProblem } from '../domain/definition-errors';
import type { VariantDocument } from '../domain/definition-variant';
import { resolveVariant, type SharedDefinition } from '../queries/resolve-document';
import { type Origin, type Publication, publishInTx } from './publish-service-version';

export interface Followed {
  slug: string;
  publication: Publication;
}

/** Why a municipality's service stays on the version it has although the shared definition has a new one. */
export interface HeldBack {
  sharedVersion: number;
  problems: DefinitionProblem[];
}

/**
 * Makes those of a municipality's services that inherit a shared definition follow its newest version. One whose own
 * changes don't go together with it any more stays as it is, and the service says why until somebody mends it.
 */
export async function followSharedInTx(
  tx: Tx,
  actor: JobActor,
  shared: SharedDefinition,
): Promise<Followed[]> {
  demand(actor, 'publish');
  const { tenantId } = actor;
  const followed: Followed[] = [];
  for (const service of await tx.service.findMany({
    where: { tenantId, publishedVersion: { not: null } },
    orderBy: { position: 'asc' },
    select: { id: true, slug: true, publishedVersion: true },
  })) {
    const current = await tx.serviceVersion.findFirst({
      where: {
        tenantId,
        serviceId: service.id,
        version: service.publishedVersion ?? 0,
        variant: { path: ['inherits'], equals: shared.slug },
        sharedVersion: { lt: shared.version },
      },
      select: { variant: true, origin: true },
    });
    if (!current) continue;
    const resolved = resolveVariant(current.variant as unknown as VariantDocument, shared);
    if (resolved.ok) {
      const publication = await publishInTx(tx, actor, resolved, { origin: current.origin as Origin });
      followed.push({ slug: service.slug, publication });
      continue;
    }
    const { problems } = resolved;
    const heldBack = { sharedVersion: shared.version, problems } satisfies HeldBack;
    const { count } = await tx.service.updateMany({
      where: {
        tenantId,
        id: service.id,
        // Told once: each start comes here again.
        OR: [
          { heldBack: { equals: Prisma.DbNull } },
          { NOT: { heldBack: { path: ['sharedVersion'], equals: shared.version } } },
        ],
      },
      data: { heldBack: heldBack as unknown as Prisma.InputJsonValue },
    });
    if (count > 0) {
      await auditInTx(tx, actor, {
        action: 'catalogue.hold-back-shared-version',
        objectType: 'service',
        objectId: service.id,
        reason: `${service.slug} shared v${shared.version}`,
      });
    }
    followed.push({ slug: service.slug, publication: { outcome: 'refused', problems } });
  }
  return followed;
}
