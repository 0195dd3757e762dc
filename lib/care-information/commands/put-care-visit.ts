import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import type { CareVisitMessage } from '../domain/care-messages';
import { type VisitContent, visitContext } from '../domain/care-seals';
import type { CareOutcome } from '../domain/version';
import { type CareNews, putThing, type Thing } from './put-thing';

/** A visit as its system has it: planned, moved or otherwise changed, cancelled, or done and what was done. */
export const putCareVisit = (
  actor: SystemActor,
  message: CareVisitMessage & { externalId: string },
): Promise<{ outcome: CareOutcome }> =>
  putThing(
    actor,
    { name: 'care_visit', actionOf: () => 'care-information.put-care-visit', keepInTx },
    message,
  );

async function keepInTx(
  tx: Tx,
  thing: Thing,
  { state, startsAt, endsAt, what, provider, who, done, reason }: CareVisitMessage,
): Promise<CareNews> {
  const { tenantId, id, personId, version, hash, law, toldAt } = thing;
  const content: VisitContent = { what, provider, who, done, reason };
  const visit = { state, startsAt, endsAt, sealed: sealJson(content, visitContext(tenantId, id)) };
  await tx.careVisit.upsert({
    where: { tenantId_id: { tenantId, id } },
    create: { ...thing, ...visit },
    update: { version, hash, law, toldAt, ...visit },
    select: { id: true },
  });
  return { type: 'care-information.visit-changed', payload: { visitId: id, personId } };
}
