import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Client } from 'pg';
import { expectNoFindings } from '../fixtures/accessible';
import { logIn } from '../fixtures/log-in';
import { gunnar } from '../fixtures/people';
import { stack } from '../fixtures/stack';

async function asOwner(statement: string): Promise<void> {
  const client = new Client({ connectionString: stack.databaseUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

// A real fault, of which no page knows anything: what every page of a resident's begins with is gone.
const breakDatabase = () => asOwner('alter table if exists auth_session rename to auth_session_gone');
const mendDatabase = () => asOwner('alter table if exists auth_session_gone rename to auth_session');
test.afterEach(mendDatabase);

const reference = (page: Page) => page.locator('main strong[dir=ltr]');

for (const javaScriptEnabled of [true, false]) {
  test(`a page that fails says so, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await logIn(page, gunnar);
    await breakDatabase();

    const response = await page.goto('/settings/access-log');
    expect(response?.status()).toBe(500);
    expect(await response?.headerValue('cache-control')).toBe('no-store');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Något gick fel hos oss');
    await expect(page).toHaveTitle(/^Något gick fel hos oss – Mina sidor/);
    await expect(page.getByRole('banner')).toContainText('Granvik');
    await expect(page.getByRole('banner')).not.toContainText('Logga in');
    const html = await page.content();
    expect(html).not.toMatch(/auth_session|prisma|Lindqvist/i);

    // The policy is this answer's own: everything on the page has its nonce.
    const policy = (await response?.headerValue('content-security-policy')) ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    const nonces = [...((await response?.text()) ?? '').matchAll(/ nonce="([^"]+)"/g)].map(([, one]) => one);
    expect(nonces.length).toBeGreaterThan(0);
    expect(new Set(nonces)).toEqual(new Set([nonce]));
    if (javaScriptEnabled) await expectNoFindings(page);

    const code = (await reference(page).textContent()) ?? 'none';
    const log = readFileSync(join(stack.dataDir, 'logs', 'portal.log'), 'utf8');
    const lines = log.split('\n').filter((line) => line.includes(code));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ reference: code, msg: 'request failed' });
    expect(log).not.toContain('⨯');

    await page.goto('/en/overview');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something went wrong on our side');
    await mendDatabase();
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(page).toHaveURL(/\/en\/overview$/);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Something went wrong on our side');
    await context.close();
  });
}

test('a step that fails within a page is told by the page, and can be tried again', async ({ page }) => {
  await logIn(page, gunnar, { next: '/settings' });
  await breakDatabase();
  await page.locator('main form').first().getByRole('button').first().click();
  await expect(
    page.getByRole('heading', { name: 'Något gick fel hos oss' }).or(page.getByText('uppge koden')),
  ).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Granvik');
});
