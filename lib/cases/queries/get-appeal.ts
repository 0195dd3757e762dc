import 'server-only';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleAppeals } from '../access';
import { titleIn } from '../domain/title';
import { type AppealAsSent, sentAppealInTx } from './appeal-in-tx';

export interface AppealView extends Omit<AppealAsSent, 'title'> {
  title: Said;
}

/** An appeal that she has sent, as she sent it, and how far it has come. */
export function getAppeal(
  actor: Actor,
  { caseId, decisionId, appealId }: { caseId: string; decisionId: string; appealId: string },
  lang: Language,
): Promise<AppealView> {
  return guarded(actor, 'cases.get-appeal', 'appeal', appealId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const found = await sentAppealInTx(tx, visibleAppeals(actor), appealId);
      if (found.caseId !== caseId || found.decisionId !== decisionId) throw notFound();
      return { ...found, title: titleIn(found.title, lang) };
    }),
  );
}
