'use server';

import { redirect } from 'next/navigation';
import { prepareSigning } from '@/lib/applications/commands/prepare-signing';
import { requireResident } from '@/lib/identity/session';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../not-found-page';

/** Makes the document that will be signed. Should something be missing after all, the check page says what. */
export async function goToSigning(applicationId: string): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const to = (place: string) => href(lang, `/applications/${applicationId}/${place}`);
  let isReady: boolean;
  try {
    ({ ready: isReady } = await orNotFound(prepareSigning(actor, { applicationId, language: lang })));
  } catch (error) {
    if (isAppError(error, 'AlreadyDone')) redirect(to('receipt'));
    throw error;
  }
  redirect(to(isReady ? 'sign' : 'check'));
}
