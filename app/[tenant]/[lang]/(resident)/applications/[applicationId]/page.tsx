import { redirect } from 'next/navigation';
import { openDraft } from '@/lib/applications/commands/open-draft';
import { getApplicationPlace } from '@/lib/applications/queries/get-application-place';
import { href } from '@/lib/platform/i18n';
import { orNotFound } from '../../not-found-page';
import { type ResidentParams, residentPage } from '../../resident-page';

/** The way back to an application: to where she was, or to the receipt once it has been sent. */
export default async function ApplicationPage(
  props: ResidentParams<{ applicationId: string }>,
): Promise<never> {
  const { lang, actor, path } = await residentPage(props);
  await openDraft(actor, { applicationId: path.applicationId, language: lang });
  const place = await orNotFound(getApplicationPlace(actor, path.applicationId));
  const to = place.kind === 'submitted' ? 'receipt' : place.slug;
  redirect(href(lang, `/applications/${path.applicationId}/${to}`));
}
