import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { listen } from '@/lib/platform/listen';
import { NEWS_CHANNEL, readNews } from '@/lib/platform/news';
import { requireMay } from '../access';
import { type OpenPage, openPages } from '../domain/open-pages';

/** After a gap all pages look again; not all in the same second. */
const SPREAD_MS = 5_000;

// One line to the database per process, however many pages are open; the development server loads this file anew.
const holder = globalThis as { __minaSidorNews?: ReturnType<typeof startListening> };

function startListening() {
  const pages = openPages();
  const { ready, stop } = listen(NEWS_CHANNEL, {
    told: (text) => {
      const news = readNews(text);
      if (news) for (const page of pages.ofPerson(news)) page.tell(news.eventId);
    },
    mayHaveMissed: () => {
      for (const page of pages.all()) setTimeout(() => page.lookAgain(), Math.random() * SPREAD_MS);
    },
  });
  const clock = setInterval(() => {
    const now = Date.now();
    for (const page of pages.all()) page.tick(now);
  }, 1_000);
  return {
    pages,
    ready,
    stop: async () => {
      clearInterval(clock);
      for (const page of pages.all()) page.end();
      await stop();
    },
  };
}

/**
 * Tells an open page what happens to its person from now on, until it is closed by what this gives back. When it comes
 * back the database is listened to: what happened before is the caller's to ask for.
 */
export async function followNews(
  actor: Actor,
  page: Omit<OpenPage, 'tenantId' | 'personId' | 'sessionId'>,
): Promise<() => void> {
  requireMay(actor, 'follow-own-news');
  const { tenantId, personId, sessionId } = actor;
  holder.__minaSidorNews ??= startListening();
  const { pages, ready } = holder.__minaSidorNews;
  const close = pages.open({ ...page, tenantId, personId, sessionId });
  await ready;
  return close;
}

/** When a process ends, and between tests. */
export async function stopFollowing(): Promise<void> {
  await holder.__minaSidorNews?.stop();
  delete holder.__minaSidorNews;
}
