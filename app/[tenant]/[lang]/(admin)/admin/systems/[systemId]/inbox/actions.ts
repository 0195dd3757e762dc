'use server';

import { redirect } from 'next/navigation';
import { dismissMessage } from '@/lib/back-office/commands/dismiss-message';
import { rerunMessage } from '@/lib/back-office/commands/rerun-message';
import { rerunMessages } from '@/lib/back-office/commands/rerun-messages';
import { requireAdmin } from '@/lib/identity/staff-session';
import type { FormState } from '@/lib/platform/action';
import { typedValues } from '@/lib/platform/action';
import { isAppError } from '@/lib/platform/errors';
import { noteFormErrors } from '@/lib/platform/form-errors';
import { href, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

const field = (form: FormData, name: string) => String(form.get(name) ?? '');
const place = (form: FormData) => `/admin/systems/${field(form, 'system')}/inbox`;

/** Where to go after something was done to one message, and what is said there. Somebody else may have been first. */
async function after(form: FormData, doing: () => Promise<string>): Promise<never> {
  const { lang } = await requestFacts();
  const to = await doing().catch((error: unknown) => {
    if (isAppError(error, 'Conflict') || isAppError(error, 'NotFound')) return `${place(form)}?moved`;
    throw error;
  });
  redirect(href(lang, to));
}

/** Runs a message again as it is. */
export async function rerun(form: FormData): Promise<void> {
  const actor = await requireAdmin();
  await after(form, async () => outcome(form, await rerunMessage(actor, field(form, 'message'))));
}

const outcome = (form: FormData, { state, inboxId }: { state: string; inboxId: string }): string =>
  state === 'parked' ? `${place(form)}/${inboxId}?again` : `${place(form)}?${state}`;

/** Corrects a message and runs it again. What is wrong is said at its place, and nothing typed is lost. */
export async function correct(_: FormState, form: FormData): Promise<FormState> {
  const [actor, { lang }] = await Promise.all([requireAdmin(), requestFacts()]);
  const t = texts(lang);
  const typed = { content: field(form, 'content'), caseNumber: field(form, 'caseNumber') };
  try {
    return await after(form, async () =>
      outcome(form, await rerunMessage(actor, field(form, 'message'), typed)),
    );
  } catch (error) {
    if (!isAppError(error, 'Invalid')) throw error;
    await noteFormErrors();
    const { caseNumber, '(body)': whole, ...rest } = error.fields ?? {};
    const content = Object.entries(rest)
      .map(([name, problem]) => t('inbox:correct.field', { name, problem }))
      .concat(whole ? [t('inbox:correct.whole', { problem: whole })] : []);
    return {
      status: 'error',
      fields: {
        ...(caseNumber && { caseNumber: t('inbox:correct.no-case') }),
        ...(content.length > 0 && { content: content.join(' ') }),
      },
      values: typedValues(form),
    };
  }
}

/** Nothing is to come of a message. */
export async function dismiss(form: FormData): Promise<void> {
  const actor = await requireAdmin();
  await after(form, async () => {
    try {
      await dismissMessage(actor, field(form, 'message'), field(form, 'why'));
      return `${place(form)}?dismissed`;
    } catch (error) {
      if (isAppError(error, 'Invalid')) return `${place(form)}/${field(form, 'message')}?choose`;
      throw error;
    }
  });
}

/** Runs all again that wait for one reason. */
export async function rerunAll(form: FormData): Promise<void> {
  const actor = await requireAdmin();
  await after(form, async () => {
    const count = await rerunMessages(actor, field(form, 'system'), field(form, 'reason'));
    return `${place(form)}?running=${count}`;
  });
}
