import 'server-only';
import { type OfficeCase, putOfficeCaseInTx } from '@/lib/cases/api';
import { findElsewhereInTx, getServiceIdsInTx } from '@/lib/catalogue/api';
import { putPersonInTx } from '@/lib/identity/api';
import type { SystemActor } from '@/lib/platform/actor';
import { type Tx, writeOrFind } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded } from '../access';
import type { CaseOfService } from '../contract/messages';

type Input = CaseOfService & { slug: string; externalId: string };

/** The case as its office has it, opened if it is new, of a service that the system serves; and whose it is. */
export async function putOfficeCaseOfServiceInTx(
  tx: Tx,
  actor: SystemActor,
  { slug, person, ...message }: Input,
): Promise<OfficeCase & { personId: string }> {
  const { tenantId } = actor;
  const { personalNumber: nationalId, ...name } = person;
  const opensAs = await findElsewhereInTx(tx, tenantId, slug);
  const serviceId = opensAs?.serviceId ?? (await getServiceIdsInTx(tx, tenantId, [slug]))[0];
  if (!serviceId) throw notFound();
  const personId = await putPersonInTx(tx, tenantId, { nationalId, name });
  return { personId, ...(await putOfficeCaseInTx(tx, actor, { ...message, personId, serviceId, opensAs })) };
}

/**
 * Runs what a system tells of a case of a service that is its own; all else is not found, and in the log.
 */
export const onOwnServiceInTx = <T>(
  actor: SystemActor,
  action: string,
  slug: string,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> =>
  guarded(actor, action, 'cases.write', null, async () => {
    if (!actor.services.includes(slug)) throw notFound();
    return writeOrFind(actor, fn);
  });
