import 'server-only';
import { deviceName } from '@/lib/identity/domain/device-name';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { lookupHash, seal } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { invalid } from '@/lib/platform/errors';
import { requireMay, visibleDevices } from '../access';
import { deviceContext, endpointContext, MOST_DEVICES, readSubscription } from '../push/push-device';
import { isPushService } from '../push/push-services';

/**
 * Lets a browser show her notices. A browser is one person's: where somebody else had let it, her notices come to it no
 * more. The same one again is the same, with the keys it has now.
 * @throws Invalid for what is no browser's answer, for a push service that we don't know, and for too many
 */
export async function addPushDevice(
  actor: ResidentActor,
  { subscription, userAgent }: { subscription: string; userAgent: string },
): Promise<void> {
  requireMay(actor, 'change-devices');
  const target = readSubscription(subscription);
  const { APP_ENV, PUSH_SERVICES } = env();
  const known = { named: PUSH_SERVICES, isProduction: APP_ENV === 'production' };
  if (!target || !isPushService(target.endpoint, known))
    throw invalid({}, 'settings:notices.push.errors.not-this-browser');
  const { tenantId, personId } = actor;
  const id = newId();
  const endpointLookup = lookupHash(target.endpoint, endpointContext(tenantId));
  await write(actor, async (tx) => {
    await tx.$queryRaw`select 1 from person where tenant_id = ${tenantId} and id = ${personId}::uuid for update`;
    await tx.pushDevice.deleteMany({ where: { tenantId, endpointLookup } });
    if ((await tx.pushDevice.count({ where: visibleDevices(actor) })) >= MOST_DEVICES)
      throw invalid({}, 'settings:notices.push.errors.too-many');
    await tx.pushDevice.create({
      data: {
        tenantId,
        id,
        personId,
        endpointLookup,
        sealed: seal(JSON.stringify(target), deviceContext(tenantId, id)),
        device: deviceName(userAgent),
      },
    });
    await auditInTx(tx, actor, {
      action: 'notifications.add-push-device',
      subjectPersonId: personId,
      objectType: 'push-device',
      objectId: id,
    });
  });
}
