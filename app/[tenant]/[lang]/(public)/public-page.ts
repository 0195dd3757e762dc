import 'server-only';
import type { NobodyActor } from '@/lib/platform/actor';
import { type Language, type Translate, texts } from '@/lib/platform/i18n';
import { factsOfRoute } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import type { TenantView } from '@/lib/tenants/queries/list-tenants';

export interface PublicParams {
  params: Promise<{ tenant: string; lang: string }>;
}

/** What every public page begins with. Whoever reads it, it shows what anybody may see. */
export async function publicPage({ params }: PublicParams): Promise<{
  lang: Language;
  t: Translate;
  tenant: TenantView;
  visitor: NobodyActor;
}> {
  const { tenantId, lang } = await factsOfRoute(params);
  return {
    lang,
    t: texts(lang),
    tenant: await getTenant(tenantId),
    visitor: { kind: 'nobody', tenantId },
  };
}
