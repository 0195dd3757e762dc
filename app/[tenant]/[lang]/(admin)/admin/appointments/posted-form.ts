import { redirect } from 'next/navigation';
import { type FormState, typedValues } from '@/lib/platform/action';
import { noteFormErrors } from '@/lib/platform/form-errors';
import { href, type StaffLanguage, type Translate, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** What one field of a posted form says. */
export const one = (form: FormData, name: string) => String(form.get(name) ?? '');

/** To one of these pages, by what comes after "/admin/appointments/". */
export const goTo = async (path: string): Promise<never> =>
  redirect(href((await requestFacts()).lang, `/admin/appointments/${path}`));

/** The form comes back with a question that only the server could know to ask. */
export async function asked(
  form: FormData,
  field: string,
  sentence: (t: Translate, lang: StaffLanguage) => string,
  /** what the form then carries besides */
  carried: Record<string, string> = {},
): Promise<FormState> {
  const { lang } = await requestFacts();
  await noteFormErrors();
  return {
    status: 'error',
    fields: { [field]: sentence(texts(lang), lang === 'en' ? 'en' : 'sv') },
    values: { ...typedValues(form), ...carried },
  };
}
