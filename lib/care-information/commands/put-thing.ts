import 'server-only';
import { happenedAt } from '@/lib/cases/domain/office-messages';
import { putPersonInTx } from '@/lib/identity/api';
import type { ToldPerson } from '@/lib/identity/domain/told-person';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { lookupHash } from '@/lib/platform/crypto';
import { Prisma, type Tx, writeOrFind } from '@/lib/platform/db';
import { conflict } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { requireSystemMay } from '../access';
import type { CareLaw } from '../domain/care-messages';
import { type CareOutcome, outcomeOf } from '../domain/version';
import type { CareInformationEvents } from '../events';

/** What every message of this module says. */
interface Told {
  externalId: string;
  person: ToldPerson;
  law: CareLaw;
  version: number;
  occurredAt: Date;
  state: string;
}

/** What the rows of plans, visits and notes have in common, as they are to be after this. */
export interface Thing {
  tenantId: string;
  id: string;
  systemId: string;
  externalId: string;
  personId: string;
  version: bigint;
  hash: Uint8Array<ArrayBuffer>;
  law: CareLaw;
  toldAt: Date;
}

/** What is told of it, once it is written. */
export type CareNews = {
  [Type in keyof CareInformationEvents]: { type: Type; payload: CareInformationEvents[Type] };
}[keyof CareInformationEvents];

interface Kind<M extends Told> {
  /** its table, and what the log calls it */
  name: 'care_plan' | 'care_visit' | 'care_note';
  actionOf: (message: M) => string;
  /** writes the row, new or known; answers with what is to be told, null where nothing of it is shown */
  keepInTx: (tx: Tx, thing: Thing, message: M) => Promise<CareNews | null>;
}

/**
 * A plan, a visit or a note as its system has it now, by the system's own id and version. Told twice it changes nothing,
 * told late it changes nothing either; whose it is never changes.
 */
export function putThing<M extends Told>(
  actor: SystemActor,
  kind: Kind<M>,
  message: M,
): Promise<{ outcome: CareOutcome }> {
  requireSystemMay(actor, 'deliver');
  return writeOrFind(actor, (tx) => putInTx(tx, actor, kind, message));
}

async function putInTx<M extends Told>(
  tx: Tx,
  actor: SystemActor,
  { name, actionOf, keepInTx }: Kind<M>,
  message: M,
): Promise<{ outcome: CareOutcome }> {
  const { tenantId, systemId } = actor;
  const { externalId, person, law, state } = message;
  const { personalNumber: nationalId, ...called } = person;
  const personId = await putPersonInTx(tx, tenantId, { nationalId, name: called });
  const [known] = await tx.$queryRaw<
    { id: string; personId: string; version: bigint; hash: Uint8Array }[]
  >`select id, person_id as "personId", version, hash from ${Prisma.raw(name)}
     where tenant_id = ${tenantId} and system_id = ${systemId}::uuid and external_id = ${externalId} for update`;
  if (known && known.personId !== personId) throw conflict('errors:external-id-taken');
  const told = {
    version: BigInt(message.version),
    // It holds a personal number: by a keyed hash, so that nobody can try them all against it.
    hash: lookupHash(canonicalJson(message), 'care-information'),
  };
  const outcome = outcomeOf(known ?? null, told);
  if (outcome === 'differs') throw conflict('errors:care-version-differs');
  if (outcome !== 'kept') return { outcome };
  const id = known?.id ?? newId();
  const toldAt = happenedAt(message, now());
  const thing: Thing = { tenantId, id, systemId, externalId, personId, ...told, law, toldAt };
  const news = await keepInTx(tx, thing, message);
  await auditInTx(tx, actor, {
    action: actionOf(message),
    subjectPersonId: personId,
    objectType: name.replace('_', '-'),
    objectId: id,
    reason: state,
  });
  if (news) await emitInTx(tx, actor, news);
  return { outcome };
}
