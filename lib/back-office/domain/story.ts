export interface Try {
  at: Date;
  kind: 'tried';
  outcome: string;
  tookMs: number;
}

/** Tries with the same outcome, one after the other: `at` and `tookMs` are the last one's. */
export type TryRun = Try & { times: number; firstAt: Date };

/** A story in which tries that went the same way one after the other are one: a system that was down for a day is a line. */
export function foldTries<E extends { at: Date; kind: string }>(
  events: readonly (E | Try)[],
): (Exclude<E, Try> | TryRun)[] {
  const folded: (Exclude<E, Try> | TryRun)[] = [];
  for (const event of events) {
    if (!isTry(event)) {
      folded.push(event as Exclude<E, Try>);
      continue;
    }
    const before = folded.at(-1);
    if (before && isTry(before) && before.outcome === event.outcome) {
      const { times, firstAt } = before as TryRun;
      folded[folded.length - 1] = { ...event, times: times + 1, firstAt };
    } else folded.push({ ...event, times: 1, firstAt: event.at });
  }
  return folded;
}

const isTry = (event: { kind: string }): event is Try => event.kind === 'tried';
