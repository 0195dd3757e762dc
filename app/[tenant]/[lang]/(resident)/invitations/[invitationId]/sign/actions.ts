'use server';

import { redirect } from 'next/navigation';
import { getInvitationToSign } from '@/lib/applications/queries/get-invitation-to-sign';
import { requireResident } from '@/lib/identity/session';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../not-found-page';
import { cancelSignature, startSignature } from '../../../start-signature';

/** Has BankID ask her to sign the same document as the applicant. */
export async function startCoSigning(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const invitationId = String(form.get('invitation') ?? '');
  const page = href(lang, `/invitations/${invitationId}`);
  const document = await orNotFound(getInvitationToSign(actor, { invitationId, language: lang }));
  if (document.kind !== 'document') redirect(page);
  redirect(
    await startSignature(
      actor,
      { subjectType: 'application', subjectId: document.applicationId, ...document },
      form,
      `${page}/sign`,
    ),
  );
}

export async function cancelCoSigning(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  await cancelSignature(actor, form);
  redirect(href(lang, `/invitations/${String(form.get('invitation') ?? '')}/sign`));
}
