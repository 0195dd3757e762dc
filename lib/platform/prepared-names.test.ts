import { describe, expect, it } from 'vitest';
import { PreparedNames } from './prepared-names';

const ask = (names: PreparedNames, text: string, times: number) =>
  Array.from({ length: times }, () => names.nameOf(text)).at(-1);

describe('the name of a statement', () => {
  it('is given when it has been asked often, stays, and is another statement’s never', () => {
    const names = new PreparedNames();
    expect(ask(names, 'select 1', 19)).toBe('');
    const name = names.nameOf('select 1');
    expect(name).toMatch(/^often-[0-9a-f]{32}$/);
    expect(ask(names, 'select 1', 5)).toBe(name);
    expect(ask(names, 'select 2', 30)).not.toBe(name);
  });

  it('is not given to more than a connection can hold', () => {
    const names = new PreparedNames();
    const given = Array.from({ length: 400 }, (_, nth) => ask(names, `select ${nth}`, 25));
    expect(given.filter(Boolean)).toHaveLength(300);
    expect(ask(names, 'select 0', 1)).toBe(given[0]);
  });

  it('is given in the end though thousands are asked once', () => {
    const names = new PreparedNames();
    for (let nth = 0; nth < 12_000; nth++) {
      names.nameOf(`select ${nth}`);
      if (nth % 100 === 0) names.nameOf('select often');
    }
    expect(names.nameOf('select often')).not.toBe('');
  });
});
