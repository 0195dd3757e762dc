import { describe, expect, it } from 'vitest';
import { AtOnce } from './at-once';

describe('so many at once', () => {
  it('never more, and the others in the order in which they came, also after one that failed', async () => {
    const two = new AtOnce(
      () => 2,
      1_000,
      () => new Error('too late'),
    );
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const waited: number[] = [];
    const work = (n: number) => async (hasWaited: boolean) => {
      begun.push(n);
      if (hasWaited) waited.push(n);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      if (n === 1) throw new Error('no');
      return n;
    };
    const all = [0, 1, 2, 3, 4, 5].map((n) => two.run(work(n)));
    const ended = (await Promise.allSettled(all)).map(({ status }) => status);
    expect(ended).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect([begun, most, waited]).toEqual([[0, 1, 2, 3, 4, 5], 2, [2, 3, 4, 5]]);
    expect(await two.run(async () => 'later')).toBe('later');
  });

  it('refuses, and does not begin, what comes to its turn too late', async () => {
    const one = new AtOnce(
      () => 1,
      20,
      () => new Error('too late'),
    );
    let begun = 0;
    const slow = one.run(() => new Promise((resolve) => setTimeout(resolve, 60)));
    await expect(one.run(async () => ++begun)).rejects.toThrow('too late');
    await slow;
    expect([begun, await one.run(async () => ++begun)]).toEqual([0, 1]);
  });
});
