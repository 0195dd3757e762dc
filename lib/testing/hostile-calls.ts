import fc from 'fast-check';
import { expect } from 'vitest';
import { readings } from '@/app/api/back-office/v1/[...path]/operations';
import { API_PATH, answerCall } from '@/lib/back-office/answer-call';
import { ajv, document, passed } from './api-calls';
import { hostileBody, hostileText, SENT } from './hostile-values';
import { EXTERNAL_ID, type HeldIds } from './marked-world';

/* Calls that nobody should make, to whatever operations the published document has; and the document's judgement of answers. */

/** An operation as the published document describes it: all that is known of it here. */
export interface Documented {
  method: string;
  path: string;
  parameters: { name: string; in: string }[];
  /** by media type */
  takes: Record<string, { schema: { $ref: string }; example?: unknown }>;
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}

const resolved = (ref: string) =>
  ref
    .slice(2)
    .split('/')
    .reduce((at, part) => at[part], document) as Documented['parameters'][0];

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

export const documented: [string, Documented][] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Record<string, unknown>>)
    .filter(([method]) => METHODS.includes(method))
    .map(([method, operation]): [string, Documented] => [
      operation.operationId as string,
      {
        method: method.toUpperCase(),
        path,
        parameters: ((operation.parameters ?? []) as (Documented['parameters'][0] & { $ref?: string })[]).map(
          (one) => (one.$ref ? resolved(one.$ref) : one),
        ),
        takes: (operation.requestBody as { content?: Documented['takes'] })?.content ?? {},
        responses: operation.responses as Documented['responses'],
      },
    ]),
);

/** Whoever calls: by the token it shows. */
export type Callers = Record<string, string | undefined>;

export interface HostileCall {
  method: string;
  path: string;
  caller: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** an id of somebody else's stands in the path */
  isForeign: boolean;
}

interface World {
  /** ids of the first caller's own */
  own: HeldIds;
  /** of real rows that are somebody else's */
  foreign: readonly string[];
  callers: readonly string[];
  services: readonly string[];
  /** what the first caller gets its token by */
  credentials: Record<string, string>;
}

const MISSING = '00000000-0000-4000-8000-000000000000';
const escaped = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E');

interface Segment {
  text: string;
  isForeign: boolean;
}

const asSegment = (arbitrary: fc.Arbitrary<string>, isForeign = false): fc.Arbitrary<Segment> =>
  arbitrary.map((text) => ({ text: escaped(text), isForeign }));

/** What should stand in a part of a path: an id of the caller's own, or one that is to be. */
function rightSegment(name: string, { own, services }: World): fc.Arbitrary<Segment> {
  const pools: HeldIds = { ...own, slug: [...services], version: ['1'], externalId: [EXTERNAL_ID] };
  const known = fc.constantFrom(...(pools[name] ?? Object.values(own).flat()));
  return asSegment(
    name === 'externalId'
      ? fc.oneof(
          known,
          fc.nat().map((n) => `N-${n}`),
        )
      : known,
  );
}

const hostileSegment = (name: string, { foreign }: World): fc.Arbitrary<Segment> =>
  fc.oneof(
    {
      weight: name.endsWith('Id') && name !== 'externalId' ? 4 : 0,
      arbitrary: asSegment(fc.constantFrom(...foreign), true),
    },
    { weight: 1, arbitrary: asSegment(fc.constant(MISSING)) },
    { weight: 2, arbitrary: asSegment(hostileText) },
    // Written as nothing should be.
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('%', '%E0%A4%A', '%00', '..%2f..', '')
        .map((text) => ({ text, isForeign: false })),
    },
  );

const query = (names: string[]) =>
  fc.array(
    fc.tuple(
      fc.constantFrom(...names, 'page', 'limit', SENT, '__proto__'),
      fc.oneof(hostileText, fc.constantFrom('1', '20', '101', '10001', 'all', 'waiting', '-0')),
    ),
    { minLength: 1, maxLength: 3 },
  );

/** What a header can hold at all: the rest never leaves the caller. */
const headerText = hostileText.map((text) =>
  [...text].filter((sign) => /[\x20-\x7e\xa1-\xff]/.test(sign)).join(''),
);

const hostileHeaders = fc.oneof(
  fc.record({
    'content-type': fc.constantFrom(
      ...[
        'text/plain',
        'application/json; charset=utf-16',
        'multipart/form-data',
        'APPLICATION/JSON ;x',
        ',',
      ],
    ),
  }),
  fc.dictionary(
    fc.constantFrom(
      ...['x-officer', 'idempotency-key', 'x-officer', 'idempotency-key', 'authorization', 'content-length'],
      ...['accept', 'x-http-method-override', 'if-match', 'range'],
    ),
    fc.oneof(
      headerText,
      fc.constantFrom(
        ...['Maria%20%C3%96berg; unit=Bist%C3%A5ndsenheten', '%', 'a; unit=%00', `${SENT};unit=`, 'same-key'],
        ...['same-key', 'x'.repeat(300), 'Bearer', 'Bearer a b', 'Basic Og==', '0', '99999999'],
      ),
    ),
    { minKeys: 1, maxKeys: 3 },
  ),
);

const shortened = (value: unknown) =>
  JSON.stringify(value, (_, one) =>
    typeof one === 'string' && one.length > 400 ? `${one.slice(0, 400)}… (${one.length})` : one,
  );

/** The one call that takes a form: the fields that are right, some of them otherwise. */
const hostileForm = (right: Record<string, string>): fc.Arbitrary<string> =>
  fc
    .dictionary(
      fc.constantFrom(...Object.keys(right), 'scope', 'client_assertion', 'client_assertion_type', SENT),
      fc.oneof(hostileText, fc.constantFrom('client_credentials', 'a.b.c', 'cases.read', '\u0000')),
      { maxKeys: 3 },
    )
    .map((changed) => new URLSearchParams({ ...right, ...changed }).toString());

/** Every name that a schema has somewhere. */
function namesIn(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const { $ref, properties = {} } = schema as { $ref?: string; properties?: object };
  const inner = [...Object.values(schema), ...($ref ? [resolved($ref)] : [])];
  return [...Object.keys(properties), ...inner.flatMap((one) => namesIn(one, seen))];
}

const dimensions = ['path', 'query', 'caller', 'headers', 'body'] as const;

/** An example's last time to answer would be out one day. */
const inTime = (example: unknown): unknown => {
  const body = example as object;
  return 'answerBy' in body ? { ...body, answerBy: '2099-01-01T09:00:00Z' } : body;
};

/**
 * Any call to an operation. Of the caller, the path, the query, the headers and the body one or two are wrong at a time,
 * so that it comes past the doors before the one that is tried; now and then all is right.
 */
export function hostileCall(operation: Documented, world: World): fc.Arbitrary<HostileCall> {
  const names = operation.path.split('/').map((part) => ({ part, name: /^\{(\w+)\}$/.exec(part)?.[1] }));
  const parts = (segment: typeof rightSegment) =>
    fc.tuple(
      ...names.map(({ part, name }) =>
        name ? segment(name, world) : fc.constant({ text: part, isForeign: false }),
      ),
    );
  const [media, { example = {}, schema = undefined } = {}] = Object.entries(operation.takes)[0] ?? [];
  const queries = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const isForm = media !== undefined && media !== 'application/json';
  const rightBody = isForm
    ? new URLSearchParams(world.credentials).toString()
    : JSON.stringify(inTime(example));
  return fc
    .record({
      wrong: fc.oneof(
        { weight: media ? 3 : 0, arbitrary: fc.constant<(typeof dimensions)[number][]>(['body']) },
        { weight: 2, arbitrary: fc.constant<(typeof dimensions)[number][]>([]) },
        { weight: 3, arbitrary: fc.subarray([...dimensions], { minLength: 1, maxLength: 2 }) },
      ),
      path: fc.record({ right: parts(rightSegment), wrong: parts(hostileSegment), at: fc.nat() }),
      query: query(queries),
      caller: fc.constantFrom(...world.callers),
      headers: hostileHeaders,
      body: isForm ? hostileForm(world.credentials) : hostileBody(example, namesIn(schema)),
    })
    .map(({ wrong, ...given }): HostileCall => {
      const isWrong = (dimension: (typeof dimensions)[number]) => wrong.includes(dimension);
      const ids = names.flatMap(({ name }, index) => (name ? [index] : []));
      // Whoever else calls tries what is the first's: what is foreign to that one is somebody's own.
      const at = isWrong('path') && !isWrong('caller') ? ids[given.path.at % ids.length] : undefined;
      const path = given.path.right.map((one, index) =>
        index === at ? (given.path.wrong[index] ?? one) : one,
      );
      const search = given.query.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');
      const call: HostileCall = {
        method: operation.method,
        path: path.map(({ text }) => text).join('/') + (isWrong('query') ? `?${search}` : ''),
        caller: isWrong('caller') ? given.caller : (world.callers[0] ?? ''),
        headers: { ...(media && { 'content-type': media }), ...(isWrong('headers') && given.headers) },
        ...(media && { body: isWrong('body') ? given.body : rightBody }),
        isForeign: path.some(({ isForeign }) => isForeign),
      };
      return Object.assign(call, { [fc.toStringMethod]: () => shortened(call) });
    });
}

/** Makes it, as it would come from proxy.ts. */
export const make = (call: HostileCall, tenantId: string, callers: Callers): Promise<Response> => {
  const token = callers[call.caller];
  return answerCall(
    new Request(`http://${tenantId}.localhost${API_PATH}${call.path}`, {
      method: call.method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...call.headers, ...passed(tenantId) },
      ...(call.body !== undefined && { body: call.body as BodyInit }),
    }),
    readings,
  );
};

/** Holds an answer to what the document says of the operation, and every refusal to RFC 9457. */
export async function judge(
  { responses }: Pick<Documented, 'responses'>,
  response: Response,
): Promise<string> {
  const { status } = response;
  expect(status, 'a fault of ours').toBeLessThan(500);
  const media = response.headers.get('content-type')?.split(';')[0] ?? '';
  const text = await response.text();
  const described = responses[status] ?? responses.default;
  expect(described, `the document knows of ${status}`).toBeDefined();
  const { schema } = described?.content?.[media] ?? {};
  if (!schema) {
    expect(described?.content?.['*/*'], `${status} as ${media}`).toBeDefined();
    return text;
  }
  const value = JSON.parse(text);
  const isRight = schema.$ref ? ajv.getSchema(`https://document/${schema.$ref}`) : ajv.compile(schema);
  expect(isRight?.(value), `${status} is as the document says: ${ajv.errorsText(isRight?.errors)}`).toBe(
    true,
  );
  if (response.ok) return text;
  expect(text, 'a refusal never repeats what was sent').not.toContain(SENT);
  if (media === 'application/problem+json')
    expect(value).toMatchObject({ type: expect.any(String), title: expect.any(String), status });
  if (status === 401) expect(response.headers.get('www-authenticate')).toBeTruthy();
  if (status === 405) expect(response.headers.get('allow')).toBeTruthy();
  if (status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  return text;
}

/** Whether the document would let a body through; what isn't JSON it says nothing of. */
export function isDocumented({ takes }: Documented, { body }: HostileCall): boolean {
  const schema = takes['application/json']?.schema;
  if (!schema || typeof body !== 'string') return true;
  return ajv.getSchema(`https://document/${schema.$ref}`)?.(JSON.parse(body)) === true;
}
