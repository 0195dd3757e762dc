import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a route gives back; everything has a sensible default. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface DemoRequest {
  url: URL;
  headers: IncomingMessage['headers'];
  params: Record<string, string>;
  form(): Promise<URLSearchParams>;
  json(): Promise<unknown>;
  /** for the OpenID provider, which reads its own cookies */
  raw: { req: IncomingMessage; res: ServerResponse };
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** `/phone/:person` puts the second part into `params.person` */
  path: string;
  answer(request: DemoRequest): Answer | Promise<Answer>;
}

export interface Running {
  port: number;
  close(): Promise<void>;
}

/** A request that cannot be read; the message is shown to the caller. */
export class BadRequest extends Error {}

/** Large enough for a sign order with 200 000 + 40 000 characters, small enough to be harmless. */
const MAX_BODY_BYTES = 512 * 1024;

export async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new BadRequest('The body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function json(body: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body, null, 2),
  };
}

/** 303, so that the browser fetches the next page with GET after a form post. */
export function seeOther(location: string): Answer {
  return { status: 303, headers: { location } };
}

/** The same address answers a form on a page and a test's JSON. */
export function isForm(request: DemoRequest): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

export function routesHandler(routes: readonly Route[], notFound: (request: DemoRequest) => Answer) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const request = demoRequest(req, res);
    try {
      send(res, await answerOf(routes, notFound, req.method ?? 'GET', request));
    } catch (error) {
      if (!(error instanceof BadRequest)) console.error(error);
      const status = error instanceof BadRequest ? 400 : 500;
      send(res, json({ error: error instanceof BadRequest ? error.message : 'Internal error' }, status));
    }
  };
}

async function answerOf(
  routes: readonly Route[],
  notFound: (request: DemoRequest) => Answer,
  method: string,
  request: DemoRequest,
): Promise<Answer> {
  let pathKnown = false;
  for (const route of routes) {
    const params = match(route.path, request.url.pathname);
    if (!params) continue;
    pathKnown = true;
    if (route.method === method || (route.method === 'GET' && method === 'HEAD')) {
      return route.answer({ ...request, params });
    }
  }
  return pathKnown ? json({ error: 'Method not allowed' }, 405) : notFound(request);
}

function demoRequest(req: IncomingMessage, res: ServerResponse): DemoRequest {
  return {
    // Only path and query matter; the host is never used to build an address.
    url: new URL(`http://demo${(req.url ?? '/').replace(/^\/+/, '/')}`),
    headers: req.headers,
    params: {},
    raw: { req, res },
    form: async () => new URLSearchParams(await readBody(req)),
    json: async () => {
      try {
        return JSON.parse((await readBody(req)) || '{}');
      } catch (error) {
        throw error instanceof BadRequest ? error : new BadRequest('The body is not JSON');
      }
    },
  };
}

function match(pattern: string, pathname: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return null;
      params[part.slice(1)] = value;
    } else if (part !== value) return null;
  }
  return params;
}

function send(res: ServerResponse, answer: Answer): void {
  res.writeHead(answer.status ?? 200, { 'cache-control': 'no-store', ...answer.headers });
  res.end(answer.body);
}

/** Starts listening; a taken port becomes an error that names it. Port 0 takes a free one (tests). */
export async function listen(server: Server, port: number, host: string, what: string): Promise<Running> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} (${what}) is taken. Stop what uses it, or set PORT to another number.`)
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
