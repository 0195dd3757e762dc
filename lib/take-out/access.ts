import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { notFound } from '@/lib/platform/errors';

export type TakeOutAction = 'take-out-own';

/** Who may take a case out: its person. Which cases are hers, the modules that own what is read say. Refuses by default. */
export function may(actor: Actor, action: TakeOutAction): boolean {
  switch (action) {
    case 'take-out-own':
      return actor.kind === 'resident';
    default:
      return exhaustive(action);
  }
}

export function requireMay(actor: Actor, action: TakeOutAction): asserts actor is ResidentActor {
  if (!may(actor, action)) throw notFound();
}
