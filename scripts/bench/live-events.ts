// What happens during bench -- live: once a second, something to somebody, told as the portal's own commands tell it.
import { newId } from '@/lib/kernel/ids';
import { disconnect, read, write } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { idFor } from './city-rows';

export interface Sent {
  eventId: string;
  person: number;
  /** milliseconds, by the machine's clock: before its transaction began */
  at: number;
}

const scope = { tenantId: 'granvik' };

async function happen(person: number): Promise<Omit<Sent, 'eventId'> & { caseId: string }> {
  const caseId = newId();
  const at = Date.now();
  await write(scope, (tx) =>
    emitInTx(tx, scope, {
      type: 'cases.phase-changed',
      payload: { caseId, personId: idFor('person', person), phase: 'being_looked_into' },
    }),
  );
  return { person, at, caseId };
}

process.on('message', async ({ people, seconds }: { people: number; seconds: number }) => {
  const startedAt = new Date();
  const happened: Awaited<ReturnType<typeof happen>>[] = [];
  for (let second = 0; second < seconds; second++) {
    happened.push(await happen(1 + Math.floor(Math.random() * people)));
    await new Promise((resolve) =>
      setTimeout(resolve, startedAt.getTime() + 1000 * (second + 1) - Date.now()),
    );
  }
  const events = await read(scope, (tx) =>
    tx.domainEvent.findMany({
      where: { ...scope, type: 'cases.phase-changed', at: { gte: startedAt } },
      select: { id: true, payload: true },
    }),
  );
  const ids = new Map(events.map(({ id, payload }) => [(payload as { caseId: string }).caseId, id]));
  process.send?.(happened.map(({ caseId, ...one }): Sent => ({ ...one, eventId: ids.get(caseId) ?? '' })));
  await disconnect();
});
// Whoever measures is gone.
process.once('disconnect', () => process.exit());
