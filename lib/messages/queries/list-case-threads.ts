import 'server-only';
import { getCaseOfMessagesInTx } from '@/lib/cases/api';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleThreads } from '../access';
import type { Openness } from '../domain/openness';
import { opennessInTx } from './openness-in-tx';
import { type ThreadInList, threadsInTx } from './threads-in-tx';

export interface CaseThreads {
  threads: ThreadInList[];
  openness: Openness;
  /** a first message was begun and not sent */
  hasDraft: boolean;
}

/** Nobody has more about one case; should she, the list of all messages has the rest. */
const MOST = 50;

/** What has been written about a case of hers, and whether she can write. */
export function listCaseThreads(actor: Actor, caseId: string, lang: Language): Promise<CaseThreads> {
  return guarded(actor, 'messages.list-case-threads', 'case', caseId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const theCase = await getCaseOfMessagesInTx(tx, actor, caseId);
      const where = { ...visibleThreads(actor), caseId };
      return {
        threads: await threadsInTx(tx, actor, { ...where, openedAt: { not: null } }, { lang, take: MOST }),
        openness: await opennessInTx(tx, actor.tenantId, theCase),
        hasDraft: (await tx.messageThread.count({ where: { ...where, openedAt: null } })) > 0,
      };
    }),
  );
}
