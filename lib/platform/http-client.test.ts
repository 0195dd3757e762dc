import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askUpstream, tellUpstream } from './http-client';

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((req, res) => {
    switch (req.url) {
      case '/right':
        return void res.end('{"name": "Åsa"}');
      case '/half':
        return void res.end('{"name": ');
      case '/latin':
        return void res.end(Buffer.from('{"name": "Åsa"}', 'latin1'));
      case '/endless': {
        const more = () => {
          while (!res.destroyed && res.write('"'.padEnd(100_000, 'a')));
        };
        res.on('drain', more);
        return more();
      }
      case '/busy':
        return void res.writeHead(503, { 'retry-after': '30' }).end();
      case '/elsewhere':
        return void res.writeHead(302, { location: '/right' }).end();
      default:
        // Hangs.
        return;
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const schema = z.object({ name: z.string() });

describe('asking another system', () => {
  it('gives its answer, checked', async () => {
    expect(await askUpstream(schema, `${url}/right`)).toEqual({ ok: true, value: { name: 'Åsa' } });
    expect(await askUpstream(z.object({ age: z.number() }), `${url}/right`)).toEqual({
      ok: false,
      error: 'not-understood',
    });
  });

  it.each([
    ['/half', { error: 'not-understood' }],
    ['/latin', { error: 'not-understood' }],
    ['/endless', { error: 'not-understood' }],
    ['/busy', { error: 'refused', status: 503 }],
    ['/elsewhere', { error: 'unreachable' }],
  ])('%s is a closed error, never a throw', async (path, expected) => {
    expect(await askUpstream(schema, `${url}${path}`)).toEqual({ ok: false, ...expected });
  });

  it('gives up in time, or when whoever asks does', async () => {
    expect(await askUpstream(schema, `${url}/hangs`, { timeoutMs: 50 })).toEqual({
      ok: false,
      error: 'timeout',
    });
    const signal = AbortSignal.abort();
    expect(await askUpstream(schema, `${url}/hangs`, { signal })).toEqual({
      ok: false,
      error: 'unreachable',
    });
  });
});

describe('telling another system', () => {
  it('says whether it was heard, and how long to wait where it was asked to', async () => {
    expect(await tellUpstream(`${url}/right`)).toEqual({ ok: true });
    expect(await tellUpstream(`${url}/busy`)).toEqual({
      ok: false,
      error: 'refused',
      status: 503,
      retryAfterSeconds: 30,
    });
    expect(await tellUpstream(`${url}/hangs`, { timeoutMs: 50 })).toEqual({ ok: false, error: 'timeout' });
  });
});
