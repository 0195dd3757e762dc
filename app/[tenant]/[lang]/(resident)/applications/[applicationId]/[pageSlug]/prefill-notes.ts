import type { Beforehand } from '@/components/forms/locked-field';
import type { Prefilled } from '@/lib/applications/queries/get-application-page';
import { shortDateText } from '@/lib/kernel/date-text';
import { type Language, texts } from '@/lib/platform/i18n';

/** What is said at each question that was filled in beforehand: from where, and what to do if it is wrong. */
export function notesOn(
  prefilled: Readonly<Record<string, Prefilled>>,
  language: Language,
): Record<string, Beforehand> {
  const t = texts(language);
  return Object.fromEntries(
    Object.entries(prefilled).map(([id, { source, on, isLocked, words }]) => {
      const date = shortDateText(on, language);
      const note = isLocked
        ? t('applications:prefilled.locked', { date })
        : source === 'earlier'
          ? t('applications:prefilled.earlier', { date })
          : source === 'contact-phone' || source === 'contact-email'
            ? t('applications:prefilled.contact')
            : t('applications:prefilled.register', { date });
      return [id, { note, locked: isLocked ? words : null }];
    }),
  );
}
