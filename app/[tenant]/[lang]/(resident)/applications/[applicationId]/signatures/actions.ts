'use server';

import { redirect } from 'next/navigation';
import { takeBackInvitations } from '@/lib/applications/commands/take-back-invitations';
import { requireResident } from '@/lib/identity/session';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../not-found-page';

/** Takes the question to the others back, and goes to the answers. Should the last of them have signed: the receipt. */
export async function takeBack(applicationId: string): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const to = (place: string) => href(lang, `/applications/${applicationId}/${place}`);
  try {
    await orNotFound(takeBackInvitations(actor, applicationId));
  } catch (error) {
    if (isAppError(error, 'AlreadyDone')) redirect(to('receipt'));
    throw error;
  }
  redirect(to('check'));
}
