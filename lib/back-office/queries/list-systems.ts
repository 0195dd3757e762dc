import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireMayLookAfterSystems } from '../access';
import { type SystemState, systemStatesInTx } from './system-states-in-tx';

/** How each of the municipality's back-office systems is, for those who look after them. */
export async function listSystems(actor: Actor): Promise<SystemState[]> {
  requireMayLookAfterSystems(actor);
  return read(actor, (tx) => systemStatesInTx(tx, actor.tenantId, now()));
}
