import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import type { NobodyActor } from '@/lib/platform/actor';
import { auditInTx, auditRefusal } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { newToken, sha256 } from '@/lib/platform/crypto';
import { read, write } from '@/lib/platform/db';
import { grantScopes } from '../domain/scopes';

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

/**
 * OAuth 2.0 client credentials (RFC 6749 §4.4): a short-lived token for a system that proves who it is. The token is
 * opaque; its hash is a row that can be ended. Secrets are 256 random bits, so a plain SHA-256 keeps them well enough.
 * A refusal of a system's is audited; of those in nobody's name, which anybody can send without end, see
 * auditUnknownClient.
 */
export async function issueToken(
  actor: NobodyActor,
  client: { clientId: string; clientSecret: string; scope?: string | undefined },
): Promise<IssuedToken | TokenRefusal | typeof UNKNOWN_CLIENT> {
  const { tenantId } = actor;
  const system = await read(actor, (tx) =>
    tx.backOfficeSystem.findFirst({ where: { tenantId, clientId: client.clientId } }),
  );
  const given = sha256(client.clientSecret);
  // Compared also when there is no such system: the time it takes tells nothing.
  const isSecretRight = timingSafeEqual(given, system?.clientSecretHash ?? sha256(''));
  if (!system) return UNKNOWN_CLIENT;
  if (!isSecretRight || !system.active) {
    await auditRefusal(actor, {
      action: ACTION,
      objectType: 'back-office-system',
      objectId: system.id,
      reason: 'invalid_client',
    });
    return 'invalid_client';
  }
  const scopes = grantScopes(system.scopes, client.scope);
  if (!scopes) return 'invalid_scope';

  const token = newToken();
  await write(actor, async (tx) => {
    const createdAt = now();
    await tx.backOfficeToken.create({
      data: {
        tenantId,
        tokenHash: sha256(token),
        systemId: system.id,
        scopes,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + LIFETIME_SECONDS * 1000),
      },
      select: { systemId: true },
    });
    await tx.backOfficeSystem.update({
      where: { tenantId_id: { tenantId, id: system.id } },
      data: { lastSeenAt: createdAt },
      select: { id: true },
    });
    await auditInTx(tx, actor, {
      action: ACTION,
      objectType: 'back-office-system',
      objectId: system.id,
    });
  });
  return { token, expiresInSeconds: LIFETIME_SECONDS, scopes };
}

/** The caller asks for it at most once a minute and address. */
export const auditUnknownClient = (actor: NobodyActor): Promise<void> =>
  auditRefusal(actor, { action: ACTION, reason: UNKNOWN_CLIENT });
