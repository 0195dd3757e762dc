import 'server-only';
import type { NobodyActor, ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, visibleOrder } from '../access';

/**
 * The app has sent a browser back. Only the browser that started the order, with the order's one-time nonce, counts:
 * somebody who sent the start link to another person never gets both. A reload of the address changes nothing.
 * @throws NotFound in any other browser
 */
export async function returnFromBankIdApp(
  actor: NobodyActor | ResidentActor,
  { orderId, nonce, browserToken }: { orderId: string; nonce: string; browserToken: string },
  { now = clock }: { now?: () => Date } = {},
): Promise<{ kind: 'auth' | 'sign'; returnTo: string }> {
  const where = {
    ...visibleOrder(actor, { orderId, browserToken }),
    returnNonceHash: sha256(nonce),
  };
  return guarded(actor, 'identity.return-from-bank-id', 'bank-id-order', orderId, () =>
    write(actor, async (tx) => {
      await tx.bankIdOrder.updateMany({ where: { ...where, returnedAt: null }, data: { returnedAt: now() } });
      const order = await tx.bankIdOrder.findFirst({ where, select: { kind: true, returnTo: true } });
      if (!order) throw notFound();
      return { kind: order.kind === 'sign' ? 'sign' : 'auth', returnTo: order.returnTo };
    }),
  );
}
