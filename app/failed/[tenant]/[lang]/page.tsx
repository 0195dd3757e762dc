import type { Metadata } from 'next';
import { Failure } from '@/components/layout/failure';
import { failureTexts } from '@/components/layout/failure-texts';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';

interface Props {
  params: Promise<{ tenant: string; lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, lang } = await params;
  const { name } = await getTenant(tenant);
  const site = `${texts(lang as Language)('common:site-name')}, ${name}`;
  return { title: `${failureTexts[lang as Language].title} – ${site}` };
}

/** What scripts/portal.ts answers with when a page failed. No address leads here. */
export default async function FailedRequestPage() {
  const { lang, path, reference } = await requestFacts();
  return <Failure lang={lang} reference={reference} retry={href(lang, path)} isWhole />;
}
