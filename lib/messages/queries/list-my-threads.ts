import 'server-only';
import { titleIn } from '@/lib/cases/domain/title';
import { getServiceSlugInTx } from '@/lib/catalogue/api';
import type { Said } from '@/lib/kernel/said';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { read, type Tx } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay, visibleThreads } from '../access';
import type { Place } from '../domain/place';
import { openOwn } from '../open-message';
import { type ThreadInList, threadsInTx } from './threads-in-tx';

export interface MyThreads {
  /** the one with the latest message first */
  threads: ThreadInList[];
  /** begun and never sent: where she goes on with each */
  drafts: { id: string; place: Place; title: Said; subject: string }[];
  total: number;
  page: number;
  pages: number;
}

const PAGE = 20;

/** All that she and the municipality write to each other. A page past the end is the last one. */
export async function listMyThreads(actor: Actor, lang: Language, page: number): Promise<MyThreads> {
  requireResidentMay(actor, 'read-own');
  return read(actor, async (tx) => {
    const where = { ...visibleThreads(actor), openedAt: { not: null } };
    const total = await tx.messageThread.count({ where });
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const shown = Math.min(Math.max(1, page), pages);
    const threads = await threadsInTx(tx, actor, where, { lang, skip: (shown - 1) * PAGE, take: PAGE });
    return { threads, drafts: await draftsInTx(tx, actor, lang), total, page: shown, pages };
  });
}

async function draftsInTx(tx: Tx, actor: ResidentActor, lang: Language): Promise<MyThreads['drafts']> {
  const { tenantId } = actor;
  const rows = await tx.messageThread.findMany({
    where: { ...visibleThreads(actor), openedAt: null },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      caseId: true,
      serviceId: true,
      title: true,
      messages: { where: { state: 'draft' }, select: { id: true, sealed: true } },
    },
  });
  const drafts: MyThreads['drafts'] = [];
  for (const { id, caseId, serviceId, title, messages } of rows) {
    const [draft] = messages;
    if (!draft) continue;
    drafts.push({
      id,
      place: caseId
        ? { kind: 'case', caseId }
        : { kind: 'service', slug: await getServiceSlugInTx(tx, tenantId, serviceId ?? '') },
      title: titleIn(title, lang),
      subject: openOwn(tenantId, draft).subject ?? '',
    });
  }
  return drafts;
}
