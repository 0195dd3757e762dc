import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { systemActor } from '../access';
import { type OfficerName, officerLabel } from '../domain/officer-header';

/**
 * The system whose token this is, if the token is still good here: in this municipality, not expired, its system not
 * switched off. A scope that was taken from the system since is gone from its tokens too.
 */
export async function findSystemActor(
  tenantId: string,
  token: string,
  officer: OfficerName | undefined,
): Promise<SystemActor | null> {
  return read({ tenantId }, async (tx) => {
    const found = await tx.backOfficeToken.findFirst({
      where: { tenantId, tokenHash: sha256(token), expiresAt: { gt: now() } },
      select: { systemId: true, scopes: true },
    });
    if (!found) return null;
    const system = await tx.backOfficeSystem.findUnique({
      where: { tenantId_id: { tenantId, id: found.systemId }, active: true },
    });
    if (!system) return null;
    return systemActor(system, { granted: found.scopes, officer: officer && officerLabel(officer) });
  });
}
