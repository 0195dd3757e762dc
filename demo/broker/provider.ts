import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider, { type Configuration, interactionPolicy, type JWK } from 'oidc-provider';
import { claimsOf, scopeClaims } from '@/demo/broker/claims';
import { interactionRoutes } from '@/demo/broker/interaction-pages';
import { levels, loaUri } from '@/demo/broker/levels';
import { type BrokerState, loadBrokerState, subjectOf } from '@/demo/broker/state';
import type { BrokerControl } from '@/demo/broker/switches';
import type { DemoPerson } from '@/demo/people';
import { html } from '@/demo/web/html';
import { listen, type Running, routesHandler } from '@/demo/web/http';
import { assetRoutes, notFoundPage } from '@/demo/web/page';

export interface BrokerOptions {
  port: number;
  host: string;
  /** the address the portal knows the broker by, without a slash at the end */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** exact addresses of the portal's callbacks, one for each of its host names */
  redirectUris: readonly string[];
  stateFile: string;
  people: readonly DemoPerson[];
  control: BrokerControl;
  hubUrl: string;
  /** others that answer at the same port: whether a request is theirs */
  beside?: (req: IncomingMessage, res: ServerResponse) => boolean;
}

/** An e-ID broker that follows the Swedish OpenID Connect profile, on a certified OpenID provider. */
export async function startBroker(options: BrokerOptions): Promise<Running> {
  const state = await loadBrokerState(options.stateFile);
  const subject = (person: DemoPerson) => subjectOf(state, options.clientId, person.nationalId);
  const provider = makeProvider(options, state, subject);
  const interactions = interactionRoutes(provider, { ...options, subjectOf: subject });
  const handleOwn = routesHandler([...assetRoutes, ...interactions], notFoundPage);
  const handleOpenId = provider.callback();
  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    if (options.beside?.(req, res)) return;
    const isOwn = /^\/(interaction\/|demo\.)/.test(req.url ?? '');
    if (isOwn) return void handleOwn(req, res);
    forgetSession(req);
    void handleOpenId(req, res);
  });
  return listen(server, options.port, options.host, 'the simulated e-ID broker');
}

function makeProvider(
  options: BrokerOptions,
  state: BrokerState,
  subject: (person: DemoPerson) => string,
): Provider {
  const { issuer, clientId, people, control } = options;
  const bySubject = new Map(people.map((person) => [subject(person), person]));
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: options.clientSecret,
        client_name: 'Mina sidor',
        redirect_uris: [...options.redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        // The profile wants UserInfo signed, and acr and auth_time in every ID token.
        userinfo_signed_response_alg: 'RS256',
        default_acr_values: [loaUri('loa3')],
        require_auth_time: true,
      },
    ],
    acrValues: levels.map(loaUri),
    claims: { ...scopeClaims, acr: null, auth_time: null },
    conformIdTokenClaims: false,
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
    cookies: { keys: state.cookieKeys },
    jwks: { keys: [state.signingKey as unknown as JWK] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { policy: lenientPolicy(), url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: {
      IdToken: 300,
      AccessToken: 300,
      AuthorizationCode: 60,
      Interaction: 600,
      Session: 600,
      Grant: 600,
    },
    findAccount: (_, accountId) => {
      const person = bySubject.get(accountId);
      if (!person) return undefined;
      const { withoutNumber } = control.current;
      return {
        accountId,
        claims: () => ({ sub: accountId, ...claimsOf(person, { withoutNumber, issuer }) }),
      };
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error, out.error_description, options.hubUrl);
    },
    // A broker has agreements with its clients; people are not asked again for what they have just logged in for.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope(Object.keys(scopeClaims).join(' '));
      grant.addOIDCClaims(Object.values(scopeClaims).flat());
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.on('server_error', (_, error) => console.error(error));
  return provider;
}

/** A request that cannot be answered to the portal at all, such as one with an unknown return address. */
function errorPage(error: string, description: string | undefined, hubUrl: string): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${error}</title>
<link rel="stylesheet" href="/demo.css"></head><body><main><h1>${error}</h1><p>${description}</p>
<p><a href="${hubUrl}/">Demovärlden / The demo world</a></p></main></body></html>`.text;
}

/**
 * The level of assurance is not enforced here: the portal must check what it gets, and tests make the broker answer
 * with less than was asked for.
 */
function lenientPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const login = policy.get('login');
  if (!login) throw new Error('oidc-provider has no login prompt any more');
  login.checks.remove('essential_acrs');
  login.checks.remove('essential_acr');
  return policy;
}

/**
 * No single sign-on: each request is a log-in of its own, as Sweden Connect's profile has it when `prompt` is missing.
 * The provider never sees the session of an earlier log-in, perhaps another person's.
 */
function forgetSession(req: IncomingMessage): void {
  req.headers.cookie = (req.headers.cookie ?? '')
    .split(/;\s*/)
    .filter((cookie) => !cookie.startsWith('_session'))
    .join('; ');
}
