import { describe, expect, it } from 'vitest';
import { HOST_HEADER, LANGUAGE_HEADER, PATH_HEADER, PROOF_HEADER, TENANT_HEADER } from './request-headers';
import { placeHeaders, readPlace } from './request-place';

const place = {
  tenantId: 'granvik',
  lang: 'en',
  path: '/cases?page=2',
  host: 'granvik.localhost:3000',
  nonce: 'abc=',
} as const;

describe('the place of a request', () => {
  it('is read as proxy.ts wrote it', () => {
    expect(readPlace(new Headers(placeHeaders(place)))).toEqual(place);
  });

  it.each([
    [TENANT_HEADER, 'ekhamn'],
    [LANGUAGE_HEADER, 'sv'],
    [LANGUAGE_HEADER, 'xx'],
    [PATH_HEADER, '/overview'],
    [HOST_HEADER, 'evil.example'],
    ['x-nonce', 'chosen'],
    [PROOF_HEADER, 'AAAA'],
    [PROOF_HEADER, ''],
  ])('is nobody’s with another %s (%s)', (name, value) => {
    const headers = new Headers(placeHeaders(place));
    headers.set(name, value);
    expect(readPlace(headers)).toBeNull();
  });

  it('is nobody’s without a proof, and each part stays in its own place', () => {
    const headers = new Headers(placeHeaders(place));
    headers.delete(PROOF_HEADER);
    expect(readPlace(headers)).toBeNull();
    const shifted = new Headers(placeHeaders({ ...place, path: '/cases', host: '?page=2' }));
    shifted.set(PATH_HEADER, '/cases?page=2');
    shifted.set(HOST_HEADER, '');
    expect(readPlace(shifted)).toBeNull();
  });
});
