import 'server-only';
import type { OfficeCase } from '@/lib/cases/api';
import type { SystemActor } from '@/lib/platform/actor';
import type { CaseOfService } from '../contract/messages';
import { onOwnServiceInTx, putOfficeCaseOfServiceInTx } from './office-case-in-tx';

type Input = CaseOfService & { slug: string; externalId: string };

/**
 * A case as the system has it, for a resident who may never have been here. One is opened only of a service that this
 * municipality shows as living elsewhere, and that the system serves; of a service that is applied for here, it brings on
 * the case that an application opened and that the system has acknowledged under this id.
 */
export const putCase = (actor: SystemActor, input: Input): Promise<OfficeCase> =>
  onOwnServiceInTx(actor, 'back-office.put-case', input.slug, async (tx) => {
    const { personId: _, ...put } = await putOfficeCaseOfServiceInTx(tx, actor, input);
    return put;
  });
