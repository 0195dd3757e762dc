import type { Metadata } from 'next';
import { type Language, texts } from '@/lib/platform/i18n';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { NewMessage } from '../../new-message';

interface Props extends ResidentParams<{ slug: string }> {
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('messages:new.title-service') };
}

export default async function NewServiceMessagePage(props: Props) {
  const { path, ...page } = await residentPage(props);
  const { kept } = await props.searchParams;
  return <NewMessage {...page} place={{ kind: 'service', slug: path.slug }} kept={kept === 'yes'} />;
}
