import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import { isId } from '@/lib/kernel/ids';
import { rateLimiter } from '@/lib/kernel/rate-limit';
import type { Actor } from '@/lib/platform/actor';
import { guardedBy, type Refusal } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';

/**
 * Who may do what with identity. Nobody acts for somebody else here: a person's log-ins, contact ways and signatures
 * are her own, and no back-office system touches them.
 */
export type IdentityAction =
  | 'log-in' // start an e-ID order and turn it into a session
  | 'log-in-staff' // by the municipality's own identity provider
  | 'sign'
  | 'see-profile'
  | 'change-profile'
  | 'see-sessions'
  | 'end-session';

export interface IdentityFacts {
  /** whose it is; the actor herself where left out */
  tenantId?: string;
  personId?: string;
}

export function may(actor: Actor, action: IdentityAction, facts: IdentityFacts = {}): boolean {
  if (facts.tenantId !== undefined && facts.tenantId !== actor.tenantId) return false;
  switch (action) {
    // Logging in again is logging in: the old session ends.
    case 'log-in':
      return actor.kind === 'nobody' || actor.kind === 'resident';
    // Whoever is logged in as a resident is still nobody on staff: the two have a cookie each.
    case 'log-in-staff':
      return actor.kind === 'nobody';
    case 'sign':
    case 'see-profile':
    case 'change-profile':
    case 'see-sessions':
    case 'end-session':
      return actor.kind === 'resident' && (facts.personId === undefined || facts.personId === actor.personId);
    default:
      return false;
  }
}

/** Sessions that the actor may see and end: her own. Matches nothing for anybody else. */
export const visibleSessions = (actor: Actor) => ({
  tenantId: actor.tenantId,
  personId: actor.kind === 'resident' ? actor.personId : NOBODY,
});

/** Log-ins of staff that the actor may end: their own. Matches nothing for anybody else. */
export const visibleStaffSessions = (actor: Actor) => ({
  tenantId: actor.tenantId,
  staffId: actor.kind === 'admin' ? actor.staffId : NOBODY,
});

/** Changes of contact ways that the actor may see and confirm: her own. Matches nothing for anybody else. */
export const visibleContactChanges = (actor: Actor) => ({
  tenantId: actor.tenantId,
  personId: actor.kind === 'resident' ? actor.personId : NOBODY,
});

/**
 * Orders of the browser that asks, and, for signatures, of the person logged in in it. Knowing an order's id is not
 * enough: the token in the browser's cookie is what opens it.
 */
export const visibleOrders = (actor: Actor, browserToken: string) => ({
  tenantId: actor.tenantId,
  browserHash: sha256(browserToken),
  OR: [
    { kind: 'auth', personId: null },
    { kind: 'sign', personId: actor.kind === 'resident' ? actor.personId : NOBODY },
  ],
});

/** One of those orders. What can't be an id, from a form or an address, is nobody's, and the database isn't asked. */
export function visibleOrder(
  actor: Actor,
  { orderId, browserToken }: { orderId: string; browserToken: string },
): ReturnType<typeof visibleOrders> & { id: string } {
  if (!isId(orderId)) throw notFound();
  return { ...visibleOrders(actor, browserToken), id: orderId };
}

/** No person has the nil id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

type ObjectType = 'session' | 'bank-id-order' | 'contact-change';

/** Whose a session or an order is; a log-in's order is nobody's yet: null. */
async function unscopedOwnerInTx(
  tx: Tx,
  tenantId: string,
  objectType: ObjectType,
  id: string,
): Promise<string | null | undefined> {
  const one = { where: { tenantId_id: { tenantId, id } }, select: { personId: true } };
  switch (objectType) {
    case 'session':
      return (await tx.authSession.findUnique(one))?.personId;
    case 'bank-id-order':
      return (await tx.bankIdOrder.findUnique(one))?.personId;
    case 'contact-change':
      return (await tx.contactChange.findUnique(one))?.personId;
    default:
      return exhaustive(objectType);
  }
}

const countRefusal = rateLimiter({ calls: 1, windowSeconds: 60 });

/**
 * An order is asked for without log-in, each second where a page waits: who asks for another's is in the log once a
 * minute for each order and deed, and all the invented ones are one. The rows between would say nothing more, since the
 * log holds no address, and anybody could fill it with them.
 */
const isWorthARow = ({
  actor,
  action,
  objectType,
  objectId = 'none',
}: Refusal & { objectType: ObjectType }): boolean =>
  objectType !== 'bank-id-order' ||
  countRefusal([actor.tenantId, whoIs(actor), action, objectId].join(' '), now()).isAllowed;

const whoIs = (actor: Actor): string => (actor.kind === 'resident' ? actor.personId : actor.kind);

/** Runs a use case on one object; a refusal stands in the audit log. */
export const guarded = guardedBy(unscopedOwnerInTx, isWorthARow);
