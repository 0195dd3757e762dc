import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { office } from './in-the-office.ts';

/** A call that was signed as Standard Webhooks says, with its body. */
export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  mediaType: string;
  body: Buffer;
}

/** An answer as JSON, or just a status. */
export type Answer = { status?: number; json?: unknown };

/** Written apart from the portal's own code, so that the two prove each other. */
function isGenuine(req: IncomingMessage, body: Buffer, secret: string): boolean {
  const header = (name: string) => String(req.headers[name] ?? '');
  const [id, timestamp] = [header('webhook-id'), header('webhook-timestamp')];
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const signed = body.length > 0 ? body : Buffer.from(req.url ?? '');
  const expected = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(signed)
    .digest();
  const given = Buffer.from(header('webhook-signature').replace(/^v1,/, ''), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Listens where the test can find it, and behaves as it is told to. */
export async function listen(secret: string, answer: (call: Call) => Promise<Answer>): Promise<string> {
  const server = createServer(async (req, res) => {
    if (office.behaviour === 'away') return void req.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    if (office.behaviour === 'hangs') return;
    if (office.behaviour === 'fails') return void res.writeHead(500).end();
    if (office.behaviour === 'babbles')
      return void res.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Drift</h1>');
    await answerOne(req, res, Buffer.concat(chunks));
  });
  async function answerOne(req: IncomingMessage, res: ServerResponse, body: Buffer) {
    const url = new URL(req.url ?? '/', 'http://office');
    office.seen.push(req.url ?? '');
    if (!isGenuine(req, body, secret)) return void res.writeHead(401).end();
    const { status = 200, json } = await answer({
      method: req.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      mediaType: req.headers['content-type'] ?? '',
      body,
    });
    if (office.behaviour === 'forgets-to-answer') return void req.socket.destroy();
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(json === undefined ? undefined : JSON.stringify(json));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
