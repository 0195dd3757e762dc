import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { PlainError } from '../lib/progress';
import { percentile } from './report';

const EVERY_MS = 2_000;

/** What a process holds of the machine's memory, in megabytes. */
export async function memoryOf(pid: number): Promise<number> {
  if (process.platform === 'linux') {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1000;
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1000;
}

/**
 * What a process of Node holds on to, in megabytes: its heap and what hangs on it, when all that nobody needs has been
 * thrown away. What the machine has lent it (`memoryOf`) also follows how lazily it throws away.
 * @param inspector the port it was started with (`--inspect-port`); it listens there from the first time it is asked
 */
export async function heldBy(pid: number, inspector: number): Promise<number> {
  process.kill(pid, 'SIGUSR1');
  const line = new WebSocket(await inspectorUrl(inspector));
  await new Promise((resolve, reject) => {
    line.onopen = resolve;
    line.onerror = () => reject(new PlainError('The process does not let itself be inspected.'));
  });
  const ask = (method: string, params = {}) =>
    new Promise<{ result?: { result?: { value?: unknown } } }>((resolve) => {
      line.onmessage = ({ data }) => resolve(JSON.parse(String(data)));
      line.send(JSON.stringify({ id: 1, method, params }));
    });
  try {
    // What was thrown away the first time may have held on to more.
    for (let time = 0; time < 2; time++) await ask('HeapProfiler.collectGarbage');
    const expression = 'process.memoryUsage().heapUsed + process.memoryUsage().external';
    const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true });
    return Number(result?.result?.value) / 1e6;
  } finally {
    line.close();
  }
}

async function inspectorUrl(port: number): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    const [target] = answer ? ((await answer.json()) as { webSocketDebuggerUrl: string }[]) : [];
    if (target) return target.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new PlainError('The process does not let itself be inspected.');
}

/** Looks at it from now on; the medians of the first and of the last sixth of the time, since it goes up and down. */
export function watchMemory(pid: number): { stop(): { first: number; last: number } } {
  const seen: number[] = [];
  const timer = setInterval(
    () =>
      memoryOf(pid).then(
        (megabytes) => seen.push(megabytes),
        () => clearInterval(timer),
      ),
    EVERY_MS,
  );
  return {
    stop: () => {
      clearInterval(timer);
      const part = Math.max(1, Math.ceil(seen.length / 6));
      return { first: percentile(seen.slice(0, part), 0.5), last: percentile(seen.slice(-part), 0.5) };
    },
  };
}
