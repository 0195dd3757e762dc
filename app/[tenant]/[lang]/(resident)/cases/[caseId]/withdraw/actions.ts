'use server';

import { redirect } from 'next/navigation';
import { prepareWithdrawal } from '@/lib/cases/commands/prepare-withdrawal';
import { withdrawalScopes } from '@/lib/cases/domain/withdrawal';
import { getWithdrawal } from '@/lib/cases/queries/get-withdrawal';
import { requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../not-found-page';
import { cancelSignature, startSignature } from '../../../start-signature';

/** Makes what she is to sign, and goes on to sign it. */
export async function postWithdrawal(caseId: string, _: FormState, form: FormData): Promise<FormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const text = (name: string) => String(form.get(name) ?? '');
  return runAction(
    'prepare-withdrawal',
    async () => {
      await prepareWithdrawal(actor, {
        caseId,
        scope: withdrawalScopes.find((scope) => scope === text('scope')) ?? null,
        drops: text('drops'),
        keeps: text('keeps'),
        reason: text('reason'),
        language: lang,
      });
      redirect(href(lang, `/cases/${caseId}/withdraw/sign`));
    },
    form,
  );
}

/** Has BankID ask her to sign what is prepared. */
export async function startSigning(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const caseId = String(form.get('case') ?? '');
  const page = href(lang, `/cases/${caseId}/withdraw`);
  const { prepared } = await orNotFound(getWithdrawal(actor, caseId, lang));
  if (!prepared) redirect(page);
  const { id, hash, visibleText } = prepared;
  const toSign = { subjectType: 'withdrawal', subjectId: id, hash, visibleText } as const;
  redirect(await startSignature(actor, toSign, form, `${page}/sign`));
}

export async function cancelSigning(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  await cancelSignature(actor, form);
  redirect(href(lang, `/cases/${String(form.get('case') ?? '')}/withdraw/sign`));
}
