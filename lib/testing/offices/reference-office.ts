// A case system that follows our own API: it hears a webhook, fetches, stores and acknowledges (docs/back-office-api.md).
import { answerAboutCases, caseDeeds } from './case-list.ts';
import { type Answer, type Call, listen } from './http-office.ts';
import { answerTheTest, keep, office, ownId } from './in-the-office.ts';

const { API = '', CLIENT_ID = '', CLIENT_SECRET = '', WEBHOOK_SECRET = '' } = process.env;

let token: string | undefined;
async function call(method: string, path: string, body?: unknown): Promise<Response> {
  token ??= await getToken();
  return fetch(`${API}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function getToken(): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
  });
  const answer = await fetch(`${API}/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function fetchOne(deliveryId: string): Promise<void> {
  const content = await (await call('GET', `/deliveries/${deliveryId}`)).json();
  const named = [content.application, content.supplement, content.comment, content.appeal, content.message];
  const files: Record<string, string> = {};
  for (const { id, state } of [
    ...named.flatMap((one) => one?.files ?? []),
    ...(content.file ? [content.file] : []),
  ]) {
    if (state === 'waiting' || state === 'infected') continue;
    const bytes = await (await call('GET', `/files/${id}`)).arrayBuffer();
    files[id] = Buffer.from(bytes).toString('base64');
  }
  keep({ deliveryId, content, files });
  const receipt = { externalId: ownId(content), occurredAt: new Date().toISOString() };
  await call('POST', `/deliveries/${deliveryId}/receipt`, receipt);
}

async function hear({ method, path, body }: Call): Promise<Answer | null> {
  if (method !== 'POST' || path !== '/webhooks') return null;
  const { data } = JSON.parse(body.toString('utf8'));
  if (office.behaviour === 'well') await fetchOne(data.deliveryId);
  return { status: 204 };
}

const address = await listen(
  WEBHOOK_SECRET,
  async (heard) => (await hear(heard)) ?? answerAboutCases(heard) ?? { status: 404 },
);
answerTheTest({
  address: () => address,
  say: async ({ method, path, body }: { method: string; path: string; body: unknown }) => {
    const answer = await call(method, path, body);
    return { status: answer.status, body: await answer.json() };
  },
  ...caseDeeds,
});
