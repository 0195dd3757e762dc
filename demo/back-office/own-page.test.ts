import type { AddressInfo } from 'node:net';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb } from './server';

/** What the database was asked: `power` holds nothing, so the system is on. */
const asked: string[] = [];
const query = async (sql: string) => {
  asked.push(sql);
  return { rows: [] };
};
const pool = { query } as unknown as Pool;
const web = createWeb({ pool, portals: new Map(), failures: new Map(), stuck: new Map(), wake: () => {} });
let port: number;

beforeAll(async () => {
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  port = (web.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => web.close(resolve)));

const post = (path: string, headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'action=on',
  });

describe('a form posted to the back office', () => {
  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:3000' },
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' },
  ])('from another site is refused: %j', async (headers) => {
    asked.length = 0;
    for (const path of ['/power', '/officer', '/cases/1/decisions']) {
      expect((await post(path, headers)).status).toBe(403);
    }
    expect(asked.filter((sql) => !sql.startsWith('select off_until'))).toEqual([]);
  });

  it('from its own pages, or from a script, is taken', async () => {
    const origin = `http://127.0.0.1:${port}`;
    const ours: Record<string, string>[] = [{}, { origin }, { origin, 'sec-fetch-site': 'same-origin' }];
    for (const headers of ours) {
      expect((await post('/power', headers)).status).toBe(303);
    }
  });

  it('is not what a portal’s webhook is: that proves itself by its signature', async () => {
    expect((await post('/webhooks/nowhere', { 'sec-fetch-site': 'cross-site' })).status).toBe(404);
  });
});
