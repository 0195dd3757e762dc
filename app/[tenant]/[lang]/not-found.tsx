import type { Metadata } from 'next';
import { StatusPage, statusTitle } from '@/components/layout/status-page';
import { requestFacts } from '@/lib/platform/request';

export const generateMetadata = async (): Promise<Metadata> =>
  statusTitle((await requestFacts()).lang, 'not-found');

/** Next sends this with every page, so it is one small element. */
export default async function NotFound() {
  return <StatusPage lang={(await requestFacts()).lang} kind="not-found" linkTo="/" />;
}
