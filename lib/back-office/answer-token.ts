import 'server-only';
import { decodeJwt } from 'jose';
import type { z } from 'zod';
import { type RateVerdict, rateLimiter } from '@/lib/kernel/rate-limit';
import { addressIn } from '@/lib/platform/client-address';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { readPlace } from '@/lib/platform/request-place';
import { problem } from '@/lib/platform/route';
import { auditUnknownClient, issueToken, type Proof, UNKNOWN_CLIENT } from './commands/issue-token';
import { limits } from './contract/limits';
import { tokenForm } from './contract/token-messages';
import { ASSERTION_TYPE } from './domain/client-assertion';
import { rateHeaders } from './domain/rate-limit';
import { readBody } from './read-body';

const countFailure = rateLimiter(limits.failedTokens);
const countAudit = rateLimiter({ calls: 1, windowSeconds: 60 });

/** POST /token. Its shape is OAuth's (RFC 6749), in answers too: not problem details, not camelCase. */
export async function answerToken(request: Request, tenantId: string): Promise<Response> {
  const body = await readBody(request, 'application/x-www-form-urlencoded', 10_000);
  if (!body.ok) return problem(body.status, body.title);
  const fields = Object.fromEntries(new URLSearchParams(body.text));
  if (fields.grant_type !== 'client_credentials') return refusal(400, 'unsupported_grant_type');
  const form = tokenForm.safeParse(fields);
  const client = form.success ? clientOf(request, form.data) : undefined;
  if (!form.success || !client || !isVisible(client.clientId)) return refusal(400, 'invalid_request');

  // Guessing 256 bits is hopeless; this keeps a misconfigured system from filling the audit log. Counted per address
  // too, so that nobody shuts a system out by failing in its name; and under a name only where a system has it, since
  // there is no end of others.
  const address = `${tenantId}:${addressIn(request.headers)}`;
  const caller = `${address}:${client.clientId}`;
  const before = countFailure(caller, now(), 0);
  if (before.left === 0) return tooMany(before);
  const nobody = { kind: 'nobody', tenantId } as const;
  const issued = await issueToken(nobody, { ...client, scope: form.data.scope });
  if (issued === UNKNOWN_CLIENT) {
    const verdict = countFailure(address, now());
    if (countAudit(address, now()).isAllowed) await auditUnknownClient(nobody);
    return verdict.isAllowed ? invalidClient() : tooMany(verdict);
  }
  if (issued === 'invalid_client') {
    countFailure(caller, now());
    return invalidClient();
  }
  if (issued === 'invalid_scope') return refusal(400, 'invalid_scope');
  return Response.json(
    {
      access_token: issued.token,
      token_type: 'Bearer',
      expires_in: issued.expiresInSeconds,
      scope: issued.scopes.join(' '),
    },
    { headers: { 'cache-control': 'no-store' } },
  );
}

/** RFC 6749 §A.1: what an id may be made of. */
const isVisible = (clientId: string): boolean => /^[\x20-\x7e]+$/.test(clientId);

/**
 * Who asks, and how it is proved: a signed request (RFC 7523), or a secret in the Authorization header or in the body
 * (RFC 6749 §2.3.1). In one way, not in two.
 */
function clientOf(
  request: Request,
  form: z.output<typeof tokenForm>,
): { clientId: string; proof: Proof } | undefined {
  const basic = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const { client_id, client_secret, client_assertion, client_assertion_type } = form;
  if ([basic, client_secret, client_assertion].filter((one) => one !== undefined).length !== 1)
    return undefined;
  if (client_assertion !== undefined) {
    const clientId = client_id ?? namedIn(client_assertion);
    if (client_assertion_type !== ASSERTION_TYPE || !clientId) return undefined;
    const audience = `${env().PUBLIC_SCHEME}://${readPlace(request.headers)?.host}${new URL(request.url).pathname}`;
    return { clientId, proof: { kind: 'assertion', assertion: client_assertion, audience } };
  }
  if (!basic)
    return client_id && client_secret
      ? { clientId: client_id, proof: { kind: 'secret', secret: client_secret } }
      : undefined;
  try {
    const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    const clientId = decodeURIComponent(id);
    return { clientId, proof: { kind: 'secret', secret: decodeURIComponent(secret.join(':')) } };
  } catch {
    return undefined;
  }
}

/** Whose it says that it is, before anything of it is believed (RFC 7521 §4.2). */
function namedIn(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).sub;
  } catch {
    return undefined;
  }
}

const invalidClient = () =>
  refusal(401, 'invalid_client', { 'www-authenticate': 'Basic realm="back-office"' });

const tooMany = (verdict: RateVerdict): Response =>
  problem(429, 'Too many failed attempts', {
    headers: {
      ...rateHeaders(limits.failedTokens, verdict),
      'retry-after': String(verdict.resetSeconds),
    },
  });

const refusal = (status: 400 | 401, error: string, headers: Record<string, string> = {}): Response =>
  Response.json({ error }, { status, headers: { 'cache-control': 'no-store', ...headers } });
