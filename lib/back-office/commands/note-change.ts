import 'server-only';
import { getCaseOriginInTx } from '@/lib/cases/api';
import { findSystemOfThreadInTx } from '@/lib/messages/api';
import type { JobActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { changeOfEvent } from '../domain/change';
import { noteChangeInTx } from './note-change-in-tx';

export interface HappenedToHer {
  eventId: string;
  eventType: string;
  caseId?: string | undefined;
  decisionId?: string | undefined;
  roundId?: string | undefined;
  threadId?: string | undefined;
}

/** Notes what she has done that the system which has her case, or the thread, may want to know. Run twice it is noted once. */
export async function noteChange(
  actor: JobActor,
  { eventId: id, eventType, caseId, threadId, ...ids }: HappenedToHer,
): Promise<void> {
  const { tenantId } = actor;
  const kind = changeOfEvent[eventType];
  if (!kind) return;
  await write(actor, async (tx) => {
    const systemId = caseId
      ? (await getCaseOriginInTx(tx, tenantId, caseId)).systemId
      : threadId && (await findSystemOfThreadInTx(tx, tenantId, threadId));
    if (!systemId) return;
    const about = { ...(caseId && { caseId }), ...(threadId && { threadId }), ...ids };
    await noteChangeInTx(tx, { tenantId, systemId, id, kind, ...about });
  });
}
