import type { Metadata } from 'next';
import { type Language, texts } from '@/lib/platform/i18n';
import { NewMessage } from '../../../../messages/new-message';
import { type ResidentParams, residentPage } from '../../../../resident-page';

interface Props extends ResidentParams<{ caseId: string }> {
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('messages:new.title-case') };
}

export default async function NewCaseMessagePage(props: Props) {
  const { path, ...page } = await residentPage(props);
  const { kept } = await props.searchParams;
  return <NewMessage {...page} place={{ kind: 'case', caseId: path.caseId }} kept={kept === 'yes'} />;
}
