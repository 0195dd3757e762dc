import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { requireAdminMay } from '../access';
import { type PostedClosed, readClosedInTx } from '../queries/read-closed-in-tx';
import { closeSpanInTx } from './close-booked-in-tx';

/**
 * A day, or a part of it, is closed for an officer, a place, a room or all, and everybody who is booked then gets another
 * time: from now on nobody can book it, and the worker moves those who have, one at a time (`moveClosed`). The id is the form's.
 * @throws Invalid, field by field
 */
export function closeDay(
  actor: Actor,
  posted: Omit<PostedClosed, 'to'> & { exceptionId: string },
): Promise<void> {
  return write(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId } = actor;
    if (!isId(posted.exceptionId)) throw notFound();
    const { closed, problems } = await readClosedInTx(tx, tenantId, { ...posted, to: '' }, now());
    if (!closed) throw invalid(problems);
    const { whom, spans } = closed;
    if (!(await closeSpanInTx(tx, actor, { exceptionId: posted.exceptionId, whom, ...spans[0] }))) return;
    await auditInTx(tx, actor, {
      action: 'appointments.close-day',
      objectType: 'opening-exception',
      objectId: posted.exceptionId,
    });
  });
}
