import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { NobodyActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/api';
import { bookingsOfFeed, requireNobodyMay } from '../access';
import { publisherOf } from '../calendar-words';
import { calendarFeed, newestChange } from '../domain/calendar-file';
import { shownSince } from '../domain/feed';
import { calendarEntriesInTx } from '../queries/calendar-entries-in-tx';

/**
 * What a calendar gets that shows a feed's address: her times, and nothing of what they are about. That it was read is noted
 * once a day, so that she can see whether anything follows it, and not when and how often.
 * @throws NotFound for an address that there isn't, or that has ended
 */
export async function readCalendarFeed(
  actor: NobodyActor,
  token: string,
): Promise<{ text: string; changedAt: Date | null }> {
  const tenant = await getTenant(actor.tenantId);
  return write(actor, async (tx) => {
    requireNobodyMay(actor, 'read-feed');
    const { tenantId } = actor;
    const feed = await tx.calendarFeed.findFirst({
      where: { tenantId, tokenHash: sha256(token), endedAt: null },
      select: { id: true, tenantId: true, personId: true, readAt: true },
    });
    if (!feed) throw notFound();
    const at = now();
    if (!feed.readAt || dateInSweden(feed.readAt) !== dateInSweden(at))
      await tx.calendarFeed.updateMany({ where: { tenantId, id: feed.id }, data: { readAt: at } });
    const { language: preferred } = await getPersonInTx(tx, tenantId, feed.personId);
    const publisher = publisherOf(tenant, preferred);
    const { language } = publisher;
    const since = shownSince(at);
    const entries = await calendarEntriesInTx(
      tx,
      {
        ...bookingsOfFeed(feed),
        endsAt: { gt: since.endsAt },
        OR: [{ endedAt: null }, { endedAt: { gt: since.endedAt } }],
      },
      { tenant, language },
    );
    const title = texts(language)('calendar:feed.name', { municipality: tenant.name });
    return { text: calendarFeed(entries, { ...publisher, title }), changedAt: newestChange(entries) };
  });
}
