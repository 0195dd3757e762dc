import type { Metadata } from 'next';
import { getSupplement } from '@/lib/cases/queries/get-supplement';
import { type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../../resident-page';
import { MoreTimePage } from '../../../more-time-page';

type Props = ResidentParams<{ caseId: string; supplementId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('more-time:title') };
}

/** Asking for a later day to send what is asked for. */
export default async function SupplementMoreTimePage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const found = await orNotFound(getSupplement(actor, path, lang));
  return <MoreTimePage found={found} thing={{ supplementId: found.id }} lang={lang} t={t} />;
}
