import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import type { Prisma } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';

export type LiveAction = 'follow-own-news';

/** Who may be told, while a page is open, that something has happened: a resident, of what is hers. Refuses by default. */
export function may(actor: Actor, action: LiveAction): boolean {
  switch (action) {
    case 'follow-own-news':
      return actor.kind === 'resident';
    default:
      return exhaustive(action);
  }
}

export function requireMay(actor: Actor, action: LiveAction): asserts actor is ResidentActor {
  if (!may(actor, action)) throw notFound();
}

/** The events that are news to the actor: those that name her. Nothing for anybody else. */
export const visibleNews = (actor: Actor): Prisma.DomainEventWhereInput & { tenantId: string } =>
  actor.kind === 'resident'
    ? { tenantId: actor.tenantId, payload: { path: ['personId'], equals: actor.personId } }
    : { tenantId: actor.tenantId, id: { in: [] } };
