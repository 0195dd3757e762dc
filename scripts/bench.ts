// npm run bench -- NAME [--people N] [--seconds N]: the measurements, each a command that sets itself up.
import { parseArgs } from 'node:util';
import { type Bench, summary } from './bench/report';
import { explain, PlainError, say } from './lib/progress';

const benches: Record<string, () => Promise<{ run: Bench }>> = {
  city: () => import('./bench/city'),
  overview: () => import('./bench/overview'),
  lighthouse: () => import('./bench/lighthouse'),
  definition: () => import('./bench/definition'),
  cases: () => import('./bench/cases'),
  live: () => import('./bench/live'),
  delivery: () => import('./bench/delivery'),
  chaos: () => import('./bench/chaos'),
  outage: () => import('./bench/outage'),
  sources: () => import('./bench/sources'),
  'free-times': () => import('./bench/free-times'),
  booking: () => import('./bench/booking'),
};

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { people: { type: 'string' }, seconds: { type: 'string' } },
  });
  const bench = benches[positionals[0] ?? ''];
  if (!bench || positionals.length !== 1) {
    throw new PlainError(
      `Which one? npm run bench -- ${Object.keys(benches).join(' | ')}  [--people N] [--seconds N]`,
    );
  }
  const { run } = await bench();
  const outcome = await run({
    people: wholeNumber(values.people, 'people'),
    seconds: wholeNumber(values.seconds, 'seconds'),
  });
  say(summary(positionals[0] ?? '', outcome));
  process.exitCode = outcome.ok ? 0 : 1;
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(value) || value < 1) throw new PlainError(`--${name} takes a whole number from 1.`);
  return value;
}

main().then(
  () => process.exit(),
  (error) => {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exit(1);
  },
);
