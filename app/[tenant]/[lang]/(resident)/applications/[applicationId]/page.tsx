import { redirect } from 'next/navigation';
import { getApplicationPlace } from '@/lib/applications/queries/get-application-place';
import { href } from '@/lib/platform/i18n';
import { orNotFound } from '../../not-found-page';
import { type ResidentParams, residentPage } from '../../resident-page';

/** The way back to an application: to where she was, or to the receipt once it has been sent. */
export default async function ApplicationPage(
  props: ResidentParams<{ applicationId: string }>,
): Promise<never> {
  const { lang, actor, path } = await residentPage(props);
  const place = await orNotFound(getApplicationPlace(actor, path.applicationId));
  const to = place.kind === 'submitted' ? 'receipt' : place.slug;
  redirect(href(lang, `/applications/${path.applicationId}/${to}`));
}
