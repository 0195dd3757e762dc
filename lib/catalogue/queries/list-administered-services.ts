import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { demandAdministrator, visibleServices } from '../access';
import type { Origin } from '../commands/publish-service-version';
import type { ServiceDefinition } from '../domain/definition';
import type { DefinitionProblem } from '../domain/definition-errors';

/** A service as those who own it see it. */
export interface AdministeredService {
  slug: string;
  /** in the definition's first language */
  name: string;
  language: string;
  kind: ServiceDefinition['kind'];
  languages: readonly string[];
  version: number;
  origin: Origin;
  publishedAt: Date;
  /** the shared definition it inherits, and the version of it that it was made from */
  inherits: { slug: string; version: number } | null;
  /** why it does not follow a newer version of that */
  heldBack: { sharedVersion: number; problems: DefinitionProblem[] } | null;
}

/** The municipality's published services, in the catalogue's order; or the one of a slug, if there is such. */
export async function listAdministeredServices(actor: Actor, slug?: string): Promise<AdministeredService[]> {
  demandAdministrator(actor);
  const { tenantId } = actor;
  return read(actor, async (tx) => {
    const services = await tx.service.findMany({
      where: { ...visibleServices({ tenantId }), ...(slug !== undefined && { slug }) },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      select: { id: true, slug: true, publishedVersion: true, heldBack: true },
    });
    const versions = await tx.serviceVersion.findMany({
      where: {
        tenantId,
        OR: services.map(({ id, publishedVersion }) => ({ serviceId: id, version: publishedVersion ?? 0 })),
      },
      select: {
        serviceId: true,
        version: true,
        definition: true,
        origin: true,
        publishedAt: true,
        variant: true,
        sharedVersion: true,
      },
    });
    return services.flatMap((service) => {
      const row = versions.find(({ serviceId }) => serviceId === service.id);
      if (!row) return [];
      const definition = row.definition as unknown as ServiceDefinition;
      const [language = 'sv'] = definition.languages;
      const variant = row.variant as { inherits: string } | null;
      return [
        {
          slug: service.slug,
          name: definition.name[language] ?? service.slug,
          language,
          kind: definition.kind,
          languages: definition.languages,
          version: row.version,
          origin: row.origin as Origin,
          publishedAt: row.publishedAt,
          inherits: variant && { slug: variant.inherits, version: row.sharedVersion ?? 0 },
          heldBack: service.heldBack as unknown as AdministeredService['heldBack'],
        },
      ];
    });
  });
}
