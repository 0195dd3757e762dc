import { createServer, type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { FAILURE_HEADER, REFERENCE_HEADER } from '@/lib/platform/request-headers';
import { barePage, withFailurePage } from './failure-page';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

const page = { accept: 'text/html,*/*' };

/** A portal whose every page fails, but for the page that says so. */
async function portal(handle: RequestListener) {
  const one: Server = createServer(withFailurePage(handle, () => one.address() as AddressInfo));
  server = one;
  await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
  const { port } = one.address() as AddressInfo;
  return (path: string, headers: Record<string, string>, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body: Buffer.concat(parts).toString() });
        });
      });
      asking.once('error', reject);
      asking.end();
    });
}

const failing: RequestListener = ({ headers, url }, response) => {
  if (headers[FAILURE_HEADER]) {
    response.setHeader('content-security-policy', "script-src 'nonce-second'");
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(`Åh nej: ${url} ${headers.host} ${headers[REFERENCE_HEADER]}`);
  }
  response.statusCode = 500;
  response.setHeader('content-security-policy', "script-src 'nonce-first'");
  response.setHeader('content-encoding', 'gzip');
  response.setHeader('set-cookie', 'half=done');
  response.flushHeaders();
  response.write(gzipSync('<html id="__next_error__">'));
  response.end();
};

describe('a page that failed', () => {
  it('is answered with one that can be read, its own headers, and the request’s reference', async () => {
    const ask = await portal(failing);
    const { status, headers, body } = await ask('/en/cases?page=2', { ...page, host: 'granvik.test' });
    expect(status).toBe(500);
    expect(body).toMatch(/^Åh nej: \/en\/cases\?page=2 granvik\.test [0-9a-f]{8}$/);
    expect(headers).toMatchObject({
      'content-security-policy': "script-src 'nonce-second'",
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('is told in the same way when a form was posted, and when only its head was asked for', async () => {
    const ask = await portal(failing);
    expect((await ask('/settings', page, 'POST')).body).toContain('Åh nej: /settings');
    expect(await ask('/settings', page, 'HEAD')).toMatchObject({ status: 500, body: '' });
  });

  it('is told by writeHead too, and through what wraps the response', async () => {
    const ask = await portal(({ headers }, response) => {
      if (headers[FAILURE_HEADER]) return response.end('the page');
      const { end, writeHead } = response;
      response.writeHead = ((status: number) => writeHead.call(response, status)) as typeof writeHead;
      response.end = ((text: string) => end.call(response, `(${text})`, 'utf8')) as typeof end;
      response.writeHead(500);
      return response.end('Internal Server Error');
    });
    expect(await ask('/', page)).toMatchObject({ status: 500, body: 'the page' });
  });

  it('is a few plain words when not even that page can be made', async () => {
    const ask = await portal((_, response) => {
      response.statusCode = 500;
      response.end();
    });
    const { status, headers, body } = await ask('/ar/overview', page);
    expect(status).toBe(500);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toMatch(/<strong dir="ltr">[0-9a-f]{8}<\/strong>/);
  });
});

describe('what passes as it is', () => {
  it.each([
    ['a step within a page', '/overview', { ...page, rsc: '1' }],
    ['an action', '/overview', { ...page, 'next-action': 'abc' }],
    ['the API', '/api/files/1', page],
    ['what no page is asked for', '/', { accept: 'application/json' }],
  ])('%s', async (_, path, headers) => {
    const ask = await portal((_, response) => {
      response.statusCode = 500;
      response.end('as it is');
    });
    expect(await ask(path, headers)).toMatchObject({ status: 500, body: 'as it is' });
  });

  it('all that didn’t fail, in its pieces', async () => {
    const ask = await portal((_, response) => {
      response.writeHead(404, { 'x-own': 'kept' });
      response.write('one ');
      response.end('two');
    });
    const { status, headers, body } = await ask('/', page);
    expect({ status, body }).toEqual({ status: 404, body: 'one two' });
    expect(headers['x-own']).toBe('kept');
  });
});

it('nobody else asks for the page or chooses a reference', async () => {
  const ask = await portal(({ headers }, response) => {
    response.end(JSON.stringify([headers[FAILURE_HEADER], headers[REFERENCE_HEADER]]));
  });
  const { body } = await ask('/', { ...page, [FAILURE_HEADER]: 'x', [REFERENCE_HEADER]: 'mine' });
  expect(JSON.parse(body)).toEqual([null, expect.stringMatching(/^[0-9a-f]{8}$/)]);
});

it.each([
  ['/', 'sv'],
  ['/en', 'en'],
  ['/fi/overview', 'fi'],
  ['/ar?x=1', 'ar'],
  ['/english', 'sv'],
])('the plain words for %s are in %s', (path, lang) => {
  expect(barePage(path, 'abcd1234').body).toContain(`<html lang="${lang}"`);
});
