import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, it, vi } from 'vitest';
import { ask, askToken } from '@/lib/testing/api-calls';
import { createSystem } from '@/lib/testing/back-office-world';
import { job } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { forgetExpiredTokens } from './commands/forget-expired-tokens';
import { ASSERTION_TYPE } from './domain/client-assertion';

const address = (tenantId = 'granvik') => `http://${tenantId}.localhost/api/back-office/v1/token`;

/** A system with a key of its own, and what it sends to get a token. */
async function createKeyed({ tenantId = 'granvik', kid = 'k1' } = {}) {
  const { clientId, id } = await createSystem(tenantId);
  const addKey = async (name: string) => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA');
    const jwk = await exportJWK(publicKey);
    // An operator's affair: the application's own login may not.
    await asOwner((client) =>
      client.query('insert into back_office_key (tenant_id, system_id, kid, jwk) values ($1, $2, $3, $4)', [
        tenantId,
        id,
        name,
        jwk,
      ]),
    );
    return (claims: object = {}) =>
      new SignJWT({ jti: randomUUID(), ...claims })
        .setProtectedHeader({ alg: 'EdDSA', kid: name })
        .setIssuer(clientId)
        .setSubject(clientId)
        .setAudience(address(tenantId))
        .setExpirationTime('1 minute')
        .sign(privateKey);
  };
  return { id, clientId, addKey, sign: await addKey(kid) };
}

const given = (assertion: string) => ({ client_assertion_type: ASSERTION_TYPE, client_assertion: assertion });
const status = async (fields: Record<string, string>, tenantId?: string) =>
  (await askToken(fields, tenantId)).status;

it('a signed request gets a token that opens, with or without the client’s id beside', async () => {
  const { sign, clientId, id } = await createKeyed();
  const response = await askToken(given(await sign()));
  expect(response.status).toBe(200);
  const { access_token: token } = (await response.json()) as { access_token: string };
  expect((await ask('GET', '/deliveries', { token })).status).toBe(200);
  expect(await status({ ...given(await sign()), client_id: clientId })).toBe(200);
  const { rows } = await asOwner((client) =>
    client.query('select last_used_at from back_office_key where system_id = $1', [id]),
  );
  expect(rows[0].last_used_at).not.toBeNull();
});

it('is good once, also when it comes twice at the same moment', async () => {
  const { sign } = await createKeyed();
  const assertion = await sign();
  const statuses = await Promise.all([status(given(assertion)), status(given(assertion))]);
  expect(statuses.toSorted()).toEqual([200, 401]);
  expect(await status(given(assertion))).toBe(401);
});

it('is not good in another municipality, under another’s id, or with a secret beside', async () => {
  const { sign, clientId } = await createKeyed();
  const other = await createKeyed();
  expect(await status(given(await sign()), 'ekhamn')).toBe(401);
  expect(await status({ ...given(await sign()), client_id: other.clientId })).toBe(401);
  expect(await status({ ...given(await sign()), client_id: clientId, client_secret: 'x' })).toBe(400);
  expect(await status({ ...given(await sign()), client_assertion_type: 'x' })).toBe(400);
  expect(await status(given('not.a.token'))).toBe(400);
});

it('one key takes another’s place without a break', async () => {
  const { sign, addKey, id } = await createKeyed();
  const next = await addKey('k2');
  expect([await status(given(await sign())), await status(given(await next()))]).toEqual([200, 200]);
  await asOwner((client) =>
    client.query("update back_office_key set expires_at = now() where system_id = $1 and kid = 'k1'", [id]),
  );
  expect([await status(given(await sign())), await status(given(await next()))]).toEqual([401, 200]);
});

it('in production a secret proves nothing', async () => {
  const { clientId, clientSecret } = await createSystem('granvik');
  const secret = { client_id: clientId, client_secret: clientSecret };
  expect(await status(secret)).toBe(200);
  vi.stubEnv('APP_ENV', 'production');
  vi.stubEnv('PUBLIC_SCHEME', 'https');
  vi.resetModules();
  try {
    const { issueToken } = await import('./commands/issue-token');
    const proof = { kind: 'secret', secret: clientSecret } as const;
    expect(await issueToken({ kind: 'nobody', tenantId: 'granvik' }, { clientId, proof })).toBe(
      'invalid_client',
    );
  } finally {
    vi.unstubAllEnvs();
    vi.resetModules();
  }
});

it('used ones are forgotten when they are good for nothing more', async () => {
  const { sign, id } = await createKeyed();
  await askToken(given(await sign()));
  const left = async () => {
    const { rows } = await asOwner((client) =>
      client.query('select 1 from back_office_assertion where system_id = $1', [id]),
    );
    return rows.length;
  };
  await forgetExpiredTokens(job('granvik'));
  expect(await left()).toBe(1);
  await asOwner((client) =>
    client.query(
      "update back_office_assertion set expires_at = now() - interval '1 second' where system_id = $1",
      [id],
    ),
  );
  await forgetExpiredTokens(job('granvik'));
  expect(await left()).toBe(0);
});
