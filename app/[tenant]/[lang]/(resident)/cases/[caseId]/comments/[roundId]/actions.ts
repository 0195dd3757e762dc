'use server';

import { redirect } from 'next/navigation';
import type { AnswerFormState } from '@/components/cases/answer-form-state';
import type { AutosaveResult } from '@/components/forms/saved-form';
import { saveCommentDraft } from '@/lib/cases/commands/save-comment-draft';
import { sendComment } from '@/lib/cases/commands/send-comment';
import { THE_COMMENT } from '@/lib/cases/domain/comment-round';
import { currentActor, requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { type Posted, receiveAnswer, saveByItself } from '../../posted-answer';

interface Place {
  caseId: string;
  roundId: string;
}

const itemIds = [THE_COMMENT];

export async function postComment(
  { caseId, roundId }: Place,
  before: AnswerFormState,
  data: FormData,
): Promise<AnswerFormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const t = texts(lang);
  const receiver = {
    name: 'post-comment',
    itemIds,
    here: href(lang, `/cases/${caseId}/comments/${roundId}`),
    send: (posted: Posted) => sendComment(actor, { ...posted, roundId }),
    save: (posted: Posted & { removeFileId: string | undefined; keepMine: boolean }) =>
      saveCommentDraft(actor, { ...posted, roundId }),
    words: {
      removed: t('cases:supplement.file-removed'),
      added: t('cases:comments.files-added'),
      saved: t('cases:comments.saved'),
    },
  };
  return receiveAnswer(receiver, before, data, t);
}

export async function autosaveComment({ roundId }: Place, data: FormData): Promise<AutosaveResult> {
  const [actor, { lang }] = await Promise.all([currentActor(), requestFacts()]);
  if (actor.kind !== 'resident') return { status: 'ended' };
  const receiver = {
    name: 'autosave-comment',
    itemIds,
    save: (posted: Pick<Posted, 'texts' | 'version'>) => saveCommentDraft(actor, { ...posted, roundId }),
  };
  return saveByItself(receiver, data, lang);
}

/** "Jag har inget att tillägga." */
export async function sayNothingToAdd({ caseId, roundId }: Place): Promise<FormState> {
  return runAction('say-nothing-to-add', async () => {
    const actor = await requireResident();
    await sendComment(actor, { roundId, nothingToAdd: true });
    redirect(href((await requestFacts()).lang, `/cases/${caseId}/comments/${roundId}`));
  });
}
