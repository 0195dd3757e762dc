/**
 * Runs what is of one key one after the other, in the order in which it came, and what is of different keys at once. Whoever
 * has waited too long for a turn is refused, and nothing is done for them: they may have left.
 */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(
    private readonly patienceMs: number,
    private readonly refusal: () => Error,
  ) {}

  /** @param work is told whether it has waited for another */
  async run<T>(key: string, work: (hasWaited: boolean) => Promise<T>): Promise<T> {
    const cameAt = performance.now();
    const before = this.last.get(key);
    const mine = (before ?? Promise.resolve()).then(() => {
      if (performance.now() - cameAt > this.patienceMs) throw this.refusal();
      return work(before !== undefined);
    });
    const over = mine.catch(() => {});
    this.last.set(key, over);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === over) this.last.delete(key);
    }
  }
}
