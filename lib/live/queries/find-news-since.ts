import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { requireMay, visibleNews } from '../access';

/** The id of the latest thing that has happened to her since then, or null. For a short while back only: it has no index. */
export async function findNewsSince(actor: Actor, since: Date): Promise<string | null> {
  requireMay(actor, 'follow-own-news');
  const found = await read(actor, (tx) =>
    tx.domainEvent.findFirst({
      where: { ...visibleNews(actor), at: { gt: since } },
      orderBy: { at: 'desc' },
      select: { id: true },
    }),
  );
  return found?.id ?? null;
}
