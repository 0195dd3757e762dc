import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { newToken, sha256 } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { isUniqueViolation } from '@/lib/platform/errors';
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
  const make = () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'keep-feed');
      const { tenantId, personId } = actor;
      const id = newId();
      const at = now();
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
  // Two presses at once: the database lets one through, and the later one ends it.
  await make().catch((error) => {
    if (!isUniqueViolation(error)) throw error;
    return make();
  });
  return { address: ownAddress(tenant, 'sv', feedPath(token)) };
}
