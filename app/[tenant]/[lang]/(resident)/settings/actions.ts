'use server';

import { redirect } from 'next/navigation';
import { changeContactWays } from '@/lib/identity/commands/change-contact-ways';
import { chooseLanguage } from '@/lib/identity/commands/choose-language';
import { endOtherSessions } from '@/lib/identity/commands/end-other-sessions';
import { endSession } from '@/lib/identity/commands/end-session';
import { clearSessionCookie, requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

const goTo = async (path: string): Promise<never> => redirect(href((await requestFacts()).lang, path));

export async function saveContactWays(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'change-contact-ways',
    async () => {
      const { waiting } = await changeContactWays(await requireResident(), {
        email: String(form.get('email') ?? ''),
        phone: String(form.get('phone') ?? ''),
      });
      return goTo(waiting[0] ? `/settings/contact/${waiting[0]}` : '/settings?saved=contact');
    },
    form,
  );
}

export async function saveLanguage(_: FormState, form: FormData): Promise<FormState> {
  return runAction('choose-language', async () => {
    await chooseLanguage(await requireResident(), String(form.get('language') ?? ''));
    return goTo('/settings?saved=language');
  });
}

export async function endOneSession(_: FormState, form: FormData): Promise<FormState> {
  return runAction('end-session', async () => {
    const actor = await requireResident();
    const id = String(form.get('session') ?? '');
    await endSession(actor, id);
    if (id === actor.sessionId) {
      await clearSessionCookie();
      return goTo('/log-in?out=1');
    }
    return goTo('/settings/sessions?ended=1');
  });
}

export async function endAllOtherSessions(_: FormState, _form: FormData): Promise<FormState> {
  return runAction('end-other-sessions', async () => {
    await endOtherSessions(await requireResident());
    return goTo('/settings/sessions?ended=others');
  });
}
