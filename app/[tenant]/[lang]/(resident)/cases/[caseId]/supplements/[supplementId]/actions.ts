'use server';

import type { AnswerFormState } from '@/components/cases/answer-form-state';
import type { AutosaveResult } from '@/components/forms/saved-form';
import { answerSupplement } from '@/lib/cases/commands/answer-supplement';
import { saveSupplementDraft } from '@/lib/cases/commands/save-supplement-draft';
import { currentActor, requireResident } from '@/lib/identity/session';
import { notNow } from '@/lib/platform/errors';
import { href, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { receiveAnswer, saveByItself } from '../../posted-answer';

interface Place {
  caseId: string;
  supplementId: string;
  /** what is asked for, in the form's order */
  itemIds: string[];
}

export async function postSupplement(
  { caseId, supplementId, itemIds }: Place,
  before: AnswerFormState,
  data: FormData,
): Promise<AnswerFormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const t = texts(lang);
  const receiver = {
    name: 'post-supplement',
    itemIds,
    here: href(lang, `/cases/${caseId}/supplements/${supplementId}`),
    send: async (posted: Omit<Parameters<typeof answerSupplement>[1], 'supplementId'>) => {
      const { outcome } = await answerSupplement(actor, { ...posted, supplementId });
      // Thrown here, so that the files are kept all the same.
      if (outcome === 'closed') throw notNow('errors:supplements-not-taken');
      return { outcome };
    },
    save: (posted: Omit<Parameters<typeof saveSupplementDraft>[1], 'supplementId'>) =>
      saveSupplementDraft(actor, { ...posted, supplementId }),
    words: {
      removed: t('cases:supplement.file-removed'),
      added: t('cases:supplement.files-added'),
      saved: t('cases:supplement.saved'),
    },
  };
  return receiveAnswer(receiver, before, data, t);
}

export async function autosaveSupplement(
  { supplementId, itemIds }: Place,
  data: FormData,
): Promise<AutosaveResult> {
  const [actor, { lang }] = await Promise.all([currentActor(), requestFacts()]);
  if (actor.kind !== 'resident') return { status: 'ended' };
  const receiver = {
    name: 'autosave-supplement',
    itemIds,
    save: (posted: { texts: Record<string, string>; version: number }) =>
      saveSupplementDraft(actor, { ...posted, supplementId }),
  };
  return saveByItself(receiver, data, lang);
}
