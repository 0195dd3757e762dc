import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { demand } from '../access';
import type { Category, Guide, ServiceDefinition } from '../domain/definition';
import { GUIDE } from '../domain/definition-guide';
import { search } from '../domain/search';
import { languageOf, localize } from '../domain/texts';

export interface ServiceListItem {
  slug: string;
  category: Category;
  /** whether it is applied for here, or elsewhere */
  kind: Exclude<ServiceDefinition, Guide>['kind'];
  /** of its texts: where it is not translated, another than was asked for */
  language: string;
  name: string;
  summary: string;
  searchWords: string;
}

type Head = Pick<
  Exclude<ServiceDefinition, Guide>,
  'slug' | 'category' | 'kind' | 'languages' | 'name' | 'summary' | 'searchWords'
>;

/** The municipality's catalogue in one language, searched where `query` is given. */
export async function listServices(
  actor: Actor,
  { language, query = '' }: { language: string; query?: string },
): Promise<ServiceListItem[]> {
  demand(actor, 'read');
  // Only the head of each document is read: the forms are a hundred times as big. As visibleServices in access.ts.
  const heads = await read(
    actor,
    (tx) => tx.$queryRaw<Head[]>`
      select v.definition -> 'slug' as slug, v.definition -> 'category' as category, v.definition -> 'kind' as kind,
             v.definition -> 'languages' as languages, v.definition -> 'name' as name,
             v.definition -> 'summary' as summary, v.definition -> 'searchWords' as "searchWords"
      from service s
      join service_version v
        on v.tenant_id = s.tenant_id and v.service_id = s.id and v.version = s.published_version
      where s.tenant_id = ${actor.tenantId} and s.published_version is not null and s.slug <> ${GUIDE}
      order by s.position, s.slug`,
  );
  const services = heads.map(({ languages, ...head }): ServiceListItem => {
    const chosen = languageOf({ languages }, language);
    return {
      ...localize<Omit<ServiceListItem, 'language'>>(head, languages, chosen),
      language: chosen,
    };
  });
  return search(services, query);
}
