import { type IncomingHttpHeaders, request } from 'node:http';
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
