/** What a person at the terminal sees of long steps: what is being done, for how long, and how it ended. */
const isTerminal = process.stdout.isTTY === true;

export function say(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** Runs a step and shows its time; says once, on stdout, what failed. The error goes on to the caller. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const timer = setInterval(
    () =>
      process.stdout.write(
        isTerminal ? `\r… ${label}  ${elapsed(startedAt)}` : `  … ${label}, ${elapsed(startedAt)}\n`,
      ),
    isTerminal ? 500 : 10_000,
  );
  if (isTerminal) process.stdout.write(`… ${label}`);
  try {
    const result = await work();
    clearInterval(timer);
    process.stdout.write(`${isTerminal ? '\r\x1b[K' : ''}✓ ${label}  ${elapsed(startedAt)}\n`);
    return result;
  } catch (error) {
    clearInterval(timer);
    process.stdout.write(`${isTerminal ? '\r\x1b[K' : ''}✗ ${label}  ${elapsed(startedAt)}\n`);
    throw error;
  }
}

/** "0.4 s", "37 s", "2 min 5 s" since a performance.now(). */
export function elapsed(startedAt: number): string {
  const seconds = (performance.now() - startedAt) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** A reason that the person at the terminal can act upon: shown as it is, without a stack. */
export class PlainError extends Error {}

/** The last word of a script that failed. */
export function explain(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** How a script of ours ends when the reason is one for people: whoever started it shows the reason, and nothing else. */
export const PLAIN_END = 78;

/** The end of a script that failed. */
export function giveUp(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(error instanceof PlainError ? PLAIN_END : 1);
}
