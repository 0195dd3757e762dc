import { describe, expect, it } from 'vitest';
import { isFromOwnPage } from './request-origin';

const from = (headers: Record<string, string>) =>
  isFromOwnPage(new Headers({ host: 'granvik.localhost:3000', ...headers }));
const own = 'http://granvik.localhost:3000';

describe('a request that changes something', () => {
  it('is taken from our own page', () => {
    expect(from({ 'sec-fetch-site': 'same-origin', origin: own })).toBe(true);
    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(from({ origin: own })).toBe(true);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another municipality', { 'sec-fetch-site': 'same-site', origin: 'http://ekhamn.localhost:3000' }],
    ['another port', { origin: 'http://granvik.localhost:3002' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['an address typed in', { 'sec-fetch-site': 'none' }],
    ['no browser at all', {}],
    [
      'a browser that contradicts itself',
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    ],
  ])('is refused from %s', (_, headers) => {
    expect(from(headers)).toBe(false);
  });
});
