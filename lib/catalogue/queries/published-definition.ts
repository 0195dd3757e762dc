import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { visibleServices } from '../access';
import { recall, remember } from '../definition-memory';
import type { ServiceDefinition, ServiceForm } from '../domain/definition';

export interface StoredDefinition<D extends ServiceDefinition = ServiceDefinition> {
  serviceId: string;
  version: number;
  definition: D;
}

export async function versionInTx(
  tx: Tx,
  tenantId: string,
  serviceId: string,
  version: number,
): Promise<ServiceDefinition> {
  const known = recall(tenantId, serviceId, version);
  if (known) return known;
  const row = await tx.serviceVersion.findUnique({
    where: { tenantId_serviceId_version: { tenantId, serviceId, version } },
    select: { definition: true },
  });
  if (!row) throw notFound();
  // Only what the meta-schema let through is ever written here.
  const definition = row.definition as unknown as ServiceDefinition;
  remember(tenantId, serviceId, version, definition);
  return definition;
}

export async function findPublishedInTx(
  tx: Tx,
  tenantId: string,
  slug: string,
): Promise<StoredDefinition | null> {
  const service = await tx.service.findFirst({
    where: { ...visibleServices({ tenantId }), slug },
    select: { id: true, publishedVersion: true },
  });
  if (!service || service.publishedVersion === null) return null;
  const { id: serviceId, publishedVersion: version } = service;
  return { serviceId, version, definition: await versionInTx(tx, tenantId, serviceId, version) };
}

const asForm = (stored: StoredDefinition): StoredDefinition<ServiceForm> => {
  if (stored.definition.kind !== 'form') throw notFound();
  return { ...stored, definition: stored.definition };
};

/** The form as published now, to start an application on. NotFound where there is none to fill in here. */
export async function getPublishedFormInTx(
  tx: Tx,
  tenantId: string,
  slug: string,
): Promise<StoredDefinition<ServiceForm>> {
  const found = await findPublishedInTx(tx, tenantId, slug);
  if (!found) throw notFound();
  return asForm(found);
}

/** The form in the version that an application is on. */
export async function getFormInTx(
  tx: Tx,
  tenantId: string,
  serviceId: string,
  version: number,
): Promise<StoredDefinition<ServiceForm>> {
  return asForm({ serviceId, version, definition: await versionInTx(tx, tenantId, serviceId, version) });
}
