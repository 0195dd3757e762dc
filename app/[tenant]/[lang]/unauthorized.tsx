import { StatusPage } from '@/components/layout/status-page';
import { requestFacts } from '@/lib/platform/request';

/** Next sends this with every page, so it is one small element. */
export default async function Unauthorized() {
  return <StatusPage lang={(await requestFacts()).lang} kind="unauthorized" linkTo="/log-in" />;
}
