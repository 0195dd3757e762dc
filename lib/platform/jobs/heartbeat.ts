import 'server-only';
import { now } from '../clock';
import { outsideTenants } from '../db';

export const HEARTBEAT_EVERY_MS = 5_000;
/** A worker unheard of for this long is dead: three missed beats. */
const DEAD_AFTER_MS = 15_000;
/** For people and load balancers: a single slow moment is no outage. */
export const MISSED_AFTER_MS = 30_000;
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

const ago = (ms: number) => new Date(now().getTime() - ms);

/** A sign of life; also forgets workers that ended without a word long ago. */
export async function beat(workerId: string): Promise<void> {
  await outsideTenants(async (db) => {
    const seenAt = now();
    await db.workerHeartbeat.upsert({
      where: { workerId },
      create: { workerId, seenAt },
      update: { seenAt },
    });
    await db.workerHeartbeat.deleteMany({ where: { seenAt: { lt: ago(FORGOTTEN_AFTER_MS) } } });
  });
}

/** A worker that stops in good order says so: it isn't missed. */
export const endBeat = (workerId: string): Promise<unknown> =>
  outsideTenants((db) => db.workerHeartbeat.deleteMany({ where: { workerId } }));

/** Of these workers, those that give no sign of life. */
export async function deadAmong(workerIds: string[]): Promise<string[]> {
  if (workerIds.length === 0) return [];
  const alive = await outsideTenants((db) =>
    db.workerHeartbeat.findMany({
      where: { workerId: { in: workerIds }, seenAt: { gte: ago(DEAD_AFTER_MS) } },
      select: { workerId: true },
    }),
  );
  const living = new Set(alive.map(({ workerId }) => workerId));
  return workerIds.filter((workerId) => !living.has(workerId));
}

export async function isAnyWorkerAlive(): Promise<boolean> {
  const latest = await outsideTenants((db) =>
    db.workerHeartbeat.findFirst({
      where: { seenAt: { gte: ago(MISSED_AFTER_MS) } },
      select: { workerId: true },
    }),
  );
  return latest !== null;
}
