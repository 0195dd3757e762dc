import 'server-only';
import { forbidden, notFound, unstable_rethrow } from 'next/navigation';
import type { FormState } from '@/lib/kernel/form-state';
import { AppError } from './errors';
import { noteFormErrors } from './form-errors';
import { type Language, type Translate, texts } from './i18n';
import { log } from './log';
import { requestFacts } from './request';

export type { FormState };
export const idle: FormState = { status: 'idle' };

/**
 * Runs a server action's body and turns refusals into what the form shows. `fn` ends by returning a state or by
 * redirecting. Missing and foreign become the not-found page; anything unexpected is logged once under a reference.
 * `language` where the form is in another than the page.
 */
export async function runAction(
  name: string,
  fn: () => Promise<FormState>,
  typed?: FormData,
  language?: Language,
): Promise<FormState> {
  try {
    return await fn();
  } catch (error) {
    unstable_rethrow(error);
    const t = texts(language ?? (await requestFacts()).lang);
    const values = typed && typedValues(typed);
    if (error instanceof AppError) {
      if (error.code === 'NotFound') notFound();
      if (error.code === 'Forbidden') forbidden();
      const say = sayer(t);
      if (error.fields) await noteFormErrors();
      return {
        status: 'error',
        message: say(error.reason) ?? say(`errors:${error.code}`) ?? error.code,
        ...(error.fields && {
          fields: Object.fromEntries(
            Object.entries(error.fields).map(([field, key]) => [field, say(key) ?? key]),
          ),
        }),
        ...(values && { values }),
      };
    }
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, action: name, reference }, 'action failed');
    return { status: 'error', message: t('errors:unexpected', { reference }), ...(values && { values }) };
  }
}

const sayer = (t: Translate) => (key: string | undefined) =>
  key === undefined ? undefined : (t(key as never) as string);

/** The text fields of a posted form, as typed; files can't be given back to a browser. */
export function typedValues(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const all = data.getAll(name).filter((value) => typeof value === 'string');
    if (all.length > 0) values[name] = all.length === 1 ? (all[0] as string) : all;
  }
  return values;
}
