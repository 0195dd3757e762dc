import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { AdminActor, NobodyActor } from '@/lib/platform/actor';
import { auditInTx, auditRefusal } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { newToken, sealJson, sha256 } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { forbidden } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { getTenant } from '@/lib/tenants/api';
import { may } from '../access';
import { deviceName } from '../domain/device-name';
import { newSessionTimes } from '../domain/session-limits';
import { readStaffClaims, type StaffFault, type StaffIdentity } from '../domain/staff-claims';
import { staffContext } from '../domain/staff-seals';

/**
 * Makes what the municipality's own provider has vouched for a staff session. Claims that aren't enough are a refusal
 * that the log-in page explains; it stands in the audit log. The staff session this browser had ends.
 */
export async function logInStaff(
  actor: NobodyActor,
  request: { claims: unknown; userAgent: string; previousToken: string | undefined },
  { now = clock }: { now?: () => Date } = {},
): Promise<Result<{ token: string }, StaffFault>> {
  const { staff: rules } = (await getTenant(actor.tenantId)).profile;
  if (!may(actor, 'log-in-staff') || !rules) throw forbidden();
  const at = now();
  const identity = readStaffClaims(request.claims, rules, at);
  if (!identity.ok) {
    log.warn({ reason: identity.reason }, 'a log-in of staff was refused');
    await auditRefusal(actor, { action: 'identity.log-in-staff', reason: `staff-${identity.reason}` });
    return refused(identity.reason);
  }
  const { idleMinutes, absoluteMinutes } = rules;
  const { tenantId } = actor;
  const token = newToken();
  const sessionId = newId();
  await write(actor, async (tx) => {
    const staffId = await rememberInTx(tx, tenantId, identity.value);
    if (request.previousToken) {
      await tx.staffSession.updateMany({
        where: { tenantId, tokenHash: sha256(request.previousToken), endedAt: null },
        data: { endedAt: at, endReason: 'replaced' },
      });
    }
    const { name, role } = identity.value;
    await tx.staffSession.create({
      data: {
        tenantId,
        id: sessionId,
        tokenHash: sha256(token),
        staffId,
        role,
        device: deviceName(request.userAgent),
        ...newSessionTimes(at, { idleMinutes, absoluteHours: absoluteMinutes / 60 }),
      },
      select: { id: true },
    });
    const admin: AdminActor = { kind: 'admin', tenantId, staffId, sessionId, name };
    await auditInTx(tx, admin, {
      action: 'identity.log-in-staff',
      objectType: 'staff-session',
      objectId: sessionId,
    });
  });
  return ok({ token });
}

/** The same member of staff each time, by (issuer, subject); the name as the provider has it now. */
async function rememberInTx(
  tx: Tx,
  tenantId: string,
  { issuer, subject, name }: StaffIdentity,
): Promise<string> {
  const fresh = newId();
  const key = { tenantId_issuer_subject: { tenantId, issuer, subject } };
  // Two first log-ins at once: the unique index lets one row in, and both go on with that.
  await tx.staffMember.createMany({
    data: { tenantId, id: fresh, issuer, subject, nameSealed: sealJson(name, staffContext(tenantId, fresh)) },
    skipDuplicates: true,
  });
  const { id } = await tx.staffMember.findUniqueOrThrow({ where: key, select: { id: true } });
  if (id !== fresh) {
    await tx.staffMember.update({
      where: key,
      data: { nameSealed: sealJson(name, staffContext(tenantId, id)) },
      select: { id: true },
    });
  }
  return id;
}
