import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { errors, type InteractionResults, type JWK } from 'oidc-provider';
import { type BrokerState, loadBrokerState, subjectOf } from '@/demo/broker/state';
import { type StaffAccount, staffAccounts } from '@/demo/staff/officers';
import { html } from '@/demo/web/html';
import { type Answer, type DemoRequest, type Route, routesHandler, seeOther } from '@/demo/web/http';
import { type Both, languageOf, notFoundPage, page } from '@/demo/web/page';

const texts = {
  title: { sv: 'Logga in med ditt arbetskonto', en: 'Log in with your work account' },
  lead: {
    sv: 'Det här är kommunens egen inloggning, i demovärlden. Välj vem som loggar in.',
    en: 'This is the municipality’s own log-in, in the demo world. Choose who logs in.',
  },
  abort: { sv: 'Avbryt', en: 'Cancel' },
  gone: { sv: 'Inloggningen finns inte längre', en: 'The log-in no longer exists' },
} satisfies Record<string, Both>;

export interface StaffOptions {
  /** the port's address, without a slash at the end */
  origin: string;
  clientId: string;
  clientSecret: string;
  redirectUris: readonly string[];
  stateFile: string;
  hubUrl: string;
}

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

/**
 * Each municipality's own identity provider, below /staff/<municipality>: an OpenID provider of its own with its own
 * accounts and its own names for roles, as two municipalities have them. Says whether a request was for one of them.
 */
export async function staffProviders(
  options: StaffOptions,
): Promise<(req: IncomingMessage, res: ServerResponse) => boolean> {
  const state = await loadBrokerState(options.stateFile);
  const realms = new Map<string, Handler>();
  for (const [realm, accounts] of Object.entries(staffAccounts)) {
    realms.set(realm, realmHandler(realm, accounts, options, state));
  }
  return (req, res) => {
    const [, realm = '', rest = ''] = /^\/staff\/([a-z]+)(\/.*)$/.exec(req.url ?? '') ?? [];
    const handle = realms.get(realm);
    if (!handle) return false;
    // The provider answers below its own root, and makes its addresses from what stood before that.
    if (!rest.startsWith('/interaction/')) Object.assign(req, { originalUrl: req.url, url: rest });
    void handle(req, res);
    return true;
  };
}

function realmHandler(
  realm: string,
  accounts: readonly StaffAccount[],
  options: StaffOptions,
  state: BrokerState,
): Handler {
  const subject = (account: StaffAccount) => subjectOf(state, `${realm} ${options.clientId}`, account.id);
  const provider = makeProvider(realm, accounts, options, state, subject);
  const path = `/staff/${realm}/interaction/:uid`;
  const routes: Route[] = [
    { method: 'GET', path, answer: (request) => choose(request, provider, accounts, options) },
    { method: 'POST', path, answer: (request) => finish(request, provider, accounts, subject) },
  ];
  const handleOwn = routesHandler(routes, notFoundPage);
  const handleOpenId = provider.callback();
  return (req, res) => (req.url?.startsWith('/staff/') ? handleOwn(req, res) : handleOpenId(req, res));
}

function makeProvider(
  realm: string,
  accounts: readonly StaffAccount[],
  options: StaffOptions,
  state: BrokerState,
  subject: (account: StaffAccount) => string,
): Provider {
  const claims = [...new Set(accounts.flatMap((account) => Object.keys(account.claims)))];
  const provider = new Provider(`${options.origin}/staff/${realm}`, {
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        client_name: 'Mina sidor',
        redirect_uris: [...options.redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        require_auth_time: true,
      },
    ],
    claims: { openid: ['sub', ...claims], profile: ['name'], auth_time: null },
    conformIdTokenClaims: false,
    cookies: { keys: state.cookieKeys },
    jwks: { keys: [state.signingKey as unknown as JWK] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_, interaction) => `/staff/${realm}/interaction/${interaction.uid}` },
    ttl: {
      IdToken: 300,
      AccessToken: 300,
      AuthorizationCode: 60,
      Interaction: 600,
      Session: 600,
      Grant: 600,
    },
    findAccount: (_, accountId) => {
      const account = accounts.find((one) => subject(one) === accountId);
      if (!account) return undefined;
      return { accountId, claims: () => ({ sub: accountId, name: account.name, ...account.claims }) };
    },
    // A municipality's own service: nobody is asked whether it may know who they are.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  provider.on('server_error', (_, error) => console.error(error));
  return provider;
}

async function choose(
  request: DemoRequest,
  provider: Provider,
  accounts: readonly StaffAccount[],
  { hubUrl }: StaffOptions,
): Promise<Answer> {
  const lang = languageOf(request);
  try {
    await provider.interactionDetails(request.raw.req, request.raw.res);
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    return page(request, {
      status: 404,
      hubUrl,
      title: texts.gone[lang],
      body: html`<h1>${texts.gone[lang]}</h1>`,
    });
  }
  return page(request, {
    look: 'phone',
    hubUrl,
    title: texts.title[lang],
    body: html`<h1>${texts.title[lang]}</h1>
<p>${texts.lead[lang]}</p>
<form method="post">
${accounts.map(
  ({ id, name, title }) => html`<p><button class="second wide" name="account" value="${id}">${name}
<br><small>${title}</small></button></p>`,
)}
<p><button class="second" name="abort" value="yes">${texts.abort[lang]}</button></p>
</form>`,
  });
}

async function finish(
  request: DemoRequest,
  provider: Provider,
  accounts: readonly StaffAccount[],
  subject: (account: StaffAccount) => string,
): Promise<Answer> {
  const { req, res } = request.raw;
  const form = await request.form();
  const account = accounts.find(({ id }) => id === form.get('account'));
  const result: InteractionResults = account
    ? { login: { accountId: subject(account), amr: ['mfa'], remember: false } }
    : { error: 'access_denied', error_description: 'The user cancelled the log-in' };
  return seeOther(await provider.interactionResult(req, res, result, { mergeWithLastSubmission: false }));
}
