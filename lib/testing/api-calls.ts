import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { readings } from '@/app/api/back-office/v1/[...path]/operations';
import { API_PATH, answerCall } from '@/lib/back-office/answer-call';
import { openApiDocument } from '@/lib/back-office/contract/openapi';
import { type OperationName, operations } from '@/lib/back-office/contract/operations';
import { placeHeaders } from '@/lib/platform/request-place';
import type { TestSystem } from './back-office-world';

// Calls to the back-office API as a system makes them, answered by the door itself.

export interface Asked {
  tenantId?: string;
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** As a call comes from proxy.ts. */
export const passed = (tenantId: string) =>
  placeHeaders({ tenantId, lang: 'sv', path: '/', host: `${tenantId}.localhost`, nonce: 'none' });

export function ask(
  method: string,
  path: string,
  { tenantId = 'granvik', token, body, headers }: Asked = {},
) {
  return answerCall(
    new Request(`http://${tenantId}.localhost${API_PATH}${path}`, {
      method,
      headers: {
        ...passed(tenantId),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
    readings,
  );
}

export async function tokenFor(system: TestSystem, tenantId = 'granvik', scope?: string): Promise<string> {
  const response = await askToken(
    { client_id: system.clientId, client_secret: system.clientSecret, ...(scope && { scope }) },
    tenantId,
  );
  expect(response.status).toBe(200);
  return ((await response.json()) as { access_token: string }).access_token;
}

export const askToken = (
  fields: Record<string, string>,
  tenantId = 'granvik',
  headers: Record<string, string> = {},
) =>
  answerCall(
    new Request(`http://${tenantId}.localhost${API_PATH}/token`, {
      method: 'POST',
      headers: { ...passed(tenantId), ...headers },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }),
    }),
    readings,
  );

// --- The document's own judgement of every answer. --------------------------------------------------------------
export const document = JSON.parse(JSON.stringify(openApiDocument()));
export const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema({ $id: 'https://document/', components: document.components });

export async function agrees(name: OperationName, response: Response): Promise<unknown> {
  const { method, path } = operations[name];
  const { responses } = document.paths[path][method.toLowerCase()];
  const described = responses[response.status] ?? responses.default;
  const mediaType = response.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = described.content[mediaType]?.schema;
  if (!schema?.$ref) {
    expect(described.content['*/*'], `${name} answered ${response.status} ${mediaType}`).toBeDefined();
    return null;
  }
  const value = await response.json();
  const isRight = ajv.getSchema(`https://document/${schema.$ref}`);
  expect(isRight?.(value), `${name} ${response.status}: ${ajv.errorsText(isRight?.errors)}`).toBe(true);
  return value;
}
