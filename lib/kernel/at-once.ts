/**
 * Runs only so many at once, the others in the order in which they came. Whoever has waited too long is refused, and nothing is
 * done for them: they may have left.
 */
export class AtOnce {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: () => number,
    private readonly patienceMs: number,
    private readonly refusal: () => Error,
  ) {}

  /** @param work is told whether it has waited for others */
  async run<T>(work: (hasWaited: boolean) => Promise<T>): Promise<T> {
    const cameAt = performance.now();
    const hasWaited = this.running >= this.most();
    if (hasWaited) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      if (performance.now() - cameAt > this.patienceMs) throw this.refusal();
      return await work(hasWaited);
    } finally {
      // Whoever waits takes the place over.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
