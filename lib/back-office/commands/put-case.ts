import 'server-only';
import { type OfficeCase, putOfficeCaseInTx } from '@/lib/cases/api';
import { findElsewhereInTx, getServiceIdsInTx } from '@/lib/catalogue/api';
import { putPersonInTx } from '@/lib/identity/api';
import type { SystemActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { isUniqueViolation, notFound } from '@/lib/platform/errors';
import { guarded } from '../access';
import type { CaseOfService } from '../contract/messages';

interface Input extends CaseOfService {
  slug: string;
  externalId: string;
}

/**
 * A case as the system has it, for a resident who may never have been here. One is opened only of a service that this
 * municipality shows as living elsewhere, and that the system serves; of a service that is applied for here, it brings on
 * the case that an application opened and that the system has acknowledged under this id. All else is not found, and in
 * the log. Two at once: the unique index lets one of them open it, and the other then finds it there.
 */
export function putCase(actor: SystemActor, { slug, person, ...message }: Input): Promise<OfficeCase> {
  const { personalNumber: nationalId, ...name } = person;
  return guarded(actor, 'back-office.put-case', 'cases.write', null, async () => {
    if (!actor.services.includes(slug)) throw notFound();
    const put = () =>
      write(actor, async (tx) => {
        const { tenantId } = actor;
        const opensAs = await findElsewhereInTx(tx, tenantId, slug);
        const serviceId = opensAs?.serviceId ?? (await getServiceIdsInTx(tx, tenantId, [slug]))[0];
        if (!serviceId) throw notFound();
        const personId = await putPersonInTx(tx, tenantId, { nationalId, name });
        return putOfficeCaseInTx(tx, actor, { ...message, personId, serviceId, opensAs });
      });
    return put().catch((error: unknown) => {
      if (isUniqueViolation(error)) return put();
      throw error;
    });
  });
}
