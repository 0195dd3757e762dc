import { MAX_FILES } from '@/lib/cases/domain/supplement';
import { fileStateTexts, saveTexts } from '@/lib/catalogue/domain/form-texts';
import type { Translate } from '@/lib/platform/i18n';

/** The words of the form of an answer, for the browser. `maxMegabytes` is the most that one file may be. */
export const answerTexts = (t: Translate, maxMegabytes: number) => ({
  heading: t('cases:supplement.form'),
  text: t('cases:supplement.text'),
  textHelp: t('cases:supplement.text-help'),
  files: t('cases:supplement.files'),
  filesHelp: t('cases:supplement.files-help', { count: MAX_FILES, max: maxMegabytes }),
  upload: t('cases:supplement.upload'),
  uploaded: t('cases:supplement.uploaded'),
  chooseAgain: t('cases:supplement.choose-again'),
  whatHappens: t('cases:supplement.what-happens'),
  send: t('cases:supplement.send'),
  sending: t('cases:supplement.sending'),
  save: t('cases:supplement.save'),
  stale: {
    title: t('cases:supplement.stale-title'),
    text: t('cases:supplement.stale-text'),
    keepMine: t('cases:supplement.stale-keep-mine'),
    showLatest: t('cases:supplement.stale-show-latest'),
  },
  saving: saveTexts(t),
  fileStates: fileStateTexts(t),
});
