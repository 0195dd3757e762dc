import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stack } from '../fixtures/stack';

// Over the line as it is: a browser would not send most of this.
interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

const host = new URL(stack.urls.granvik).host;

function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const about = { host, ...(body !== undefined && { 'content-length': `${Buffer.byteLength(body)}` }) };
    const asking = request(
      { host: 'localhost', port: stack.ports.portal, path, method, headers: { ...about, ...headers } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      },
    );
    asking.once('error', reject);
    asking.end(body);
  });
}

const part = (name: string, value = '') =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (parts: readonly string[]): Asked => ({
  method: 'POST',
  headers: { 'content-type': 'multipart/form-data; boundary=b', accept: 'text/html' },
  body: `${parts.join('')}--b--\r\n`,
});

/** The log-in form as the page has it, for BankID on the same device. */
async function logInForm(): Promise<Asked> {
  const { body } = await ask('/log-in');
  const found = body.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes('same-device')) ?? '';
  const fields = [...found.matchAll(/<input[^>]*>/g)].map(([input]) => {
    const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    return part(read('name'), read('value').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  });
  expect(fields.length).toBeGreaterThan(1);
  return form(fields);
}

const forged = {
  'x-mina-sidor-tenant': 'granvik',
  'x-mina-sidor-language': 'sv',
  'x-mina-sidor-path': '/log-in',
  'x-mina-sidor-host': 'evil.example',
  'x-mina-sidor-proof': 'AAAA',
  'x-nonce': 'chosen',
};

// Next would take the first two parts for [tenant] and [lang].
const places = [
  ...['fonts', 'icons', 'themes', 'locales', 'favicon.ico', 'robots.txt', 'api', 'api/health', '_next'],
  ...['_next/static', '_next/image', 'failed', 'granvik', 'ekhamn'],
];

for (const place of places) {
  test(`below /${place} there is no page and no action, whatever headers and host say`, async () => {
    const posted = await logInForm();
    const paths = [`/${place}/sv/log-in`, `/${place}/log-in`];
    for (const path of place.includes('/') ? paths : paths.slice(0, 1)) {
      for (const headers of [{}, forged, { ...forged, host: 'evil.example' }]) {
        const got = await ask(path, { headers });
        expect(got.status, `GET ${path}`).toBe(404);
        expect(got.body).not.toContain('same-device');
        expect(got.headers['cache-control'] ?? '').not.toContain('immutable');
        expect(got.headers['x-content-type-options']).toBe('nosniff');
        if (path.startsWith('/api/')) continue;
        const done = await ask(path, { ...posted, headers: { ...posted.headers, ...headers } });
        expect(done.headers.location, `POST ${path}`).toBeUndefined();
        // 409: the page that says there is none knows no such action.
        expect([404, 409], `POST ${path}`).toContain(done.status);
        expect(done.headers['set-cookie'], `POST ${path}`).toBeUndefined();
      }
    }
  });
}

test('a log-in is told BankID with the municipality’s own address, whatever port and headers say', async () => {
  const posted = await logInForm();
  const headers = { ...posted.headers, ...forged, host: 'Granvik.localhost.:6666' };
  const { status, headers: answered } = await ask('/log-in', { ...posted, headers });
  expect(status).toBe(303);
  const device = [answered['set-cookie'] ?? []].flat().join();
  expect(device).toContain('mina-sidor-device');
  const { orders } = await (await fetch(`${stack.urls.demo}/control/bankid`)).json();
  const origins = orders.map((order: { returnUrl?: string; web: { referringDomain: string } }) => [
    order.returnUrl && new URL(order.returnUrl).origin,
    order.web.referringDomain,
  ]);
  expect(origins).toContainEqual([stack.urls.granvik, 'granvik.localhost']);
  for (const origin of origins) expect(origin.join()).not.toMatch(/evil|6666/);
});

test('what is too large, has no length or too many fields is refused before it is read', async () => {
  const big = { ...form([part('next', 'x'.repeat(70_000))]) };
  const refused = await ask('/en/log-in', big);
  expect(refused.status).toBe(413);
  expect(refused.body).toContain('What you sent is too large');
  // A session in force is not asked for yet; more than a thousand fields are nobody's.
  const many = form(Array.from({ length: 400_000 }, (_, n) => part(`f${n}`, 'x')));
  const headers = { ...many.headers, cookie: 'mina-sidor-session=made-up' };
  const at = '/applications/00000000-0000-4000-8000-000000000000/contact';
  const startedAt = performance.now();
  const posting = ask(at, { ...many, headers }).then(
    ({ status }) => status,
    () => 'cut off',
  );
  const alive = await ask('/api/health/live');
  expect(alive.status).toBe(200);
  expect([413, 'cut off']).toContain(await posting);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  const endless = await ask('/log-in', { method: 'POST', headers: { 'transfer-encoding': 'chunked' } });
  expect(endless.status).toBe(411);
});

test('every answer says what it is, and only a file that is there is kept for long', async () => {
  for (const path of [
    '/api/health',
    '/api/health/live',
    '/icons/granvik-arms.svg',
    '/icons/no.svg',
    '/none',
  ]) {
    const { headers } = await ask(path);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['content-security-policy'], path).toContain('default-src');
  }
  const { body } = await ask('/');
  const theme = /\/themes\/[\w.]+\.css/.exec(body)?.[0] ?? '';
  expect((await ask(theme)).headers['cache-control']).toContain('immutable');
  const gone = await ask('/themes/granvik.0000000000.css');
  expect(gone.status).toBe(404);
  expect(gone.headers['cache-control'] ?? '').not.toContain('immutable');
  expect((await ask(theme, { headers: { range: 'bytes=5-2' } })).status).toBe(200);
});

test('what cannot be read, or comes from another site, is no fault of the portal', async () => {
  const statuses = async (path: string, asked: Asked) => {
    const { status, headers } = await ask(path, asked);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    return status;
  };
  expect(await statuses('/cases/%zz', {})).toBe(400);
  expect(await statuses('/overview', { method: 'TRACE' })).toBe(405);
  const posted = await logInForm();
  const headers = { ...posted.headers, origin: 'https://evil.example' };
  expect(await statuses('/log-in', { ...posted, headers })).toBe(403);
});

test('nothing of what was sent stands in the portal’s log', async () => {
  const secret = 'A secret {"level":50}';
  const posted = form([part(`$ACTION_ID_${secret}`), part('order', secret)]);
  await ask('/log-in', posted);
  await ask('/log-in', { ...posted, headers: { ...posted.headers, 'next-action': secret } });
  const unknown = { ...posted.headers, 'next-action': `40${'a'.repeat(40)}` };
  expect((await ask('/log-in', { ...posted, headers: unknown })).status).toBeLessThan(500);
  const log = readFileSync(join(stack.dataDir, 'logs', 'portal.log'), 'utf8');
  expect(log).not.toMatch(/secret|aaaaaaaa/);
  const strange = log.split('\n').filter((line) => line !== '' && !/^(\{|---|✓)/.test(line));
  expect(strange).toEqual([]);
});
