import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openLines } from './open-lines';

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());

/** A server whose answers begin and don't end. */
async function serve() {
  const lines = openLines();
  server = createServer((request, response) => {
    lines.watch(request, response);
    if (!response.destroyed) response.write('begun');
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { lines, port: (server.address() as AddressInfo).port };
}

const begin = (port: number, path: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent: false }, resolve).once('error', reject);
  });

const ended = (answer: IncomingMessage) =>
  new Promise<void>((resolve) => answer.resume().once('close', resolve));

it('cuts what stays open when the portal stops, and lets what else is being answered finish', async () => {
  const { lines, port } = await serve();
  const [line, marked, other] = await Promise.all(
    ['/api/live', '/api/live?since=1', '/api/lively'].map((path) => begin(port, path)),
  );
  lines.cut();
  await Promise.all([line, marked].map((answer) => answer && ended(answer)));
  expect(other?.destroyed).toBe(false);
  await expect(begin(port, '/api/live')).rejects.toThrow();
});
