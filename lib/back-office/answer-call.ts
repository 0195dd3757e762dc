import 'server-only';
import { z } from 'zod';
import { type CountCall, rateLimiter } from '@/lib/kernel/rate-limit';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { readPlace } from '@/lib/platform/request-place';
import { problem, problemOf, runRoute } from '@/lib/platform/route';
import { askedFor, auditRefused } from './access';
import { answerToken } from './answer-token';
import { noteContact } from './commands/note-contact';
import { receiveChecked } from './commands/receive-message';
import type { ReadingName, Readings, WritingName } from './contract/calls';
import { checkBody, checkParams, issuesOf } from './contract/check-message';
import { limits } from './contract/limits';
import { openApiDocument } from './contract/openapi';
import { type Operation, type OperationName, operations } from './contract/operations';
import { isMessageId } from './domain/inbox';
import { parseOfficerHeader } from './domain/officer-header';
import { rateHeaders } from './domain/rate-limit';
import { findSystemActor } from './queries/find-system-actor';
import { readBody } from './read-body';

export const API_PATH = '/api/back-office/v1';

const rate = () => ({ calls: env().BACK_OFFICE_CALLS_PER_MINUTE, windowSeconds: 60 });
let counted: CountCall | undefined;
/** Settings are there when the first call comes, not when this is loaded: the build loads it too. */
const countCall: CountCall = (...call) => {
  counted ??= rateLimiter(rate());
  return counted(...call);
};

/**
 * Answers any call to the back-office API. In this order, so that an answer never tells more than its caller may know:
 * which operation, who asks, not too often, may it, is it well-formed; then the operation itself.
 */
export function answerCall(request: Request, readings: Readings): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(API_PATH.length);
  const tenantId = readPlace(request.headers)?.tenantId;
  // It did not pass proxy.ts.
  if (!tenantId) return Promise.resolve(problem(404, 'No such resource'));

  const beside = besideOperations[path];
  if (beside) {
    if (!isMethod(request.method, beside.method)) return Promise.resolve(notAllowed([beside.method]));
    return runRoute(path.slice(1), () => beside.answer(request, tenantId));
  }

  const found = findOperation(request.method, path);
  if (found === 'no-such-path') return Promise.resolve(problem(404, 'No such resource'));
  if ('allow' in found) return Promise.resolve(notAllowed(found.allow));
  return runRoute(found.name, () => answerOperation(request, url, tenantId, found, readings));
}

const answerDocument = async (): Promise<Response> =>
  Response.json(openApiDocument(), { headers: { 'cache-control': 'no-store' } });

/** What isn't an operation of the contract's list: how to get in, and the contract itself. */
const besideOperations: Record<
  string,
  { method: string; answer(request: Request, tenantId: string): Promise<Response> }
> = {
  '/token': { method: 'POST', answer: answerToken },
  '/openapi.json': { method: 'GET', answer: answerDocument },
};

const notAllowed = (allow: string[]): Response =>
  problem(405, 'Method not allowed', { headers: { allow: allow.join(', ') } });

/** HEAD is GET without the body; Next leaves the body out. */
const isMethod = (given: string, wanted: string): boolean => wanted === (given === 'HEAD' ? 'GET' : given);

async function answerOperation(
  request: Request,
  url: URL,
  tenantId: string,
  { name, params }: FoundOperation,
  readings: Readings,
): Promise<Response> {
  const operation: Operation = operations[name];
  if (operation.scope === null) {
    const checked = z.object(operation.params ?? {}).safeParse(params);
    if (!checked.success) return problem(404, 'NotFound');
    const read = readings[name as ReadingName] as (call: unknown) => Promise<unknown>;
    return jsonAnswer(await read({ actor: { kind: 'nobody', tenantId }, params: checked.data }));
  }

  const officer = parseOfficerHeader(request.headers.get('x-officer'));
  if (officer === null) return problem(400, 'X-Officer can not be read');
  const actor = await findSystemActor(tenantId, bearerToken(request) ?? '', officer);
  if (!actor) return unauthorized(request);
  await noteContact(actor, now());

  const verdict = countCall(`${tenantId}:${actor.systemId}`, now());
  const headers = rateHeaders(rate(), verdict);
  if (!verdict.isAllowed) return problem(429, 'Too many calls', { headers });

  if (!actor.scopes.includes(operation.scope)) {
    await auditRefused(actor, `back-office.${name}`, operation.scope, askedFor(params));
    return problem(403, 'Forbidden', { code: 'scope-missing', detail: `Needs ${operation.scope}`, headers });
  }
  const answer = await answerAllowed(request, url, { name, params }, actor, readings);
  for (const [header, value] of Object.entries(headers)) answer.headers.set(header, value);
  return answer;
}

async function answerAllowed(
  request: Request,
  url: URL,
  { name, params: rawParams }: FoundOperation,
  actor: SystemActor,
  readings: Readings,
): Promise<Response> {
  const operation: Operation = operations[name];
  const asked = checkParams(name, rawParams, now());
  if (!asked.ok && asked.status === 404) return problem(404, 'NotFound');
  if (!asked.ok) return problem(422, 'Invalid', { code: asked.code, errors: asked.errors });
  const { params } = asked;
  const query = (operation.query ?? z.strictObject({})).safeParse(Object.fromEntries(url.searchParams));
  if (!query.success) return problem(400, 'Invalid', { errors: issuesOf(query.error) });
  if (operation.body && !operation.hasParts)
    return answerWriting(request, { name: name as WritingName, params }, actor);
  const body = operation.body && (await checkedBody(request, name));
  if (body instanceof Response) return body;
  const read = readings[name as ReadingName] as (call: unknown) => Promise<unknown>;
  return jsonAnswer(await read({ actor, params, query: query.data, body: body?.body }));
}

/** What tells us something is kept in the inbox before it is done, so that it can't be lost, whatever becomes of it. */
async function answerWriting(
  request: Request,
  { name, params }: { name: WritingName; params: Record<string, string> },
  actor: SystemActor,
): Promise<Response> {
  const checked = await checkedBody(request, name);
  if (checked instanceof Response) return checked;
  const key = request.headers.get('idempotency-key');
  if (key !== null && !isMessageId(key)) return problem(400, 'Idempotency-Key can not be read');
  const received = await receiveChecked(actor, {
    ...(key !== null && { messageId: key }),
    operation: name,
    params,
    ...checked,
  });
  if (received.state === 'done') return jsonAnswer(received.answer);
  return problemOf(received.error, name, { inboxId: received.inboxId });
}

/** A call's body, as it was sent and as the contract has it; or the problem with it. */
async function checkedBody(
  request: Request,
  name: OperationName,
): Promise<{ sent: string; body: unknown } | Response> {
  const read = await readBody(request, 'application/json', limits.bodyBytes);
  if (!read.ok) return problem(read.status, read.title);
  const checked = checkBody(name, parseJson(read.text));
  return checked.ok
    ? { sent: read.text, body: checked.body }
    : problem(422, 'Invalid', { errors: checked.errors });
}

interface FoundOperation {
  name: OperationName;
  params: Record<string, string>;
}

function findOperation(method: string, path: string): FoundOperation | { allow: string[] } | 'no-such-path' {
  const allow: string[] = [];
  for (const name of Object.keys(operations) as OperationName[]) {
    const params = matchPath(operations[name].path, path);
    if (!params) continue;
    if (isMethod(method, operations[name].method)) return { name, params };
    allow.push(operations[name].method);
  }
  return allow.length > 0 ? { allow } : 'no-such-path';
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name) params[name] = decoded(given[index] ?? '');
    else if (part !== given[index]) return null;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const bearerToken = (request: Request): string | undefined =>
  /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

/** RFC 6750 §3: without credentials only the way to give them; with bad ones, that they are bad. */
const unauthorized = (request: Request): Response =>
  problem(401, 'Unauthorized', {
    headers: {
      'www-authenticate': request.headers.has('authorization')
        ? 'Bearer realm="back-office", error="invalid_token"'
        : 'Bearer realm="back-office"',
    },
  });

const jsonAnswer = (answer: unknown): Response =>
  answer instanceof Response ? answer : Response.json(answer, { headers: { 'cache-control': 'no-store' } });
