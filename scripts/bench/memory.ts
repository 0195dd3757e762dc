import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
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
