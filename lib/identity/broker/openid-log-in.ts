import 'server-only';
import type { AuthOptions } from 'next-auth';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { askNextAuth, type NextAuthQuestion } from './ask-next-auth';

/**
 * A log-in at an OpenID provider, through next-auth: it does the protocol (state, nonce, PKCE, tokens), and no more. It
 * never makes a session: the callback hands the claims over, and who asked for them judges them.
 */
export interface OpenIdProvider {
  /** ends the address that the provider sends the browser back to: /api/auth/callback/<id> */
  id: 'broker' | 'staff';
  /** for the log */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: readonly string[];
  /** what is asked of single claims, as the request's `claims` parameter */
  claimsRequest?: string;
  /** whether UserInfo comes as a signed token */
  hasSignedUserInfo: boolean;
}

export type OpenIdRequest = Pick<NextAuthQuestion, 'cookies' | 'origin'>;

/** Where to send the browser, and the cookies that tie the answer to it; null when the provider is silent. */
export async function startOpenIdLogIn(
  provider: OpenIdProvider,
  request: OpenIdRequest,
  lang: string,
): Promise<{ location: string; cookies: Record<string, string> } | null> {
  const options = authOptions(provider, () => undefined);
  const csrf = await askNextAuth(options, { ...request, method: 'GET', action: 'csrf' });
  const token = (csrf.body as { csrfToken: string }).csrfToken;
  // next-auth guards its start by a token in a cookie and in the form. Ours is posted by a server action, which Next
  // guards by its origin; so the token is fetched and given back in the same breath.
  const started = await askNextAuth(options, {
    method: 'POST',
    action: 'signin',
    providerId: provider.id,
    origin: request.origin,
    cookies: cookiesOf(csrf.setCookies),
    query: { ui_locales: lang },
    body: { csrfToken: token, json: 'true' },
  });
  const location = (started.body as { url?: string } | null)?.url;
  const atProvider =
    location !== undefined && !location.startsWith(`${request.origin.scheme}://${request.origin.host}/`);
  return atProvider ? { location, cookies: cookiesOf(started.setCookies.filter(isCheck)) } : null;
}

export type OpenIdAnswer = { ok: true; claims: unknown } | { ok: false; reason: 'aborted' | 'failed' };

/** What the provider answered, when the browser comes back from it. The claims are verified, not yet judged. */
export async function finishOpenIdLogIn(
  provider: OpenIdProvider,
  request: OpenIdRequest,
  query: Record<string, string>,
): Promise<OpenIdAnswer> {
  let claims: unknown;
  await askNextAuth(
    authOptions(provider, (verified) => {
      claims = verified;
    }),
    { ...request, method: 'GET', action: 'callback', providerId: provider.id, query },
  );
  if (claims !== undefined) return { ok: true, claims };
  return { ok: false, reason: query.error === 'access_denied' ? 'aborted' : 'failed' };
}

function authOptions(provider: OpenIdProvider, onClaims: (claims: unknown) => void): AuthOptions {
  const said = `${provider.name}, by OpenID Connect`;
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: env().PUBLIC_SCHEME === 'https',
    logger: {
      // Its second argument may hold tokens and claims.
      error: (code) => log.warn({ code }, said),
      warn: (code) => log.debug({ code }, said),
      debug: () => undefined,
    },
    providers: [
      {
        id: provider.id,
        name: provider.name,
        type: 'oauth',
        wellKnown: `${provider.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        ...(provider.hasSignedUserInfo && { client: { userinfo_signed_response_alg: 'RS256' } }),
        authorization: {
          // A log-in of its own each time: who sits at a shared computer must not become the one before.
          params: {
            scope: provider.scopes.join(' '),
            prompt: 'login',
            ...(provider.claimsRequest && { claims: provider.claimsRequest }),
          },
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

/** What ties the provider's answer to this browser, for a quarter of an hour; next-auth's other cookies have no use here. */
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
