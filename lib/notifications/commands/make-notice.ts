import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import { newId } from '@/lib/kernel/ids';
import type { JobActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { reachable } from '../domain/notice';
import { tellingOf } from '../domain/notice-table';

interface Happened {
  eventId: string;
  eventType: string;
  personId: string;
}

/**
 * Something happened that she should be told of. Run twice it makes one notice: the unique index on the event decides.
 * Where she can't be told by mail the row says why, so that whoever looks after it can see that nothing was forgotten.
 */
export async function makeNotice(actor: JobActor, { eventId, eventType, personId }: Happened): Promise<void> {
  const telling = tellingOf(eventType);
  if (!telling) throw new Error(`No notice is made of ${eventType}`);
  const { tenantId } = actor;
  await write(actor, async (tx) => {
    const person = await getPersonInTx(tx, tenantId, personId);
    const unreachable = reachable(person);
    const id = newId();
    const { count } = await tx.notice.createMany({
      data: {
        tenantId,
        id,
        personId,
        kind: telling.kind,
        eventId,
        language: person.language,
        ...(unreachable && { state: 'dropped', lastError: unreachable }),
      },
      skipDuplicates: true,
    });
    if (count === 1 && !unreachable) {
      await enqueueInTx(tx, { task: 'send-notice', payload: { tenantId, noticeId: id } });
    }
  });
}
