import 'server-only';
import type { NobodyActor, ResidentActor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { guarded, visibleOrder } from '../access';
import { type BankIdClient, bankId } from '../bankid/client';
import { type OrderSecrets, orderContext } from '../domain/order-secrets';

/**
 * Takes back an order that is still waiting, at BankID too, so that it leaves the phone. Ours first: from then on
 * nothing can come of it, whatever BankID answers. Twice is the same as once.
 */
export async function cancelBankIdOrder(
  actor: NobodyActor | ResidentActor,
  { orderId, browserToken }: { orderId: string; browserToken: string },
  { client = bankId() }: { client?: BankIdClient } = {},
): Promise<void> {
  const where = visibleOrder(actor, { orderId, browserToken });
  const secretsSealed = await guarded(actor, 'identity.cancel-bank-id-order', 'bank-id-order', orderId, () =>
    write(actor, async (tx) => {
      const order = await tx.bankIdOrder.findFirst({ where, select: { secretsSealed: true } });
      if (!order) throw notFound();
      const { count } = await tx.bankIdOrder.updateMany({
        where: { ...where, status: { in: ['pending', 'complete'] } },
        data: { status: 'cancelled', resultSealed: null },
      });
      return count === 1 ? order.secretsSealed : null;
    }),
  );
  if (!secretsSealed) return;
  const { orderRef } = openJson<OrderSecrets>(
    secretsSealed,
    orderContext('secrets', actor.tenantId, orderId),
  );
  const answer = await client.cancel(orderRef);
  // Ended at BankID already, or BankID is silent: it then lapses there by itself.
  if (!answer.ok) log.info({ errorCode: answer.errorCode }, 'an order could not be cancelled at BankID');
}
