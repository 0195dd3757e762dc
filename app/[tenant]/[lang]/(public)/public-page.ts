import 'server-only';
import { notFound } from 'next/navigation';
import type { NobodyActor } from '@/lib/platform/actor';
import { isLanguage, type Language, type Translate, texts } from '@/lib/platform/i18n';
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
  const { tenant, lang } = await params;
  if (!isLanguage(lang)) notFound();
  return {
    lang,
    t: texts(lang),
    tenant: await getTenant(tenant),
    visitor: { kind: 'nobody', tenantId: tenant },
  };
}
