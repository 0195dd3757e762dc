// The demo's reference back office: a case system as a municipality might have one. A process of its own with a database
// of its own, which knows nothing of Mina sidor but its public API.
import { listen } from '@/demo/web/http';
import { tellOfCare } from './care';
import { openDatabase } from './database';
import { tellOfElsewhere } from './elsewhere';
import { catchUp } from './intake';
import { sendDue } from './outbox';
import { Portal } from './portal';
import { offUntil } from './power';
import { createWeb } from './server';
import { readSettings } from './settings';
import { reasonOf, StuckDeliveries } from './stuck';

const LOOK_EVERY_MS = 10_000;
const SEND_EVERY_MS = 1_000;

const settings = readSettings(process.env);
const pool = await openDatabase(settings.databaseUrl);
const portals = new Map(settings.portals.map((access) => [access.tenantId as string, new Portal(access)]));
const failures = new Map<string, string>();
const told = new Map<string, string>();
const stuck = new Map([...portals.keys()].map((name) => [name, new StuckDeliveries()]));

/**
 * Why a portal can't be asked, or that it can again: told when it changes, not at every look. A single look that fails
 * is not told at all: at a start the portal beside us needs a moment longer.
 */
function note(name: string, failure: string | undefined): void {
  const isFirst = !failures.has(name);
  if (failure === undefined) {
    failures.delete(name);
    if (told.delete(name)) console.error(`${name}: the portal answers again`);
    return;
  }
  failures.set(name, failure);
  if (isFirst || told.get(name) === failure) return;
  told.set(name, failure);
  console.error(
    `${name}: the portal can't be asked what waits: ${failure}. Asked again every ${LOOK_EVERY_MS / 1000} seconds`,
  );
}

/** One at a time; asked again meanwhile, it runs once more afterwards. */
function single(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      // A database or a portal that is away comes back; the next round finds it.
      await work().catch((error) => console.error(`The work was interrupted: ${reasonOf(error)}`));
    } while (again);
    running = false;
  };
  return () => void run();
}

const send = single(async () => {
  if (!(await offUntil(pool, new Date()))) await sendDue(pool, portals);
});

const look = single(async () => {
  if (await offUntil(pool, new Date())) return;
  for (const [name, portal] of portals) {
    try {
      await catchUp(pool, portal, stuck.get(name) as StuckDeliveries);
      await tellOfElsewhere(portal);
      await tellOfCare(portal);
      note(name, undefined);
    } catch (error) {
      note(name, reasonOf(error));
    }
    send();
  }
});

const wake = () => {
  look();
  send();
};
const web = createWeb({ pool, portals, failures, stuck, wake });
const running = await listen(web, settings.port, '127.0.0.1', 'the reference back office');
console.log(`The reference back office listens on http://localhost:${running.port}`);
wake();
const timers = [setInterval(look, LOOK_EVERY_MS), setInterval(send, SEND_EVERY_MS)];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, async () => {
    for (const timer of timers) clearInterval(timer);
    await running.close();
    await pool.end();
    process.exit(0);
  });
}
