import 'server-only';
import { findCareHomeInTx } from '@/lib/catalogue/api';
import { fromDbDate, toDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx, auditRefusal } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, writeOrFind } from '@/lib/platform/db';
import { isAppError, notFound } from '@/lib/platform/errors';
import { requireSystemMay } from '../access';
import type { VacancyMessage, VacancyOutcome } from '../domain/vacancy';

interface Input extends VacancyMessage {
  /** the home's */
  slug: string;
  externalId: string;
}

const ACTION = 'care-home-queue.put-vacancy';

/**
 * A system tells of a place at a home that it publishes, as it is now; another's home is not found. Told twice or late it
 * changes nothing. An offer that is open on the place goes on: whoever made it takes it back.
 */
export async function putVacancy(actor: SystemActor, vacancy: Input): Promise<{ state: VacancyOutcome }> {
  requireSystemMay(actor, 'publish-vacancy');
  try {
    return await writeOrFind(actor, (tx) => putInTx(tx, actor, vacancy));
  } catch (error) {
    if (isAppError(error, 'NotFound'))
      await auditRefusal(actor, { action: ACTION, reason: `${vacancy.slug} ${vacancy.externalId}` });
    throw error;
  }
}

async function putInTx(
  tx: Tx,
  actor: SystemActor,
  { slug, externalId, occurredAt, ...facts }: Input,
): Promise<{ state: VacancyOutcome }> {
  const { tenantId, systemId } = actor;
  const home = await findCareHomeInTx(tx, tenantId, slug);
  if (!home || home.systemId !== systemId) throw notFound();
  const homeId = home.id;
  await tx.$queryRaw`select 1 from care_home_vacancy
    where tenant_id = ${tenantId} and home_id = ${homeId}::uuid and external_id = ${externalId} for update`;
  const where = { tenantId_homeId_externalId: { tenantId, homeId, externalId } };
  const known = await tx.careHomeVacancy.findUnique({ where });
  const toldAt = occurredAt > now() ? now() : occurredAt;
  if (known && known.toldAt > toldAt) return { state: 'older' };
  const isSame =
    known?.kind === facts.kind &&
    known.persons === facts.persons &&
    known.state === facts.state &&
    fromDbDate(known.availableFrom) === facts.availableFrom;
  if (isSame) {
    // What is told of a moment in between is older than this.
    await tx.careHomeVacancy.update({ where, data: { toldAt }, select: { id: true } });
    return { state: 'unchanged' };
  }
  const data = { ...facts, availableFrom: toDbDate(facts.availableFrom), toldAt };
  await tx.careHomeVacancy.upsert({
    where,
    create: { tenantId, homeId, externalId, ...data },
    update: data,
  });
  await auditInTx(tx, actor, { action: ACTION, reason: `${slug} ${externalId}` });
  return { state: 'kept' };
}
