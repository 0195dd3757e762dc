import 'server-only';
import { getPublishedFormInTx } from '@/lib/catalogue/api';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { type Tx, write } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';

export interface StartedApplication {
  applicationId: string;
  /** false where a draft was there already and is gone on with */
  isNew: boolean;
}

/**
 * Starts an application on the form as it is published now. A draft that is there already
 * is gone on with: there is one per person and service, which the database's unique index decides, also for two clicks
 * at once.
 */
export async function startApplication(
  actor: Actor,
  { slug, language }: { slug: string; language: Language },
): Promise<StartedApplication> {
  requireResidentMay(actor, 'write-own');
  const { tenantId, personId } = actor;
  return write(actor, async (tx) => {
    const { serviceId, version, definition } = await getPublishedFormInTx(tx, tenantId, slug);
    const id = newId();
    // ON CONFLICT DO NOTHING waits for the other transaction, so that afterwards its draft is there to be found.
    const { count } = await tx.application.createMany({
      data: {
        tenantId,
        id,
        personId,
        serviceId,
        serviceVersion: version,
        language,
        lastPage: definition.pages[0]?.slug ?? null,
      },
      skipDuplicates: true,
    });
    if (count === 0) {
      return { applicationId: await draftOfInTx(tx, tenantId, personId, serviceId), isNew: false };
    }
    await auditInTx(tx, actor, {
      action: 'applications.start-application',
      subjectPersonId: personId,
      objectType: 'application',
      objectId: id,
    });
    return { applicationId: id, isNew: true };
  });
}

async function draftOfInTx(tx: Tx, tenantId: string, personId: string, serviceId: string): Promise<string> {
  const { id } = await tx.application.findFirstOrThrow({
    where: { tenantId, personId, serviceId, status: 'draft', returnedAt: null },
    select: { id: true },
  });
  return id;
}
