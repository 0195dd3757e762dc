import autocannon from 'autocannon';
import { PlainError } from '../lib/progress';
import { percentile } from './report';

export interface Target {
  name: string;
  /** by address: the first municipality answers at 127.0.0.1 too */
  url: string;
  /** one per person; the connections go through them in turn */
  cookies?: readonly string[];
  /** how many ask at once; ten if nothing is said */
  connections?: number;
}

export interface Load {
  perSecond: number;
  /** milliseconds */
  p50: number;
  p95: number;
  p99: number;
  kilobytes: number;
}

/** Ten connections (or as many as the target says) ask as fast as they are answered. Anything but 200 stops the measurement: a fast error is no speed. */
export async function load(target: Target, seconds: number): Promise<Load> {
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url: target.url,
        connections: target.connections ?? 10,
        duration: seconds,
        requests: (target.cookies ?? [undefined]).map((cookie) => ({
          method: 'GET' as const,
          ...(cookie && { headers: { cookie } }),
        })),
      },
      (error, outcome) => (error ? reject(error) : resolve(outcome)),
    );
    instance.on('response', (_client, _status, _bytes, milliseconds) => {
      times.push(milliseconds);
    });
  });
  if (result.non2xx > 0 || result.errors > 0 || times.length === 0) {
    throw new PlainError(`${target.name}: ${result.non2xx} answers were not 200, ${result.errors} failed.`);
  }
  return {
    perSecond: times.length / result.duration,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    kilobytes: result.throughput.total / times.length / 1000,
  };
}

/** Several rounds, each target once a round, so that what disturbs the machine disturbs all of them; the medians. */
export async function loadInTurn(
  targets: readonly Target[],
  rounds: number,
  seconds: number,
): Promise<Map<string, Load>> {
  const all = new Map<string, Load[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) {
    // The first answer waits for what a process loads once; then the code gets warm.
    await fetch(target.url, target.cookies?.[0] ? { headers: { cookie: target.cookies[0] } } : {}).then(
      (answer) => answer.text(),
    );
    await load(target, 4);
  }
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) all.get(target.name)?.push(await load(target, seconds));
  }
  const median = (loads: readonly Load[], key: keyof Load) =>
    percentile(
      loads.map((one) => one[key]),
      0.5,
    );
  return new Map(
    [...all].map(([name, loads]) => [
      name,
      {
        perSecond: median(loads, 'perSecond'),
        p50: median(loads, 'p50'),
        p95: median(loads, 'p95'),
        p99: median(loads, 'p99'),
        kilobytes: median(loads, 'kilobytes'),
      },
    ]),
  );
}
