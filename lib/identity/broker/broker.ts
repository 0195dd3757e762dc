import 'server-only';
import type { AuthOptions } from 'next-auth';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { brokerClaimsRequest, brokerScopes } from '../domain/broker-claims';
import { askNextAuth, type NextAuthQuestion } from './ask-next-auth';

/**
 * An e-ID broker as an OpenID provider, through next-auth: it does the protocol (state, nonce, PKCE, tokens), and no
 * more. It never makes a session: the callback hands the claims over, and log-in goes on as with BankID.
 */
const PROVIDER = 'broker';

type Request = Pick<NextAuthQuestion, 'cookies' | 'origin'>;

/** The broker's name as people know it, or null when none is configured. */
export const brokerName = (): string | null => (settings() ? env().BROKER_NAME : null);

/** Where to send the browser, and the cookies that tie the answer to it; null when the broker is silent. */
export async function startBrokerLogIn(
  request: Request,
  lang: string,
): Promise<{ location: string; cookies: Record<string, string> } | null> {
  const options = authOptions(() => undefined);
  const csrf = await askNextAuth(options, { ...request, method: 'GET', action: 'csrf' });
  const token = (csrf.body as { csrfToken: string }).csrfToken;
  // next-auth guards its start by a token in a cookie and in the form. Ours is posted by a server action, which Next
  // guards by its origin; so the token is fetched and given back in the same breath.
  const started = await askNextAuth(options, {
    method: 'POST',
    action: 'signin',
    providerId: PROVIDER,
    origin: request.origin,
    cookies: cookiesOf(csrf.setCookies),
    query: { ui_locales: lang },
    body: { csrfToken: token, json: 'true' },
  });
  const location = (started.body as { url?: string } | null)?.url;
  const atBroker =
    location !== undefined && !location.startsWith(`${request.origin.scheme}://${request.origin.host}/`);
  return atBroker ? { location, cookies: cookiesOf(started.setCookies.filter(isCheck)) } : null;
}

export type BrokerAnswer = { ok: true; claims: unknown } | { ok: false; reason: 'aborted' | 'failed' };

/** What the broker answered, when the browser comes back from it. The claims are verified, not yet judged. */
export async function finishBrokerLogIn(
  request: Request,
  query: Record<string, string>,
): Promise<BrokerAnswer> {
  let claims: unknown;
  await askNextAuth(
    authOptions((verified) => {
      claims = verified;
    }),
    { ...request, method: 'GET', action: 'callback', providerId: PROVIDER, query },
  );
  if (claims !== undefined) return { ok: true, claims };
  return { ok: false, reason: query.error === 'access_denied' ? 'aborted' : 'failed' };
}

function settings() {
  const { BROKER_ISSUER, BROKER_CLIENT_ID, BROKER_CLIENT_SECRET } = env();
  return BROKER_ISSUER && BROKER_CLIENT_ID && BROKER_CLIENT_SECRET
    ? { issuer: BROKER_ISSUER, clientId: BROKER_CLIENT_ID, clientSecret: BROKER_CLIENT_SECRET }
    : null;
}

function authOptions(onClaims: (claims: unknown) => void): AuthOptions {
  const broker = settings();
  if (!broker) throw new Error('No e-ID broker is configured');
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: env().PUBLIC_SCHEME === 'https',
    logger: {
      // Its second argument may hold tokens and claims.
      error: (code) => log.warn({ code }, 'the e-ID broker'),
      warn: (code) => log.debug({ code }, 'the e-ID broker'),
      debug: () => undefined,
    },
    providers: [
      {
        id: PROVIDER,
        name: env().BROKER_NAME,
        type: 'oauth',
        wellKnown: `${broker.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
        issuer: broker.issuer,
        clientId: broker.clientId,
        clientSecret: broker.clientSecret,
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        client: { userinfo_signed_response_alg: 'RS256' },
        authorization: {
          // A log-in of its own each time: who sits at a shared computer must not become the one before.
          params: { scope: brokerScopes.join(' '), prompt: 'login', claims: brokerClaimsRequest },
        },
        userinfo: {
          // The profile gives names by UserInfo only; level, number and time count from the ID token.
          request: async ({ client, tokens }) => ({
            ...(await client.userinfo(tokens as Parameters<typeof client.userinfo>[0])),
            ...(tokens as { claims(): Record<string, unknown> }).claims(),
          }),
        },
        profile: (profile: { sub: string }) => ({ id: profile.sub }),
      },
    ],
    callbacks: {
      // A text for an answer sends the browser on, and no session of next-auth's comes to be.
      signIn: ({ profile }) => {
        onClaims(profile);
        return '/';
      },
    },
  };
}

/** What ties the broker's answer to this browser, for a quarter of an hour; next-auth's other cookies have no use here. */
export const isCheckCookie = (name: string): boolean =>
  /^(__Secure-)?next-auth\.(state|nonce|pkce\.code_verifier)$/.test(name);

const isCheck = (line: string): boolean => isCheckCookie(line.split('=')[0] ?? '');

const cookiesOf = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    lines.map((line) => {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
