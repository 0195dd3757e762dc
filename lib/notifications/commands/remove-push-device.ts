import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireMay, visibleDevices } from '../access';

/**
 * No more notices in one of her browsers.
 * @throws NotFound for somebody else's, and for one that is gone
 */
export const removePushDevice = (actor: ResidentActor, deviceId: string): Promise<void> =>
  guarded(actor, 'notifications.remove-push-device', 'push-device', deviceId, () =>
    write(actor, async (tx) => {
      requireMay(actor, 'change-devices');
      const { count } = await tx.pushDevice.deleteMany({ where: { ...visibleDevices(actor), id: deviceId } });
      if (count === 0) throw notFound();
      await auditInTx(tx, actor, {
        action: 'notifications.remove-push-device',
        subjectPersonId: actor.personId,
        objectType: 'push-device',
        objectId: deviceId,
      });
    }),
  );
