import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { demand, visibleServices } from '../access';
import type { ServiceDefinition } from '../domain/definition';
import { writeDefinitionFile } from '../domain/definition-file';
import type { VariantDocument } from '../domain/definition-variant';

/**
 * The municipality's published definitions, or one of them, as a file that can be imported again: a variant as the
 * variant it is, unless it is asked for `whole`. It writes: who took a copy out stands in the audit log.
 * @throws NotFound where there is no such service
 */
export async function exportDefinitions(
  actor: Actor,
  { slug, whole = false }: { slug?: string | undefined; whole?: boolean } = {},
): Promise<string> {
  demand(actor, 'export');
  const { tenantId } = actor;
  return write(actor, async (tx) => {
    const services = await tx.service.findMany({
      where: { ...visibleServices({ tenantId }), ...(slug !== undefined && { slug }) },
      orderBy: { position: 'asc' },
      select: { id: true, slug: true, publishedVersion: true },
    });
    if (services.length === 0) throw notFound();
    const definitions: (ServiceDefinition | VariantDocument)[] = [];
    for (const { id: serviceId, publishedVersion } of services) {
      const { definition, variant } = await tx.serviceVersion.findUniqueOrThrow({
        where: {
          tenantId_serviceId_version: { tenantId, serviceId, version: publishedVersion ?? 0 },
        },
        select: { definition: true, variant: true },
      });
      const exported = whole ? definition : (variant ?? definition);
      definitions.push(exported as unknown as ServiceDefinition | VariantDocument);
    }
    await auditInTx(tx, actor, {
      action: 'catalogue.export-definitions',
      objectType: 'service',
      ...(slug !== undefined && { objectId: services[0]?.id }),
      reason: slug ?? 'all',
    });
    return writeDefinitionFile(definitions);
  });
}
