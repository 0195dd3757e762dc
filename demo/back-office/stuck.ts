import { ZodError } from 'zod';

/** A delivery that could not be stored. */
export interface Stuck {
  id: string;
  /** what is wrong, in a line */
  reason: string;
  attempts: number;
  nextAt: Date;
}

const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * Deliveries that can't be stored, each tried again with growing pauses: every fetch is a reading of somebody's
 * information, and stands in her log. Kept in memory, so that a system that is mended and started tries them at once.
 */
export class StuckDeliveries {
  private readonly byId = new Map<string, Stuck>();

  isDue(id: string, now: Date): boolean {
    const stuck = this.byId.get(id);
    return !stuck || stuck.nextAt <= now;
  }

  failed(id: string, error: unknown, now: Date): Stuck {
    const attempts = (this.byId.get(id)?.attempts ?? 0) + 1;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
    const stuck = { id, reason: reasonOf(error), attempts, nextAt: new Date(now.getTime() + pause) };
    this.byId.set(id, stuck);
    return stuck;
  }

  stored(id: string): void {
    this.byId.delete(id);
  }

  /** What the portal no longer lists waits no more. */
  keepOnly(waiting: readonly string[]): void {
    for (const id of this.byId.keys()) if (!waiting.includes(id)) this.byId.delete(id);
  }

  list(): readonly Stuck[] {
    return [...this.byId.values()];
  }
}

/** What is wrong, for those who keep the system running. Of an answer that isn't as it should be: where, never what. */
export function reasonOf(error: unknown): string {
  if (error instanceof ZodError) {
    const places = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return `the portal's answer is not as this system expects it (${places.join('; ')})`;
  }
  if (!(error instanceof Error)) return String(error);
  // fetch says only "fetch failed": the reason lies within.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
