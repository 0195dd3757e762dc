import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Part, Stack } from './stack';

/**
 * Lets the browser tests, which run in another process, stop a part of the stack and start it again: a back office
 * that is down, a worker that dies. Listens on this machine only, and the path holds a secret.
 */
export async function offerControl(stack: Stack): Promise<{ url: string; close(): void }> {
  const secret = randomBytes(16).toString('hex');
  const server = createServer(async (request, response) => {
    const [, given, action, part] = (request.url ?? '').split('/');
    if (request.method !== 'POST' || given !== secret || !part) return response.writeHead(404).end();
    try {
      const kept = stack.process(part as Part);
      if (action === 'stop') await kept.stop();
      else if (action === 'kill') kept.kill();
      else if (action === 'start') kept.start();
      else return response.writeHead(404).end();
      return response.writeHead(204).end();
    } catch (error) {
      return response.writeHead(409).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${secret}`,
    close: () => server.close(),
  };
}
