'use server';

import { redirect } from 'next/navigation';
import { discardApplication } from '@/lib/applications/commands/discard-application';
import { startApplication } from '@/lib/applications/commands/start-application';
import { requireResident } from '@/lib/identity/session';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../../(resident)/not-found-page';

export async function startDraft(slug: string): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const { applicationId } = await orNotFound(startApplication(actor, { slug, language: lang }));
  redirect(href(lang, `/applications/${applicationId}`));
}

export async function discardDraft(slug: string, applicationId: string): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  try {
    await orNotFound(discardApplication(actor, applicationId));
  } catch (error) {
    // It has been sent in from another window meanwhile: nothing is thrown away.
    if (isAppError(error, 'AlreadyDone')) redirect(href(lang, `/applications/${applicationId}/receipt`));
    throw error;
  }
  redirect(href(lang, `/services/${slug}/start`));
}
