import 'server-only';
import { languageOf } from '@/lib/catalogue/domain/texts';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { Prisma, readRows } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';

export interface DraftInList {
  applicationId: string;
  serviceName: Said;
  savedAt: Date;
}

/** What she has begun and not sent, latest first; of one service where `slug` is given. Go on at /applications/<id>. */
export async function listMyDrafts(
  actor: Actor,
  { language, slug }: { language: Language; slug?: string },
): Promise<DraftInList[]> {
  requireResidentMay(actor, 'read-own');
  const rows = await readRows<Row>(actor, draftsStatement(actor.tenantId, actor.personId));
  return rows
    .filter((row) => slug === undefined || row.slug === slug)
    .map(({ applicationId, savedAt, slug: service, ...definition }) => {
      const lang = languageOf(definition, language);
      return { applicationId, savedAt, serviceName: { text: definition.name[lang] ?? service, lang } };
    });
}

interface Row {
  applicationId: string;
  savedAt: Date;
  slug: string;
  /** of the version it was started on */
  name: Record<string, string>;
  languages: string[];
}

/**
 * Asked at every overview, hence one statement: `visibleApplications` of a resident, narrowed to drafts. The
 * measurements run the same on a bare server.
 */
export const draftsStatement = (tenantId: string, personId: string): Prisma.Sql => Prisma.sql`
  select a.id as "applicationId", a.updated_at as "savedAt", s.slug,
         v.definition -> 'name' as name, v.definition -> 'languages' as languages
    from application a
    join service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    join service_version v
      on v.tenant_id = a.tenant_id and v.service_id = a.service_id and v.version = a.service_version
   where a.tenant_id = ${tenantId} and a.person_id = ${personId}::uuid and a.status = 'draft'
   order by a.updated_at desc`;
