import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { namesOf, type ServiceNames } from './queries/get-service';
import { findPublishedInTx, versionInTx } from './queries/published-definition';

export { putCareHome } from './commands/put-care-home';
export { findCareHomeInTx } from './queries/find-care-home';
export type { ServiceNames } from './queries/get-service';
export { getServiceProcess, getServiceProcessInTx, type ServiceProcess } from './queries/get-service-process';
export { listCareHomesInTx } from './queries/list-care-homes';
export { getFormInTx, getPublishedFormInTx, type StoredDefinition } from './queries/published-definition';

/** A service that is applied for elsewhere, as it is shown now; null where the municipality shows none of that name. */
export async function findElsewhereInTx(
  tx: Tx,
  tenantId: string,
  slug: string,
): Promise<{ serviceId: string; version: number; title: Record<string, string> } | null> {
  const found = await findPublishedInTx(tx, tenantId, slug);
  if (found?.definition.kind !== 'elsewhere') return null;
  return { serviceId: found.serviceId, version: found.version, title: found.definition.name };
}

/** What a service is called and which board has it, as published now; null where the municipality shows none of that name. */
export async function findServiceNamesInTx(
  tx: Tx,
  tenantId: string,
  slug: string,
): Promise<ServiceNames | null> {
  const found = await findPublishedInTx(tx, tenantId, slug);
  return found && namesOf(found);
}

/** The same of a version that something was applied for on. */
export async function getServiceNamesInTx(
  tx: Tx,
  tenantId: string,
  { serviceId, version }: { serviceId: string; version: number },
): Promise<ServiceNames | null> {
  return namesOf({ serviceId, version, definition: await versionInTx(tx, tenantId, serviceId, version) });
}

/** The slug of a service that a row of the same municipality points to. */
export async function getServiceSlugInTx(tx: Tx, tenantId: string, serviceId: string): Promise<string> {
  const service = await tx.service.findUnique({
    where: { tenantId_id: { tenantId, id: serviceId } },
    select: { slug: true },
  });
  if (!service) throw notFound();
  return service.slug;
}

/** The version that the catalogue shows of a service; null where it shows none. */
export async function getPublishedVersionInTx(
  tx: Tx,
  tenantId: string,
  serviceId: string,
): Promise<number | null> {
  const service = await tx.service.findUnique({
    where: { tenantId_id: { tenantId, id: serviceId } },
    select: { publishedVersion: true },
  });
  return service?.publishedVersion ?? null;
}

/** The services of these slugs that the municipality has. */
export async function getServiceIdsInTx(
  tx: Tx,
  tenantId: string,
  slugs: readonly string[],
): Promise<string[]> {
  const services = await tx.service.findMany({
    where: { tenantId, slug: { in: [...slugs] } },
    select: { id: true },
  });
  return services.map(({ id }) => id);
}
