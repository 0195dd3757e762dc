import 'server-only';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx, auditRefusal } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, writeOrFind } from '@/lib/platform/db';
import { isAppError, notFound } from '@/lib/platform/errors';
import { demand } from '../access';
import type { CareHomeMessage, CareHomeOutcome } from '../domain/care-home';

interface Input extends CareHomeMessage {
  slug: string;
}

/**
 * A system publishes a care home as it is now. The first that does owns it from then on: one of the municipality's own is
 * taken over, another system's is not found. Told twice or late it changes nothing.
 */
export async function putCareHome(actor: SystemActor, home: Input): Promise<{ state: CareHomeOutcome }> {
  demand(actor, 'publish-care-homes');
  try {
    return await writeOrFind(actor, (tx) => putInTx(tx, actor, home));
  } catch (error) {
    if (isAppError(error, 'NotFound'))
      await auditRefusal(actor, { action: 'catalogue.put-care-home', reason: home.slug });
    throw error;
  }
}

async function putInTx(
  tx: Tx,
  actor: SystemActor,
  { slug, occurredAt, isOpen, ...facts }: Input,
): Promise<{ state: CareHomeOutcome }> {
  const { tenantId, systemId } = actor;
  const [known] = await tx.$queryRaw<{ id: string; systemId: string | null; toldAt: Date | null }[]>`
    select id, system_id as "systemId", told_at as "toldAt" from care_home
     where tenant_id = ${tenantId} and slug = ${slug} for update`;
  if (known && known.systemId !== null && known.systemId !== systemId) throw notFound();
  const toldAt = occurredAt > now() ? now() : occurredAt;
  if (known?.toldAt && known.toldAt > toldAt) return { state: 'older' };
  const data = { ...facts, active: isOpen, systemId };
  const where = { tenantId_slug: { tenantId, slug } };
  if (known && (await isSameInTx(tx, tenantId, slug, data))) {
    // What is told of a moment in between is older than this.
    await tx.careHome.update({ where, data: { toldAt }, select: { id: true } });
    return { state: 'unchanged' };
  }
  await tx.careHome.upsert({
    where,
    create: { tenantId, slug, ...data, toldAt, position: LAST },
    update: { ...data, toldAt },
  });
  await auditInTx(tx, actor, { action: 'catalogue.put-care-home', reason: slug });
  return { state: 'published' };
}

/** After those that the municipality has put in an order of its own; among themselves by name of address. */
const LAST = 1000;

async function isSameInTx(tx: Tx, tenantId: string, slug: string, data: object): Promise<boolean> {
  const known = await tx.careHome.findUniqueOrThrow({ where: { tenantId_slug: { tenantId, slug } } });
  const before = Object.fromEntries(Object.keys(data).map((key) => [key, known[key as keyof typeof known]]));
  return canonicalJson(before) === canonicalJson(data);
}
