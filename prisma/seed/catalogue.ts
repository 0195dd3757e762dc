import { followSharedInTx } from '@/lib/catalogue/commands/follow-shared-in-tx';
import { publishInTx } from '@/lib/catalogue/commands/publish-service-version';
import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import type { VariantDocument } from '@/lib/catalogue/domain/definition-variant';
import { findSharedInTx, LIBRARY, resolveDocument } from '@/lib/catalogue/queries/resolve-document';
import type { PrismaClient } from '@/lib/platform/generated/client';
import { writeWithTrail } from '@/lib/platform/trail';
import { services } from './services/all';
import { ekhamnCareHome, ekhamnVariant } from './services/care-home/ekhamn';
import { granvikCareHome, granvikVariant } from './services/care-home/granvik';
import { sharedCareHome } from './services/care-home/shared';
import { careHomes } from './services/care-homes';

/** What municipalities inherit. */
const library: readonly ServiceDocument[] = [sharedCareHome];
/** Services that are written as what differs from a shared one. */
const variants = new Map<ServiceDocument, VariantDocument>([
  [granvikCareHome, granvikVariant],
  [ekhamnCareHome, ekhamnVariant],
]);

/**
 * Publishes the services and brings the care homes up to date. A definition that has not changed stays as it is, and so
 * does one that somebody has imported: from then on it is theirs, whatever stands here. It goes on following the shared
 * definition it inherits.
 */
export async function seedCatalogue(client: PrismaClient): Promise<void> {
  for (const document of library) await seedDocument(client, LIBRARY, document, 0);
  for (const [tenantId, documents] of Object.entries(services)) {
    for (const [position, document] of documents.entries()) {
      await seedDocument(client, tenantId, document, position);
    }
    const actor = { kind: 'job', tenantId, job: 'seed' } as const;
    for (const { slug } of library) {
      const shared = await findSharedInTx(client, slug);
      if (shared)
        await client.$transaction((tx) => writeWithTrail(tx, () => followSharedInTx(tx, actor, shared)));
    }
  }
  for (const [tenantId, homes] of Object.entries(careHomes)) {
    for (const [position, home] of homes.entries()) {
      const data = { ...home, languages: [...home.languages], position };
      const isSystems = await client.careHome.count({
        where: { tenantId, slug: home.slug, systemId: { not: null } },
      });
      if (isSystems) continue;
      await client.careHome.upsert({
        where: { tenantId_slug: { tenantId, slug: home.slug } },
        create: { tenantId, ...data },
        update: data,
      });
    }
  }
}

async function seedDocument(
  client: PrismaClient,
  tenantId: string,
  document: ServiceDocument,
  position: number,
): Promise<void> {
  const latest = await client.serviceVersion.findFirst({
    where: { tenantId, service: { slug: document.slug } },
    orderBy: { version: 'desc' },
    select: { origin: true },
  });
  if (latest && latest.origin !== 'seed') return;
  const resolved = await resolveDocument(variants.get(document) ?? document, (slug) =>
    findSharedInTx(client, slug),
  );
  if (!resolved.ok) throw new Error(describe(tenantId, document.slug, resolved.problems));
  const actor = { kind: 'job', tenantId, job: 'seed' } as const;
  await client.$transaction((tx) =>
    writeWithTrail(tx, () => publishInTx(tx, actor, resolved, { origin: 'seed', position })),
  );
}

const describe = (tenantId: string, slug: string, problems: { where: string; what: string }[]) =>
  [`${tenantId}/${slug}:`, ...problems.map(({ where, what }) => `  ${where}: ${what}`)].join('\n');
