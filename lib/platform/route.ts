import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { AppError, fieldCodes, problemStatus, reasonCode } from './errors';
import { log } from './log';
import { noteCall } from './metrics/call-times';
import { traced } from './trace';

/** A problem answer (RFC 9457). `errors` names fields, without the values that were sent. */
export function problem(
  status: number,
  title: string,
  more: { code?: string; detail?: string; errors?: unknown; inboxId?: string; headers?: HeadersInit } = {},
): Response {
  const { headers, ...body } = more;
  return Response.json(
    { type: 'about:blank', title, status, ...body },
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    },
  );
}

/** Runs a route handler's body; refusals become problem answers. How long it took is counted, where somebody watches. */
export async function runRoute(name: string, fn: () => Promise<Response>): Promise<Response> {
  const began = performance.now();
  const answer = await traced(`api ${name}`, { kind: 'asked' }, async (span) => {
    const given = await answered(name, fn);
    span.setAttribute('http.response.status_code', given.status);
    return given;
  });
  noteCall(name, answer.status, (performance.now() - began) / 1_000);
  return answer;
}

async function answered(name: string, fn: () => Promise<Response>): Promise<Response> {
  try {
    return await fn();
  } catch (error) {
    unstable_rethrow(error);
    return problemOf(error, name);
  }
}

/** A refusal as a problem answer; the unexpected is logged once, under a reference. `inboxId`: the message is kept there. */
export function problemOf(error: unknown, route: string, more: { inboxId?: string } = {}): Response {
  if (error instanceof AppError) {
    return problem(problemStatus(error), error.code, {
      ...(error.reason && { code: reasonCode(error.reason) }),
      ...(error.fields && { errors: fieldCodes(error.fields) }),
      ...(error.detail && { detail: error.detail }),
      ...more,
    });
  }
  const reference = crypto.randomUUID().slice(0, 8);
  log.error({ err: error, route, reference }, 'route failed');
  return problem(500, 'Unexpected error', { detail: `Reference ${reference}`, ...more });
}
