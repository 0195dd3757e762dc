import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { read, write } from '@/lib/platform/db';
import { emitInTx, type NewEvent } from '@/lib/platform/events';
import type { EventType } from '@/lib/platform/jobs/told';
import { createBooking, createMeeting, createType, minutesAfter } from '@/lib/testing/appointments-world';
import { aJob, createResident, hasTold } from '@/lib/testing/builders';
import { rows } from '@/lib/testing/test-database';
import { saveNoticeChoice } from './commands/save-notice-choice';
import { getNoticeChoice } from './queries/get-notice-choice';

const tenantId = 'granvik';
const job = aJob(tenantId);

/** A gateway that takes each message, and answers only when it is told to: the worker dies with the answer on its way. */
const taken: string[] = [];
let answers: (response: ServerResponse) => void = () => {};
const gateway = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  taken.push(JSON.parse(body).reference);
  answers(response);
});

const workers: ChildProcess[] = [];
/** As `npm run worker` starts it, on this file's database. */
function startWorker(): ChildProcess {
  const { port } = gateway.address() as AddressInfo;
  const worker = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/worker.ts'],
    {
      env: {
        ...process.env,
        STARTED_BY: String(process.pid),
        SMS_GATEWAY_URL: `http://127.0.0.1:${port}/messages`,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  workers.push(worker);
  return worker;
}
async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}
afterAll(async () => {
  await Promise.all(workers.map(kill));
  gateway.closeAllConnections();
  gateway.close();
});

const until = async <T>(find: () => Promise<T | null | undefined | false> | T | false): Promise<T> => {
  const limit = performance.now() + 30_000;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (performance.now() > limit) throw new Error('It did not come about within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Something to tell somebody who is told by SMS at any hour; what the worker makes of it is due at once. */
async function told(type: EventType) {
  const resident = await createResident(tenantId);
  const { personId } = resident;
  await hasTold(resident);
  const ways = { asked: ['sms'], decision: ['sms'], message: ['sms'], meeting: ['sms'] };
  await saveNoticeChoice(resident, { ways, quiet: 'none', quietFrom: '', quietTo: '' });
  const meeting = await createMeeting(await createType(tenantId), minutesAfter(new Date(), 170));
  const bookingId = await createBooking(meeting, resident);
  await write(job, (tx) => emitInTx(tx, job, { type, payload: { bookingId, personId } } as NewEvent));
  const notice = () => read(job, (tx) => tx.notice.findFirst({ where: { tenantId, recipientId: personId } }));
  const { deliveryId } = await until(notice);
  await rows(`update graphile_worker._private_jobs set run_at = now() where payload ->> 'deliveryId' = $1`, [
    deliveryId,
  ]);
  const delivery = () =>
    read(job, (tx) =>
      tx.noticeDelivery.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: deliveryId ?? '' } },
        select: { state: true, problem: true, endedAt: true },
      }),
    );
  return {
    resident,
    notice,
    delivery,
    timesTaken: () => taken.filter((id) => id === deliveryId).length,
  };
}

it('a reminder is handed over once at most when the worker is killed with it in hand; other messages until it is known', async () => {
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const first = startWorker();
  const [reminder, change] = await Promise.all([
    told('appointments.reminded'),
    told('appointments.moved-by-office'),
  ]);
  await until(() => reminder.timesTaken() === 1 && change.timesTaken() === 1);
  await kill(first);
  expect(await reminder.delivery()).toEqual({ state: 'sending', problem: null, endedAt: null });

  // Its silence is noticed in some twenty seconds; here it has been silent for as long.
  await rows(`update worker_heartbeat set seen_at = seen_at - interval '1 minute'`);
  await rows(`update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute'`);
  answers = (response) => response.writeHead(202).end('{}');
  startWorker();
  await until(async () => (await change.delivery()).endedAt && (await reminder.delivery()).endedAt);

  expect(change.timesTaken()).toBe(2);
  expect(await change.delivery()).toMatchObject({ state: 'sent', problem: null });
  expect(reminder.timesTaken()).toBe(1);
  expect(await reminder.delivery()).toMatchObject({ state: 'failed', problem: 'maybe-sent' });
  expect(await reminder.notice()).toMatchObject({ state: 'failed', reason: 'maybe-sent' });
  // It says nothing of her number, which may be as good as ever.
  const { offered } = await getNoticeChoice(reminder.resident);
  expect(offered.find(({ channel }) => channel === 'sms')?.trouble).toBeNull();
});
