import { expect, it } from 'vitest';
import { addressIn, clientAddress } from './client-address';

it.each([
  ['nobody in front: what is sent counts for nothing', '198.51.100.7', '203.0.113.1', 0, '198.51.100.7'],
  ['one in front: what it wrote', '10.0.0.1', '6.6.6.6, 203.0.113.1', 1, '203.0.113.1'],
  ['two in front: what the outer one wrote', '10.0.0.1', '6.6.6.6, 203.0.113.1, 10.0.0.2', 2, '203.0.113.1'],
  ['more hops than were passed', '10.0.0.1', '203.0.113.1', 2, '10.0.0.1'],
  ['what is no address', '10.0.0.1', 'x'.repeat(10_000), 1, '10.0.0.1'],
  ['an address with a port', '10.0.0.1', '203.0.113.1:4711', 1, '10.0.0.1'],
  ['none at all', '10.0.0.1', '', 1, '10.0.0.1'],
  ['IPv4 in IPv6’s clothes', '::ffff:10.0.0.1', '', 0, '10.0.0.1'],
  ['IPv6', '::1', '2001:db8::7', 1, '2001:db8::7'],
])('%s', (_, connection, forwardedFor, hops, address) => {
  expect(clientAddress(connection, forwardedFor, hops)).toBe(address);
});

it('reads what the portal left, and takes an unknown one for this machine', () => {
  expect(addressIn(new Headers({ 'x-forwarded-for': '203.0.113.1' }))).toBe('203.0.113.1');
  expect(addressIn(new Headers({ 'x-forwarded-for': 'me' }))).toBe('127.0.0.1');
  expect(addressIn(new Headers())).toBe('127.0.0.1');
});
