'use server';

import { redirect } from 'next/navigation';
import { getDocumentToSign } from '@/lib/applications/queries/get-document-to-sign';
import { requireResident } from '@/lib/identity/session';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../not-found-page';
import { cancelSignature, startSignature } from '../../../start-signature';

/** Has BankID ask her to sign the document that is prepared. */
export async function startSigning(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const applicationId = String(form.get('application') ?? '');
  const to = (place: string) => href(lang, `/applications/${applicationId}/${place}`);
  const document = await orNotFound(getDocumentToSign(actor, { applicationId, language: lang }));
  if (document.kind !== 'document') redirect(to(document.kind === 'submitted' ? 'receipt' : 'check'));
  const toSign = { subjectType: 'application', subjectId: applicationId, ...document } as const;
  redirect(await startSignature(actor, toSign, form, to('sign')));
}

export async function cancelSigning(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  await cancelSignature(actor, form);
  redirect(href(lang, `/applications/${String(form.get('application') ?? '')}/sign`));
}
