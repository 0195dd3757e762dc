'use server';

import { redirect } from 'next/navigation';
import { requireResident } from '@/lib/identity/session';
import { addPushDevice } from '@/lib/notifications/commands/add-push-device';
import { removePushDevice } from '@/lib/notifications/commands/remove-push-device';
import { saveNoticeChoice } from '@/lib/notifications/commands/save-notice-choice';
import { noticeKinds } from '@/lib/notifications/domain/notice-table';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

export async function saveChoice(_: FormState, form: FormData): Promise<FormState> {
  const one = (name: string) => String(form.get(name) ?? '');
  return runAction(
    'save-notice-choice',
    async () => {
      await saveNoticeChoice(await requireResident(), {
        ways: Object.fromEntries(noticeKinds.map((kind) => [kind, form.getAll(kind).map(String)])),
        // Not asked where nothing makes a sound: then it is as the municipality has it.
        quiet: form.has('quiet') ? one('quiet') : 'municipality',
        quietFrom: one('quiet-from'),
        quietTo: one('quiet-to'),
      });
      redirect(href((await requestFacts()).lang, '/settings/notices?saved=1'));
    },
    form,
  );
}

export async function addDevice(_: FormState, form: FormData): Promise<FormState> {
  return runAction('add-push-device', async () => {
    const { lang, userAgent } = await requestFacts();
    await addPushDevice(await requireResident(), {
      subscription: String(form.get('subscription') ?? ''),
      userAgent,
    });
    redirect(href(lang, '/settings/notices?saved=device'));
  });
}

export async function removeDevice(_: FormState, form: FormData): Promise<FormState> {
  return runAction('remove-push-device', async () => {
    await removePushDevice(await requireResident(), String(form.get('device') ?? ''));
    redirect(href((await requestFacts()).lang, '/settings/notices?saved=removed'));
  });
}
