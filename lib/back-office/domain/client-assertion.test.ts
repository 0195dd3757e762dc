import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { verifyAssertion } from './client-assertion';

const now = new Date('2026-11-24T12:00:00Z');
const seconds = now.getTime() / 1000;
const audience = 'https://granvik.example/api/back-office/v1/token';
const clientId = 'system-1';

let pair: Awaited<ReturnType<typeof generateKeyPair>>;
let jwk: JWK;
beforeAll(async () => {
  pair = await generateKeyPair('ES256');
  jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1' };
});

const good = { iss: clientId, sub: clientId, aud: audience, jti: 'j1', exp: seconds + 60 };
const signed = (claims: JWTPayload, key: Parameters<SignJWT['sign']>[0] = pair.privateKey, header = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header }).sign(key);
const verify = (assertion: string, keys = [jwk]) =>
  verifyAssertion(assertion, { clientId, audience, keys: { keys }, now });

it('takes what the client has signed for this address, with when it ends', async () => {
  expect(await verify(await signed(good))).toEqual({
    kid: 'k1',
    jti: 'j1',
    endsAt: new Date('2026-11-24T12:01:30Z'),
  });
});

it.each([
  ['another’s name', { iss: 'system-2' }],
  ['another subject', { sub: 'system-2' }],
  ['made for another municipality', { aud: 'https://ekhamn.example/api/back-office/v1/token' }],
  ['ended', { exp: seconds - 31 }],
  ['good for too long', { exp: seconds + 331 }],
  ['not good yet', { nbf: seconds + 31 }],
  ['without end', { exp: undefined }],
  ['without an id', { jti: undefined }],
  ['with an empty id', { jti: '' }],
])('refuses one that is %s', async (_, claims) => {
  expect(await verify(await signed({ ...good, ...claims }))).toBeNull();
});

it('lets clocks differ by half a minute', async () => {
  expect(await verify(await signed({ ...good, exp: seconds - 29 }))).not.toBeNull();
});

it('refuses another key, no key, a secret for a key, and what is no assertion', async () => {
  const other = await generateKeyPair('ES256');
  expect(await verify(await signed(good, other.privateKey))).toBeNull();
  expect(await verify(await signed(good), [])).toBeNull();
  expect(await verify(await signed(good, pair.privateKey, { kid: 'k2' }))).toBeNull();
  const secret = new TextEncoder().encode(JSON.stringify(jwk));
  expect(await verify(await signed(good, secret, { alg: 'HS256' }))).toBeNull();
  const [, payload] = (await signed(good)).split('.');
  expect(
    await verify(`${Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url')}.${payload}.`),
  ).toBeNull();
  for (const nothing of ['', 'x', 'a.b.c', '..']) expect(await verify(nothing)).toBeNull();
});
