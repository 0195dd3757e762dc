import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { requireMay, visibleDevices } from '../access';
import { pushKeys } from '../push/push-keys';

export interface PushDevices {
  /** what a browser has to know of us before it lets us send */
  publicKey: string;
  devices: readonly { id: string; device: string; createdAt: Date }[];
}

/** The browsers that show her notices, the newest first; null where the installation sends none. */
export async function listPushDevices(actor: ResidentActor): Promise<PushDevices | null> {
  requireMay(actor, 'see-choice');
  const keys = pushKeys();
  if (!keys) return null;
  const devices = await read(actor, (tx) =>
    tx.pushDevice.findMany({
      where: visibleDevices(actor),
      orderBy: { createdAt: 'desc' },
      select: { id: true, device: true, createdAt: true },
    }),
  );
  return { publicKey: keys.publicKey, devices };
}
