import type { StaffField } from '@/components/appointments/staff-form';
import type { Texts } from '@/lib/appointments/domain/appointment-type';
import { languageName } from '@/lib/kernel/language-name';
import { spokenIn } from '@/lib/kernel/said';
import { languages, type StaffLanguage, type Translate } from '@/lib/platform/i18n';

/** A text in each language that the municipality offers, Swedish first: it alone may be needed. */
export function textFields(
  {
    name,
    value,
    label,
    rows,
    isRequired = false,
  }: {
    name: string;
    value: Texts;
    label: (language: string) => string;
    /** one: a line */
    rows: number;
    isRequired?: boolean;
  },
  { offered, lang, t }: { offered: readonly string[]; lang: StaffLanguage; t: Translate },
): StaffField[] {
  return languages
    .filter((language) => offered.includes(language))
    .map((language) => {
      const field = {
        name: `${name}-${language}`,
        label: label(languageName(language, lang)),
        value: value[language] ?? '',
        spoken: spokenIn(language, lang),
        ...(!(isRequired && language === 'sv') && { optional: t('common:optional') }),
      };
      return rows === 1 ? { kind: 'text', ...field } : { kind: 'area', rows, ...field };
    });
}
