import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { Prisma } from '@/lib/platform/db';
import { forbidden, notFound } from '@/lib/platform/errors';

/** What a system may do here needs this of its token. */
const SCOPE = 'care.write';

export type CareAction = 'read-own' | 'deliver';

/** Who may do what at all; whose care, is `visibleCare`. Refuses by default: nobody reads another's. */
export function may(actor: Actor, action: CareAction): boolean {
  switch (action) {
    case 'read-own':
      return actor.kind === 'resident';
    case 'deliver':
      return actor.kind === 'system' && actor.scopes.includes(SCOPE);
    default:
      return exhaustive(action);
  }
}

export function requireResidentMay(actor: Actor, action: 'read-own'): asserts actor is ResidentActor {
  if (!may(actor, action)) throw notFound();
}

export function requireSystemMay(actor: Actor, action: 'deliver'): asserts actor is SystemActor {
  if (!may(actor, action)) throw actor.kind === 'system' ? forbidden('errors:scope-missing') : notFound();
}

/** The filter on plans, visits and notes, whose twin in SQL is `isOwnCare`: her own. A system writes, and reads nothing back. */
export const visibleCare = (actor: Actor): { tenantId: string; personId: string | { in: string[] } } => ({
  tenantId: actor.tenantId,
  personId: actor.kind === 'resident' ? actor.personId : { in: [] },
});

/** `visibleCare` of a resident, in SQL, of one table. */
export const isOwnCare = ({ tenantId, personId }: ResidentActor): Prisma.Sql =>
  Prisma.sql`tenant_id = ${tenantId} and person_id = ${personId}::uuid`;
