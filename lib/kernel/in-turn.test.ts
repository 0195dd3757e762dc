import { describe, expect, it } from 'vitest';
import { InTurn } from './in-turn';

const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('work in turn', () => {
  it('of one key never overlaps and keeps its order; another key does not wait', async () => {
    const turns = new InTurn(1_000, () => new Error('too late'));
    const said: string[] = [];
    const work = (name: string) => async () => {
      said.push(`${name} begins`);
      await soon();
      said.push(`${name} ends`);
      return name;
    };
    const done = Promise.all([
      turns.run('a', work('a1')),
      turns.run('a', work('a2')),
      turns.run('b', work('b1')),
      turns.run('a', work('a3')),
    ]);
    expect(await done).toEqual(['a1', 'a2', 'b1', 'a3']);
    expect(said.filter((one) => one.startsWith('a'))).toEqual(
      ['a1', 'a2', 'a3'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    );
    expect(said.indexOf('b1 begins')).toBeLessThan(said.indexOf('a1 ends'));
  });

  it('is told whether it has waited for another', async () => {
    const turns = new InTurn(1_000, () => new Error('too late'));
    const told = async (hasWaited: boolean) => hasWaited;
    const first = turns.run('a', told);
    expect(await Promise.all([first, turns.run('a', told), turns.run('b', told)])).toEqual([
      false,
      true,
      false,
    ]);
    expect(await turns.run('a', told)).toBe(false);
  });

  it('goes on after one that failed, which alone is told of it', async () => {
    const turns = new InTurn(1_000, () => new Error('too late'));
    const failing = turns.run('a', () => Promise.reject(new Error('no')));
    const next = turns.run('a', async () => 'next');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
    expect(await turns.run('a', async () => 'later')).toBe('later');
  });

  it('is refused, and not begun, where its turn comes too late', async () => {
    const turns = new InTurn(20, () => new Error('too late'));
    let begun = 0;
    const slow = turns.run('a', () => new Promise((resolve) => setTimeout(resolve, 60)));
    const late = turns.run('a', async () => ++begun);
    await expect(late).rejects.toThrow('too late');
    await slow;
    expect(begun).toBe(0);
    expect(await turns.run('a', async () => ++begun)).toBe(1);
  });
});
