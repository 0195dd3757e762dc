import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, say, step } from '../lib/progress';
import { type Comparison, compare, type OfficeState, type PortalState, portalState } from './chaos-compare';
import { type Disturbance, type PlannedDisturbance, planChaos } from './chaos-plan';
import type { Act } from './chaos-residents';
import { ask } from './children';
import { type OfficeWorld, startOfficeWorld } from './office-world';
import { type Bench, rounded, table } from './report';

const SEED = 20_261_123;
/** How many residents apply in a second. */
const PACE = 8;
/** A job that failed six times while all died around it comes again after seven minutes: without any step for longer, it is over. */
const MOST_STILLNESS_MS = 600_000;
/** Looking costs both sides: they tell all that they have. */
const LOOK_EACH_MS = 5_000;
/** Part of a stack that dies again within fifteen seconds is given up on in the end; so each rests a while. */
const REST_MS = 16_000;

/**
 * npm run bench -- chaos: so many applications (`--people`), with changes from both sides, while office, worker, portal
 * and database die and misbehave. All processes are real; the office knows the API only. Acts and disturbances follow from
 * a fixed seed.
 */
export const run: Bench = async ({ people: cases = 2_000 }) => {
  const lasts = Math.max(24_000, (1000 * cases) / PACE);
  const plan = planChaos(SEED, cases, lasts);
  const world = await startOfficeWorld('chaos');
  try {
    const begunAt = Date.now();
    await ask(world.residents, { do: 'begin', cases: plan.cases });
    const done = await step(
      `${cases} applications and ${plan.disturbances.length} disturbances, ${Math.round(lasts / 1000)} s`,
      () => disturb(world, plan.disturbances, begunAt),
    );
    await world.behave('well', 0);
    const wanted = plan.cases.reduce(
      (sum, { messageIds }) =>
        sum + 2 + Number(messageIds.first !== null) + Number(messageIds.second !== null),
      0,
    );
    const calmAt = Date.now();
    const ended = await step('Until both sides are quiet', () => untilEqual(world, wanted));
    const seconds = rounded((Date.now() - calmAt) / 1000, 1);
    const found = compare(ended.acts, ended.office, ended.portal);
    report(done, ended, found);
    const ok = Object.values(found).every((faults) => faults.length === 0) && ended.isQuiet;
    say(
      `\nBars: nothing lost (${found.lost.length}), nothing twice (${found.twice.length}), per case in order (${found.disorder.length} not), nothing refused (${found.refused.length}).` +
        ` Equal ${seconds} s after the last disturbance.`,
    );
    return {
      ok,
      figures: {
        applications: cases,
        acts: ended.acts.length,
        told: ended.office.outbox.length,
        disturbances: [...done.values()].reduce((sum, times) => sum + times, 0),
        lost: found.lost.length,
        twice: found.twice.length,
        disorder: found.disorder.length,
        refused: found.refused.length,
        retriesOfResidents: ended.retries,
        callsThatFailed: ended.office.counts['calls that failed'] ?? 0,
        callsMadeTwice: ended.office.counts['calls made twice'] ?? 0,
        secondsToEqual: seconds,
        seed: SEED,
      },
    };
  } finally {
    await world.stop();
  }
};

/** Does what the plan says, when it says so; how often each. */
async function disturb(
  world: OfficeWorld,
  planned: readonly PlannedDisturbance[],
  begunAt: number,
): Promise<Map<Disturbance, number>> {
  const done = new Map<Disturbance, number>();
  const restUntil = new Map<Disturbance, number>();
  for (const { at, what } of planned) {
    const wait = Math.max(begunAt + at, restUntil.get(what) ?? 0) - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await deeds[what](world);
    restUntil.set(what, Date.now() + REST_MS);
    done.set(what, (done.get(what) ?? 0) + 1);
  }
  return done;
}

const deeds: Record<Disturbance, (world: OfficeWorld) => unknown> = {
  'the office dies': ({ office }) => office.kill(),
  'the office hangs': ({ behave }) => behave('hangs', 6_000),
  'the office answers 500': ({ behave }) => behave('fails', 5_000),
  'the office answers late': ({ behave }) => behave('late', 6_000),
  'the office says all twice': ({ behave }) => behave('twice', 8_000),
  'the office speaks out of order': ({ behave }) => behave('shuffled', 8_000),
  'a worker is killed': ({ stack }) => stack.process('worker').kill(),
  'the portal is killed': ({ stack }) => stack.process('portal').kill(),
  'PostgreSQL is killed': (world) => signalPostgres(world, 'SIGKILL'),
  // "Fast" shutdown: as an operator restarts it.
  'PostgreSQL is restarted': (world) => signalPostgres(world, 'SIGINT'),
};

function signalPostgres({ dataDir }: OfficeWorld, signal: NodeJS.Signals): void {
  try {
    process.kill(
      Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10),
      signal,
    );
  } catch {
    // It has not come back from the last time.
  }
}

interface Ended {
  acts: Act[];
  retries: number;
  office: OfficeState;
  portal: PortalState;
  isQuiet: boolean;
}

/** Until everything that residents will do is done, and neither side has anything left to tell; or nothing moves any more. */
export async function untilEqual(world: OfficeWorld, wanted: number): Promise<Ended> {
  let left = Number.POSITIVE_INFINITY;
  let movedAt = Date.now();
  for (;;) {
    const { acts, retries } = await ask<{ acts: Act[]; retries: number }>(world.residents, { do: 'done' });
    const portal = await world.sql(portalState).catch(() => null);
    const office = await world.officeState();
    const isOver = () => Date.now() - movedAt > MOST_STILLNESS_MS;
    if (office && portal) {
      const untold = office.outbox.filter(({ state }) => state === 'waiting').length;
      const nowLeft = Math.max(0, wanted - acts.length) + portal.waiting + untold;
      if (nowLeft !== left) movedAt = Date.now();
      // While one side was asked the other could get something; what is seen once nothing was left is all there is.
      const isQuiet = left === 0 && nowLeft === 0;
      left = nowLeft;
      if (isQuiet || isOver()) return { acts, retries, office, portal, isQuiet };
    } else if (isOver()) throw new PlainError('A side did not come back.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EACH_MS));
  }
}

function report(done: Map<Disturbance, number>, { acts, retries, office }: Ended, found: Comparison): void {
  const rows: [string, number][] = [
    ...[...done].map(([what, times]): [string, number] => [what, times]),
    ['what residents did', acts.length],
    ['  of it tried again', retries],
    ['what the office told', office.outbox.length],
    ['  tried again', office.outbox.reduce((sum, { tries }) => sum + Math.max(0, tries - 1), 0)],
    ...Object.entries(office.counts).map(([what, times]): [string, number] => [`  ${what}`, times]),
  ];
  say(table(['', 'times'], rows));
  for (const [kind, faults] of Object.entries(found))
    for (const fault of faults.slice(0, 10)) say(`${kind}: ${fault}`);
}
