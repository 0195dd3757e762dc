import 'server-only';
import { type RateVerdict, rateLimiter } from '@/lib/kernel/rate-limit';
import { addressIn } from '@/lib/platform/client-address';
import { now } from '@/lib/platform/clock';
import { problem } from '@/lib/platform/route';
import { auditUnknownClient, issueToken, UNKNOWN_CLIENT } from './commands/issue-token';
import { limits } from './contract/limits';
import { tokenForm } from './contract/token-messages';
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

/** RFC 6749 §2.3.1: in the Authorization header or in the body, not in both. */
function clientOf(
  request: Request,
  form: { client_id?: string | undefined; client_secret?: string | undefined },
): { clientId: string; clientSecret: string } | undefined {
  const basic = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const { client_id, client_secret } = form;
  if (!basic)
    return client_id && client_secret ? { clientId: client_id, clientSecret: client_secret } : undefined;
  if (client_secret) return undefined;
  try {
    const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return { clientId: decodeURIComponent(id), clientSecret: decodeURIComponent(secret.join(':')) };
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
