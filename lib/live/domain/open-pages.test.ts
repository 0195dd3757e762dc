import { describe, expect, it, vi } from 'vitest';
import { MOST_PER_SESSION, type OpenPage, openPages } from './open-pages';

function page(whose: Partial<OpenPage> = {}) {
  return {
    tenantId: 'granvik',
    personId: 'astrid',
    sessionId: 's1',
    tell: vi.fn(),
    lookAgain: vi.fn(),
    tick: vi.fn(),
    end: vi.fn(),
    ...whose,
  };
}

describe('the open pages of a process', () => {
  it('are found by whose they are, in the right municipality', () => {
    const pages = openPages();
    const hers = page();
    pages.open(hers);
    pages.open(page({ personId: 'oskar' }));
    pages.open(page({ tenantId: 'ekhamn' }));
    expect([...pages.ofPerson({ tenantId: 'granvik', personId: 'astrid' })]).toEqual([hers]);
    expect([...pages.ofPerson({ tenantId: 'granvik', personId: 'nobody' })]).toEqual([]);
    expect([...pages.all()]).toHaveLength(3);
  });

  it('are forgotten when they close, and only they', () => {
    const pages = openPages();
    const close = pages.open(page());
    close();
    const later = page();
    pages.open(later);
    close();
    expect([...pages.all()]).toEqual([later]);
  });

  it('end from the oldest when a session has one too many; another session of hers is left alone', () => {
    const pages = openPages();
    const elsewhere = page({ sessionId: 's2' });
    pages.open(elsewhere);
    const opened = Array.from({ length: MOST_PER_SESSION + 1 }, () => page());
    for (const one of opened) pages.open(one);
    const [oldest, ...others] = opened;
    expect(oldest?.end).toHaveBeenCalledOnce();
    for (const one of [elsewhere, ...others]) expect(one.end).not.toHaveBeenCalled();
  });
});
