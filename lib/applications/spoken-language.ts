import 'server-only';
import { languageOf } from '@/lib/catalogue/domain/texts';
import { isLanguage, type Language } from '@/lib/platform/i18n';

/**
 * The language a form is filled in: hers, or its first where it is not translated. All of the form is then said in that
 * one, its buttons and errors too: half of each sentence in another language would help nobody.
 */
export function spokenLanguage(definition: { languages: readonly string[] }, wanted: Language): Language {
  const spoken = languageOf(definition, wanted);
  return isLanguage(spoken) ? spoken : wanted;
}
