// How a stand-in calls the portal: by nothing but the published document and a token.

const { API = '', CLIENT_ID = '', CLIENT_SECRET = '' } = process.env;

let token: string | undefined;

export async function call(method: string, path: string, body?: unknown, key?: string): Promise<Response> {
  token ??= await getToken();
  return fetch(`${API}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
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

/** What a system has to say, as the document names it. */
export interface Saying {
  name: string;
  operation: string;
  params: Record<string, string>;
  body: unknown;
}

interface Document {
  paths: Record<string, Record<string, { operationId?: string }>>;
}

let contract: Document | undefined;

/** Says it by the operation of that name. @returns whether it was taken, as the portal answered */
export async function say({ name, operation, params, body }: Saying): Promise<'done' | 'not-done'> {
  contract ??= (await (await fetch(`${API}/openapi.json`)).json()) as Document;
  for (const [template, methods] of Object.entries(contract.paths)) {
    const [method] = Object.entries(methods).find(([, { operationId }]) => operationId === operation) ?? [];
    if (!method) continue;
    const path = template.replace(/\{(\w+)\}/g, (_, param) => encodeURIComponent(params[param] ?? ''));
    return (await call(method.toUpperCase(), path, body, name)).ok ? 'done' : 'not-done';
  }
  return 'not-done';
}
