import { describe, expect, it } from 'vitest';
import { hostName } from './host-name';

describe('the name in a Host header', () => {
  it.each([
    ['granvik.localhost:3000', 'granvik.localhost'],
    ['Granvik.LOCALHOST', 'granvik.localhost'],
    ['granvik.localhost.', 'granvik.localhost'],
    ['granvik.localhost.:3000', 'granvik.localhost'],
    ['127.0.0.1:3000', '127.0.0.1'],
    ['[::1]:3000', '[::1]'],
    ['', ''],
  ])('%s → %s', (header, name) => {
    expect(hostName(header)).toBe(name);
  });
});
