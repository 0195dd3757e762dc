import 'server-only';
import { env } from '../env';
import type { Metric } from './metric';

/** Seconds. The API's own bar is a third of a second; a document of some megabytes takes a few. */
const BOUNDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];

interface Times {
  route: string;
  status: number;
  /** how many took at most so long, by BOUNDS */
  within: number[];
  count: number;
  seconds: number;
}

// One memory per process: this file is in several of Next's bundles.
const holder = globalThis as { __minaSidorCallTimes?: Map<string, Times> };

/** How long a call took, and what it was answered. Only this process knows: each is to be asked. */
export function noteCall(route: string, status: number, seconds: number): void {
  if (!env().METRICS_TOKEN) return;
  holder.__minaSidorCallTimes ??= new Map();
  const key = `${route} ${status}`;
  let times = holder.__minaSidorCallTimes.get(key);
  if (!times) {
    times = { route, status, within: BOUNDS.map(() => 0), count: 0, seconds: 0 };
    holder.__minaSidorCallTimes.set(key, times);
  }
  for (const [index, bound] of BOUNDS.entries())
    if (seconds <= bound) times.within[index] = (times.within[index] ?? 0) + 1;
  times.count += 1;
  times.seconds += seconds;
}

export const callTimes = (): Metric => ({
  name: 'minasidor_api_call_seconds',
  help: 'Calls answered by this process, by operation and status.',
  type: 'histogram',
  samples: [...(holder.__minaSidorCallTimes?.values() ?? [])].flatMap((times) => {
    const labels = { operation: times.route, status: times.status };
    return [
      ...BOUNDS.map((le, index) => ({
        labels: { ...labels, le },
        value: times.within[index] ?? 0,
        suffix: '_bucket' as const,
      })),
      { labels: { ...labels, le: '+Inf' }, value: times.count, suffix: '_bucket' as const },
      { labels, value: times.seconds, suffix: '_sum' as const },
      { labels, value: times.count, suffix: '_count' as const },
    ];
  }),
});
