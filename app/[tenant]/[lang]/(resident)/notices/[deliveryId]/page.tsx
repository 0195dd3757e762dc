import { redirect } from 'next/navigation';
import { getNoticePlace } from '@/lib/notifications/queries/get-notice-place';
import { href } from '@/lib/platform/i18n';
import { orNotFound } from '../../not-found-page';
import { type ResidentParams, residentPage } from '../../resident-page';

/** Where a message's link leads: by way of the log-in to the page it is about, which the address itself keeps quiet of. */
export default async function NoticePage({ params }: ResidentParams<{ deliveryId: string }>) {
  const { lang, actor, path } = await residentPage({ params });
  redirect(href(lang, await orNotFound(getNoticePlace(actor, path.deliveryId))));
}
