import 'server-only';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { sha256 } from '@/lib/platform/crypto';
import { Prisma, type Tx, write } from '@/lib/platform/db';
import { conflict, isUniqueViolation } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { demand, visibleServices } from '../access';
import type { ServiceDefinition } from '../domain/definition';
import type { DefinitionProblem } from '../domain/definition-errors';
import { guideSentences } from '../domain/definition-guide';
import { type ResolvedDefinition, resolveDocument } from '../queries/resolve-document';

export type Published = { outcome: 'published' | 'unchanged'; serviceId: string; version: number };
export type Publication = Published | { outcome: 'refused'; problems: DefinitionProblem[] };

/** Who wrote a version: what stands in the code at the first start, somebody by the command, or an administrator. */
export type Origin = 'seed' | 'command' | 'admin';

export interface Provenance {
  origin: Origin;
  /** the service's place in the catalogue; left out, it stays where it is, and a new one comes last */
  position?: number;
}

/**
 * Publishes a definition as the service's next version. The same document again changes nothing. Drafts follow
 * when they are next opened; what is submitted stays on its version.
 */
export async function publishServiceVersion(
  actor: Actor,
  document: unknown,
  { origin = 'command', position }: Partial<Provenance> = {},
): Promise<Publication> {
  demand(actor, 'publish');
  const resolved = await resolveDocument(document);
  if (!resolved.ok) return { outcome: 'refused', problems: resolved.problems };
  const provenance = { origin, ...(position !== undefined && { position }) };
  return oneAtATime(() =>
    write(actor, async (tx): Promise<Publication> => {
      const problems = await servicesMissingInTx(tx, actor.tenantId, resolved.definition);
      if (problems.length > 0) return { outcome: 'refused', problems };
      return publishInTx(tx, actor, resolved, provenance);
    }),
  );
}

/** Two at once: the primary key lets one of them be the next version, and the other is told. */
export async function oneAtATime<T>(publish: () => Promise<T>): Promise<T> {
  try {
    return await publish();
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('errors:Conflict');
    throw error;
  }
}

/** A guide leads to services that there are: a misspelt one would silently never be named. */
async function servicesMissingInTx(
  tx: Tx,
  tenantId: string,
  definition: ServiceDefinition,
): Promise<DefinitionProblem[]> {
  if (definition.kind !== 'guide') return [];
  const services = await tx.service.findMany({
    where: visibleServices({ tenantId }),
    select: { slug: true },
  });
  const known = new Set(services.map(({ slug }) => slug));
  return definition.outcomes
    .filter(({ service }) => !known.has(service))
    .map(({ id, service }) => ({
      where: `förslag ${id} › service`,
      what: guideSentences['guide-service']({ name: service }),
    }));
}

/** The write itself, for who has checked the document and holds the transaction. */
export async function publishInTx(
  tx: Tx,
  actor: Actor,
  { definition, inherited }: ResolvedDefinition,
  { origin, position }: Provenance,
): Promise<Published> {
  const { tenantId } = actor;
  const { slug } = definition;
  const category = definition.kind === 'guide' ? definition.kind : definition.category;
  const { id: serviceId, publishedVersion } = await tx.service.upsert({
    where: { tenantId_slug: { tenantId, slug } },
    create: { tenantId, slug, category, position: position ?? (await lastPlaceInTx(tx, tenantId)) },
    update: { category, heldBack: Prisma.DbNull, ...(position !== undefined && { position }) },
    select: { id: true, publishedVersion: true },
  });
  const hash = sha256(canonicalJson(definition));
  const latest = await tx.serviceVersion.findFirst({
    where: { tenantId, serviceId },
    orderBy: { version: 'desc' },
    select: { version: true, hash: true, variant: true },
  });
  // The same words written in another way, in full or as a variant, will not be the same when the shared ones change.
  const isSame =
    latest &&
    Buffer.from(latest.hash).equals(hash) &&
    canonicalJson(latest.variant) === canonicalJson(inherited?.variant ?? null);
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
        origin,
        ...(inherited && {
          variant: inherited.variant as Prisma.InputJsonValue,
          sharedVersion: inherited.sharedVersion,
        }),
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

async function lastPlaceInTx(tx: Tx, tenantId: string): Promise<number> {
  const { _max } = await tx.service.aggregate({ where: { tenantId }, _max: { position: true } });
  return (_max.position ?? -1) + 1;
}
