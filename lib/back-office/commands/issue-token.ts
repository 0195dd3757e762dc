import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import type { JWK } from 'jose';
import type { NobodyActor } from '@/lib/platform/actor';
import { auditInTx, auditRefusal } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { newToken, sha256 } from '@/lib/platform/crypto';
import { read, type Tx, write } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { type VerifiedAssertion, verifyAssertion } from '../domain/client-assertion';
import { grantScopes } from '../domain/scopes';
import { tryAtOnceInTx } from './note-breaker-in-tx';

/** RFC 6749 §5.2 */
export type TokenRefusal = 'invalid_client' | 'invalid_scope';
/** Not told the caller, to whom it is invalid_client like a wrong secret. */
export const UNKNOWN_CLIENT = 'unknown-client';
export interface IssuedToken {
  token: string;
  expiresInSeconds: number;
  scopes: string[];
}

const LIFETIME_SECONDS = 15 * 60;
const ACTION = 'back-office.issue-token';

/** How a client shows who it is: signed by its key, or, where that is let pass, a secret that both know. */
export type Proof =
  | { kind: 'assertion'; assertion: string; audience: string }
  | { kind: 'secret'; secret: string };

/**
 * OAuth 2.0 client credentials (RFC 6749 §4.4): a short-lived token for a system that proves who it is. The token is
 * opaque; its hash is a row that can be ended. In production only a key proves it (decision 0115). Secrets are 256
 * random bits, so a plain SHA-256 keeps them well enough. A refusal of a system's is audited; of those in nobody's
 * name, which anybody can send without end, see auditUnknownClient.
 */
export async function issueToken(
  actor: NobodyActor,
  client: { clientId: string; proof: Proof; scope?: string | undefined },
): Promise<IssuedToken | TokenRefusal | typeof UNKNOWN_CLIENT> {
  const { tenantId } = actor;
  const at = now();
  const system = await read(actor, (tx) =>
    tx.backOfficeSystem.findFirst({
      where: { tenantId, clientId: client.clientId },
      include: { keys: { where: { OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] } } },
    }),
  );
  const proved = await prove(client, system, at);
  if (!system) return UNKNOWN_CLIENT;
  const refuse = async (reason: string) => {
    const object = { objectType: 'back-office-system', objectId: system.id };
    await auditRefusal(actor, { action: ACTION, ...object, reason });
    return 'invalid_client' as const;
  };
  if (!proved || !system.active) return refuse('invalid_client');
  const scopes = grantScopes(system.scopes, client.scope);
  if (!scopes) return 'invalid_scope';

  const token = newToken();
  const isFirst = await write(actor, async (tx) => {
    if (proved !== 'secret' && !(await useAssertionInTx(tx, { tenantId, systemId: system.id }, proved, at)))
      return false;
    await tx.backOfficeToken.create({
      data: {
        tenantId,
        tokenHash: sha256(token),
        systemId: system.id,
        scopes,
        createdAt: at,
        expiresAt: new Date(at.getTime() + LIFETIME_SECONDS * 1000),
      },
      select: { systemId: true },
    });
    await tx.backOfficeSystem.update({
      where: { tenantId_id: { tenantId, id: system.id } },
      data: { lastSeenAt: at },
      select: { id: true },
    });
    await tryAtOnceInTx(tx, { tenantId, systemId: system.id });
    await auditInTx(tx, actor, {
      action: ACTION,
      objectType: 'back-office-system',
      objectId: system.id,
    });
    return true;
  });
  return isFirst ? { token, expiresInSeconds: LIFETIME_SECONDS, scopes } : refuse('used-before');
}

/** What proves that it is the system, or null where nothing does. */
async function prove(
  { clientId, proof }: { clientId: string; proof: Proof },
  system: { clientSecretHash: Uint8Array | null; keys: { kid: string; jwk: unknown }[] } | null,
  at: Date,
): Promise<VerifiedAssertion | 'secret' | null> {
  if (proof.kind === 'assertion') {
    const keys = (system?.keys ?? []).map(({ kid, jwk }) => ({ ...(jwk as JWK), kid }));
    const { assertion, audience } = proof;
    return verifyAssertion(assertion, { clientId, audience, keys: { keys }, now: at });
  }
  // Compared also when there is no such system: the time it takes tells nothing.
  const isRight = timingSafeEqual(sha256(proof.secret), system?.clientSecretHash ?? sha256(''));
  return isRight && system?.clientSecretHash && env().APP_ENV !== 'production' ? 'secret' : null;
}

/** Whether it is used for the first time: somebody who has seen it on its way gets nothing for it. */
async function useAssertionInTx(
  tx: Tx,
  system: { tenantId: string; systemId: string },
  { kid, jti, endsAt }: VerifiedAssertion,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.backOfficeAssertion.createMany({
    data: [{ ...system, idHash: sha256(jti), expiresAt: endsAt }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.backOfficeKey.updateMany({ where: { ...system, kid }, data: { lastUsedAt: at } });
  return true;
}

/** The caller asks for it at most once a minute and address. */
export const auditUnknownClient = (actor: NobodyActor): Promise<void> =>
  auditRefusal(actor, { action: ACTION, reason: UNKNOWN_CLIENT });
