import 'server-only';
import type { NationalId } from '@/lib/kernel/national-id';
import { parseNationalId } from '@/lib/kernel/national-id';
import type { NobodyActor, ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read, write } from '@/lib/platform/db';
import { alreadyDone, conflict, notFound } from '@/lib/platform/errors';
import type { BankIdOrderModel } from '@/lib/platform/generated/models';
import { getTenant } from '@/lib/tenants/api';
import { guarded, visibleOrder } from '../access';
import type { CompletionData } from '../bankid/answers';
import { deviceName } from '../domain/device-name';
import { mayLogIn, RESULT_VALID_FOR } from '../domain/order-life';
import { orderContext } from '../domain/order-secrets';
import { askRegister, type RegisterFacts } from '../register-client';
import { logInPersonInTx } from './log-in-person-in-tx';

export interface LogInRequest {
  orderId: string;
  browserToken: string;
  userAgent: string;
  previousSessionToken: string | undefined;
  language: string;
}

/**
 * Makes a completed log-in order a session, once, in the browser that started it.
 * @throws NotFound in another browser; Conflict when it isn't complete (or, on the same device, the browser has not
 * come back from the app), or was completed too long ago; AlreadyDone on a repeat
 */
export async function completeBankIdLogIn(
  actor: NobodyActor | ResidentActor,
  request: LogInRequest,
  {
    now = clock,
    register = askRegister,
  }: { now?: () => Date; register?: (nationalId: NationalId) => Promise<RegisterFacts | null> } = {},
): Promise<{ sessionToken: string; returnTo: string }> {
  const { tenantId } = actor;
  const where = { ...visibleOrder(actor, request), kind: 'auth' };
  const order = await guarded(
    actor,
    'identity.complete-log-in',
    'bank-id-order',
    request.orderId,
    async () => {
      const found = await read(actor, (tx) => tx.bankIdOrder.findFirst({ where }));
      if (!found) throw notFound();
      return found;
    },
  );
  const result = resultOf(order, now());
  const nationalId = parseNationalId(result.user.personalNumber, now());
  if (!nationalId) throw conflict('errors:log-in-not-complete');

  // Asked outside the transaction; a silent register doesn't stop a log-in.
  const facts = await register(nationalId);
  const { sessions: limits } = (await getTenant(tenantId)).profile;
  return write(actor, async (tx) => {
    const { count } = await tx.bankIdOrder.updateMany({
      where: { ...where, status: 'complete', returnedAt: order.returnedAt },
      data: { status: 'consumed', resultSealed: null },
    });
    if (count !== 1) throw alreadyDone('errors:log-in-used');
    const { sessionToken } = await logInPersonInTx(
      tx,
      actor,
      {
        method: 'bankid',
        issuer: 'bankid',
        subject: null,
        levelOfAssurance: BANKID_LEVEL,
        nationalId,
        name: { givenName: result.user.givenName, surname: result.user.surname },
      },
      {
        browser: {
          device: deviceName(request.userAgent),
          previousSessionToken: request.previousSessionToken,
        },
        register: facts,
        language: request.language,
        limits,
        at: now(),
      },
    );
    return { sessionToken, returnTo: order.returnTo };
  });

  function resultOf(row: BankIdOrderModel, at: Date): CompletionData {
    if (row.status === 'consumed') throw alreadyDone('errors:log-in-used');
    const since = at.getTime() - row.collectAfter.getTime();
    if (!mayLogIn(row) || !row.resultSealed || since > RESULT_VALID_FOR)
      throw conflict('errors:log-in-not-complete');
    return openJson(row.resultSealed, orderContext('result', tenantId, row.id));
  }
}

/** BankID is reviewed by the Agency for Digital Government for quality mark level 3. */
const BANKID_LEVEL = 'http://id.elegnamnden.se/loa/1.0/loa3';
