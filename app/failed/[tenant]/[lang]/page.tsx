import type { Metadata } from 'next';
import { Failure } from '@/components/layout/failure';
import { failureTexts, typedTexts } from '@/components/layout/failure-texts';
import { href, texts } from '@/lib/platform/i18n';
import { factsOfRoute, requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';

interface Props {
  params: Promise<{ tenant: string; lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenantId, lang } = await factsOfRoute(params);
  const { name } = await getTenant(tenantId);
  const site = `${texts(lang)('common:site-name')}, ${name}`;
  return { title: `${failureTexts[lang].title} – ${site}` };
}

/** What scripts/portal.ts answers with when a page failed. No address leads here. */
export default async function FailedRequestPage() {
  const { lang, path, reference } = await requestFacts();
  return <Failure lang={lang} reference={reference} retry={href(lang, path)} typed={typedTexts[lang]} />;
}
