import 'server-only';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { sha256 } from '@/lib/platform/crypto';
import { type Prisma, type Tx, write } from '@/lib/platform/db';
import { conflict, isUniqueViolation } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { demand } from '../access';
import type { ServiceDefinition } from '../domain/definition';
import { checkDocument, type DefinitionProblem } from '../domain/definition-errors';

export type Publication =
  | { outcome: 'published' | 'unchanged'; serviceId: string; version: number }
  | { outcome: 'refused'; problems: DefinitionProblem[] };

/**
 * Publishes a definition as the service's next version. The same document again changes nothing. Drafts follow
 * when they are next opened; what is submitted stays on its version.
 * @param position the service's place in the catalogue
 */
export async function publishServiceVersion(
  actor: Actor,
  document: unknown,
  { position = 0 }: { position?: number } = {},
): Promise<Publication> {
  demand(actor, 'publish');
  const checked = checkDocument(document);
  if (!checked.ok) return { outcome: 'refused', problems: checked.problems };
  try {
    return await write(actor, (tx) => publishInTx(tx, actor, checked.definition, position));
  } catch (error) {
    // Two at once: the primary key lets one of them be the next version.
    if (isUniqueViolation(error)) throw conflict('errors:Conflict');
    throw error;
  }
}

/** The write itself, for who has checked the document and holds the transaction (the seed). */
export async function publishInTx(
  tx: Tx,
  actor: Actor,
  definition: ServiceDefinition,
  position: number,
): Promise<Exclude<Publication, { outcome: 'refused' }>> {
  const { tenantId } = actor;
  const { slug, category } = definition;
  const { id: serviceId, publishedVersion } = await tx.service.upsert({
    where: { tenantId_slug: { tenantId, slug } },
    create: { tenantId, slug, category, position },
    update: { category, position },
    select: { id: true, publishedVersion: true },
  });
  const hash = sha256(canonicalJson(definition));
  const latest = await tx.serviceVersion.findFirst({
    where: { tenantId, serviceId },
    orderBy: { version: 'desc' },
    select: { version: true, hash: true },
  });
  const isSame = latest && Buffer.from(latest.hash).equals(hash);
  if (isSame && latest.version === publishedVersion) {
    return { outcome: 'unchanged', serviceId, version: latest.version };
  }
  const version = isSame ? latest.version : (latest?.version ?? 0) + 1;
  if (!isSame) {
    await tx.serviceVersion.create({
      data: {
        tenantId,
        serviceId,
        version,
        definition: definition as unknown as Prisma.InputJsonValue,
        hash,
      },
      select: { version: true },
    });
  }
  const { count } = await tx.service.updateMany({
    where: { tenantId, id: serviceId, publishedVersion },
    data: { publishedVersion: version },
  });
  if (count === 0) throw conflict('errors:Conflict');
  await auditInTx(tx, actor, {
    action: 'catalogue.publish-service-version',
    objectType: 'service',
    objectId: serviceId,
    reason: `${slug} v${version}`,
  });
  await emitInTx(tx, actor, {
    type: 'catalogue.version-published',
    payload: { serviceId, version: String(version) },
  });
  return { outcome: 'published', serviceId, version };
}
