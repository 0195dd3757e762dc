import type { StaffField } from '@/components/appointments/staff-field';
import type { Texts } from '@/lib/appointments/domain/appointment-type';
import { languageName } from '@/lib/kernel/language-name';
import { spokenIn } from '@/lib/kernel/said';
import { type Language, languages, type StaffLanguage, type Translate } from '@/lib/platform/i18n';

interface TextToWrite {
  name: string;
  value: Texts;
  label: (language: string) => string;
  description?: string;
  /** one: a line */
  rows: number;
  isRequired?: boolean;
}

/**
 * Texts that belong together, in each language that the municipality offers: Swedish first and in sight, since it alone
 * may be needed, and each other language folded with all of them. `together`: what all the others are under, where
 * there is little to write.
 */
export function textFields(
  texts: readonly [TextToWrite, ...TextToWrite[]],
  { offered, lang, t }: { offered: readonly string[]; lang: StaffLanguage; t: Translate },
  together?: string,
): StaffField[] {
  const others = languages.filter((language) => language !== 'sv' && offered.includes(language));
  const inLanguage = (language: Language) => texts.map((text) => textField(text, language, lang, t));
  const fold = (name: string, label: string, within: readonly Language[]): StaffField => ({
    kind: 'fold',
    name: `${texts[0].name}-in-${name}`,
    label,
    note: t('meetings:written', {
      written: within.reduce((sum, language) => sum + texts.filter(({ value }) => value[language]).length, 0),
      all: within.length * texts.length,
    }),
    fields: within.flatMap(inLanguage),
  });
  return [
    ...inLanguage('sv'),
    ...(together && others.length > 0
      ? [fold('others', together, others)]
      : others.map((language) =>
          fold(language, t('meetings:in-language', { language: languageName(language, lang) }), [language]),
        )),
  ];
}

function textField(
  { name, value, label, description, rows, isRequired = false }: TextToWrite,
  language: Language,
  lang: StaffLanguage,
  t: Translate,
): StaffField {
  const field = {
    name: `${name}-${language}`,
    label: label(languageName(language, lang)),
    value: value[language] ?? '',
    spoken: spokenIn(language, lang),
    ...(description && language === 'sv' && { description }),
    ...(!(isRequired && language === 'sv') && { optional: t('common:optional') }),
  };
  return rows === 1 ? { kind: 'text', ...field } : { kind: 'area', rows, ...field };
}
