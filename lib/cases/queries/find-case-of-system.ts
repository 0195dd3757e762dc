import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { visibleCases } from '../access';

/** Our id of a system's own case, by the id that it has there; null where none of its cases has that. */
export const findCaseOfSystemInTx = async (
  tx: Tx,
  actor: SystemActor,
  externalId: string,
): Promise<string | null> =>
  (await tx.case.findFirst({ where: { ...visibleCases(actor), externalId }, select: { id: true } }))?.id ??
  null;
