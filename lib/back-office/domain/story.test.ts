import { describe, expect, it } from 'vitest';
import { foldTries } from './story';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 8, minute));
const tried = (minute: number, outcome: string) => ({
  at: at(minute),
  kind: 'tried' as const,
  outcome,
  tookMs: minute,
});

describe('a story', () => {
  it('has tries that went the same way one after the other as one', () => {
    const planned = { at: at(0), kind: 'planned' as const };
    const parked = { at: at(4), kind: 'parked' as const };
    const story = foldTries([
      planned,
      tried(1, 'timeout'),
      tried(2, 'timeout'),
      tried(3, 'refused-500'),
      parked,
      tried(5, 'refused-500'),
    ]);
    expect(story).toEqual([
      planned,
      { ...tried(2, 'timeout'), times: 2, firstAt: at(1) },
      { ...tried(3, 'refused-500'), times: 1, firstAt: at(3) },
      parked,
      { ...tried(5, 'refused-500'), times: 1, firstAt: at(5) },
    ]);
  });
});
