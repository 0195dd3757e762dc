import 'server-only';
import { getFormInTx } from '@/lib/catalogue/api';
import { languageOf } from '@/lib/catalogue/domain/texts';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay, visibleApplications } from '../access';

export interface DraftInList {
  applicationId: string;
  serviceName: string;
  savedAt: Date;
}

/** What she has begun and not sent, latest first; of one service where `slug` is given. Go on at /applications/<id>. */
export function listMyDrafts(
  actor: Actor,
  { language, slug }: { language: Language; slug?: string },
): Promise<DraftInList[]> {
  return read(actor, async (tx) => {
    requireResidentMay(actor, 'read-own');
    const { tenantId } = actor;
    const drafts = await tx.application.findMany({
      where: { ...visibleApplications(actor), status: 'draft' },
      orderBy: { updatedAt: 'desc' },
      select: { id: true, serviceId: true, serviceVersion: true, updatedAt: true },
    });
    const found: DraftInList[] = [];
    for (const { id, serviceId, serviceVersion, updatedAt } of drafts) {
      // Read once per process: a version never changes.
      const { definition } = await getFormInTx(tx, tenantId, serviceId, serviceVersion);
      if (slug !== undefined && definition.slug !== slug) continue;
      const serviceName = definition.name[languageOf(definition, language)] ?? definition.slug;
      found.push({ applicationId: id, serviceName, savedAt: updatedAt });
    }
    return found;
  });
}
