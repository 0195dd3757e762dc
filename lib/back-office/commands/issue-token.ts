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
export interface IssuedToken {
  token: string;
  expiresInSeconds: number;
  scopes: string[];
}

const LIFETIME_SECONDS = 15 * 60;

/**
 * OAuth 2.0 client credentials (RFC 6749 §4.4): a short-lived token for a system that proves who it is. The token is
 * opaque; its hash is a row that can be ended. Secrets are 256 random bits, so a plain SHA-256 keeps them well enough.
 */
export async function issueToken(
  actor: NobodyActor,
  client: { clientId: string; clientSecret: string; scope?: string | undefined },
): Promise<IssuedToken | TokenRefusal> {
  const { tenantId } = actor;
  const system = await read(actor, (tx) =>
    tx.backOfficeSystem.findFirst({ where: { tenantId, clientId: client.clientId, active: true } }),
  );
  const given = sha256(client.clientSecret);
  // Compared also when there is no such system: the time it takes tells nothing.
  const isSecretRight = timingSafeEqual(given, system?.clientSecretHash ?? sha256(''));
  if (!system || !isSecretRight) {
    await auditRefusal(actor, {
      action: 'back-office.issue-token',
      ...(system && { objectType: 'back-office-system', objectId: system.id }),
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
      action: 'back-office.issue-token',
      objectType: 'back-office-system',
      objectId: system.id,
    });
  });
  return { token, expiresInSeconds: LIFETIME_SECONDS, scopes };
}
