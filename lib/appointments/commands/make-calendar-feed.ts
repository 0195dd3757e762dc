import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { newToken, sha256 } from '@/lib/platform/crypto';
import { writeOrFind } from '@/lib/platform/db';
import { getTenant, ownAddress } from '@/lib/tenants/api';
import { requireResidentMay, visibleFeeds } from '../access';
import { feedPath } from '../domain/feed';

/**
 * A private address that her calendar reads her times from. It is told once: what is kept leads nobody to it. The one that
 * she had before ends, so she can make a new one when somebody has got hold of the old.
 */
export async function makeCalendarFeed(actor: ResidentActor): Promise<{ address: string }> {
  const tenant = await getTenant(actor.tenantId);
  const token = newToken();
  await writeOrFind(actor, async (tx) => {
    requireResidentMay(actor, 'keep-feed');
    const { tenantId, personId } = actor;
    const id = newId();
    const at = now();
    // Of two presses at once the later one ends the other's.
    await tx.calendarFeed.updateMany({ where: visibleFeeds(actor), data: { endedAt: at } });
    await tx.calendarFeed.create({
      data: { tenantId, id, personId, tokenHash: sha256(token), createdAt: at },
      select: { id: true },
    });
    await auditInTx(tx, actor, {
      action: 'appointments.make-calendar-feed',
      subjectPersonId: personId,
      objectType: 'calendar-feed',
      objectId: id,
    });
  });
  return { address: ownAddress(tenant, 'sv', feedPath(token)) };
}
