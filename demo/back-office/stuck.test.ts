import type { Pool } from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { catchUp } from './intake';
import type { Portal } from './portal';
import { reasonOf, StuckDeliveries } from './stuck';

const at = (seconds: number) => new Date(Date.parse('2026-11-24T12:00:00Z') + seconds * 1000);
afterEach(() => vi.restoreAllMocks());

describe('a delivery that can’t be stored', () => {
  it('is tried again with pauses that grow to a limit', () => {
    const stuck = new StuckDeliveries();
    const pauses = Array.from({ length: 8 }, () => {
      const { nextAt } = stuck.failed('a', new Error('no'), at(0));
      return (nextAt.getTime() - at(0).getTime()) / 1000;
    });
    expect(pauses).toEqual([10, 20, 40, 80, 160, 300, 300, 300]);
    expect(stuck.isDue('b', at(0))).toBe(true);
    stuck.stored('a');
    expect(stuck.isDue('a', at(0))).toBe(true);
  });

  it('is not fetched again at each look, stands in nobody’s way, and is told of plainly', async () => {
    const fetched: string[] = [];
    const portal = {
      access: { tenantId: 'granvik' },
      listWaiting: async () => ['a', 'b'],
      getDelivery: async (id: string) => {
        fetched.push(id);
        return z.object({ id: z.string(), files: z.array(z.string()) }).parse({ id: 5 });
      },
    } as unknown as Portal;
    const pool = { query: async () => ({ rowCount: 0 }) } as unknown as Pool;
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const stuck = new StuckDeliveries();
    for (const seconds of [0, 1, 9]) await catchUp(pool, portal, stuck, at(seconds));
    expect(fetched).toEqual(['a', 'b']);
    await catchUp(pool, portal, stuck, at(10));
    expect(fetched).toEqual(['a', 'b', 'a', 'b']);
    expect(said.mock.calls[2]?.[0]).toMatch(
      /^granvik: delivery a can't be stored: the portal's answer is not as .* \(id: .*; files: .*\)\. Try 2; the next at 2026-11-24T12:00:30/,
    );
  });

  it('is forgotten when the portal no longer lists it', () => {
    const stuck = new StuckDeliveries();
    stuck.failed('a', new Error('no'), at(0));
    stuck.keepOnly(['b']);
    expect(stuck.list()).toEqual([]);
  });
});

it('says what lies behind "fetch failed"', () => {
  expect(reasonOf(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }))).toBe(
    'fetch failed: connect ECONNREFUSED',
  );
});
