'use server';

import { redirect } from 'next/navigation';
import { confirmContactChange } from '@/lib/identity/commands/confirm-contact-change';
import { sendNewCode } from '@/lib/identity/commands/send-new-code';
import { requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

const goTo = async (path: string): Promise<never> => redirect(href((await requestFacts()).lang, path));

export async function confirmCode(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'confirm-contact-change',
    async () => {
      await confirmContactChange(await requireResident(), {
        changeId: String(form.get('change') ?? ''),
        code: String(form.get('code') ?? ''),
      });
      return goTo('/settings?saved=contact');
    },
    form,
  );
}

export async function askForNewCode(_: FormState, form: FormData): Promise<FormState> {
  return runAction('send-new-code', async () => {
    const changeId = await sendNewCode(await requireResident(), String(form.get('change') ?? ''));
    return goTo(`/settings/contact/${changeId}`);
  });
}
