import type { Metadata } from 'next';
import { StatusPage, statusTitle } from '@/components/layout/status-page';
import { requestFacts } from '@/lib/platform/request';

export const generateMetadata = async (): Promise<Metadata> =>
  statusTitle((await requestFacts()).lang, 'unauthorized');

/** Next sends this with every page, so it is one small element. */
export default async function Unauthorized() {
  return <StatusPage lang={(await requestFacts()).lang} kind="unauthorized" linkTo="/log-in" />;
}
