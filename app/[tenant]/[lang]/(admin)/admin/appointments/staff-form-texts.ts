import type { Translate } from '@/lib/platform/i18n';

const MOST_ERRORS = 20;

/** What each form of these pages says besides its fields. */
export const staffFormTexts = (t: Translate, save: string) => ({
  save,
  working: t('common:working'),
  notSaved: t('meetings:not-saved'),
  errorTitles: Array.from({ length: MOST_ERRORS }, (_, index) =>
    t('common:error-summary.title', { count: index + 1 }),
  ),
});
