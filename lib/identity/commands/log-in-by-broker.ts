import 'server-only';
import type { NationalId } from '@/lib/kernel/national-id';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { NobodyActor, ResidentActor } from '@/lib/platform/actor';
import { auditRefusal } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import { getTenant } from '@/lib/tenants/api';
import { type BrokerFault, readBrokerClaims } from '../domain/broker-claims';
import { deviceName } from '../domain/device-name';
import { askRegister, type RegisterFacts } from '../register-client';
import { logInPersonInTx } from './log-in-person-in-tx';

/**
 * Makes what an e-ID broker has vouched for a session, just as after BankID. Claims that aren't enough are a refusal
 * that the log-in page explains; it stands in the audit log.
 */
export async function logInByBroker(
  actor: NobodyActor | ResidentActor,
  request: {
    claims: unknown;
    userAgent: string;
    previousSessionToken: string | undefined;
    language: string;
  },
  {
    now = clock,
    register = askRegister,
  }: { now?: () => Date; register?: (nationalId: NationalId) => Promise<RegisterFacts | null> } = {},
): Promise<Result<{ sessionToken: string }, BrokerFault>> {
  const identity = readBrokerClaims(request.claims, now());
  if (!identity.ok) {
    log.warn({ reason: identity.reason }, 'a log-in by the e-ID broker was refused');
    await auditRefusal(actor, { action: 'identity.log-in', reason: `broker-${identity.reason}` });
    return refused(identity.reason);
  }
  const facts = await register(identity.value.nationalId);
  const { sessions: limits } = (await getTenant(actor.tenantId)).profile;
  const { sessionToken } = await write(actor, (tx) =>
    logInPersonInTx(
      tx,
      actor,
      { method: 'broker', ...identity.value },
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
    ),
  );
  return ok({ sessionToken });
}
