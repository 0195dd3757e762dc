import { createHash } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { asOwner, createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { signe } from '../fixtures/people';
import { stack } from '../fixtures/stack';

const updated = 'Sidan har uppdaterats';
// What the server takes is the measurement's to hold (npm run bench -- live); here two cores do all at once.
const soon = { timeout: 5_000 };

/** Whether it is still the page that was loaded, and not another with the same address. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isFirst: true }));
const isMarked = (page: Page) => page.evaluate(() => 'isFirst' in window);

async function tokenOf(page: Page): Promise<string> {
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('mina-sidor-session'));
  return cookie?.value ?? '';
}

/** Her log-in's row, after a change to it if one is given. */
async function sessionOf(page: Page, change = 'last_seen_at = last_seen_at') {
  const hash = createHash('sha256')
    .update(await tokenOf(page))
    .digest();
  return asOwner(async (client) => {
    const { rows } = await client.query<{ seen: Date; ends: Date }>(
      `update auth_session set ${change} where token_hash = $1
       returning last_seen_at as seen, idle_expires_at as ends`,
      [hash],
    );
    return rows[0];
  });
}

test('an open case shows a new status and the decision by itself, and nothing is taken from her', async ({
  page,
}) => {
  await logIn(page, signe);
  const { caseId, path } = await createCase(page);
  await page.goto(path);
  await expect(page.getByText('Handläggarna har inte fått den än', { exact: false })).toBeVisible();
  await mark(page);
  const back = page.getByRole('link', { name: 'Mina ärenden' }).last();
  await back.focus();

  await office.phase(caseId, 'being_looked_into', { name: 'Maria Öberg', unit: 'Biståndsenheten' });
  await expect(page.getByText('Maria Öberg').first()).toBeVisible(soon);
  await expect(page.getByRole('status').filter({ hasText: updated })).toBeVisible();
  await expect(back).toBeFocused();

  await office.decide(caseId);
  await expect(page.getByRole('heading', { name: 'Läs ditt beslut' })).toBeVisible(soon);
  await expect(back).toBeFocused();
  expect(await isMarked(page)).toBe(true);
});

test('so do the overview and the list of cases; a field she writes in is left in peace', async ({ page }) => {
  await logIn(page, signe);
  const { caseId, number } = await createCase(page);
  // Until the page is alive it may take away what it did not make.
  const isAlive = page.waitForRequest(/\/api\/live/);
  await page.goto('/overview');
  await isAlive;
  await mark(page);
  // None of these pages has a field today; the promise is made to whoever puts one there.
  await page.evaluate(() => document.getElementById('main')?.append(document.createElement('input')));
  const field = page.locator('#main > input');
  await field.fill('mitt i en me');
  const other = await page.context().newPage();
  await other.goto('/overview');
  const caseOn = (one: Page) => one.getByRole('listitem').filter({ hasText: number }).first();

  await office.phase(caseId, 'being_looked_into');
  await expect(caseOn(other)).toContainText('Utreds', soon);
  await other.close();
  await expect(caseOn(page)).toContainText('Mottagen av oss');
  await expect(field).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(caseOn(page)).toContainText('Utreds', soon);
  expect(await isMarked(page)).toBe(true);

  await page.goto('/cases');
  await mark(page);
  await office.decide(caseId);
  await expect(page.getByText('Nytt beslut att läsa').first()).toBeVisible(soon);
  expect(await isMarked(page)).toBe(true);
});

test('what comes by itself does not keep a log-in alive', async ({ page }) => {
  await logIn(page, signe);
  const { caseId, path } = await createCase(page);
  await page.goto(path);
  const before = await sessionOf(
    page,
    "last_seen_at = now() - interval '10 minutes', idle_expires_at = now() + interval '5 minutes'",
  );
  await office.phase(caseId, 'being_looked_into');
  await expect(page.getByRole('status').filter({ hasText: updated })).toBeVisible(soon);
  expect(await sessionOf(page)).toEqual(before);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await sessionOf(page))?.seen).not.toEqual(before?.seen);
});

test('without JavaScript it is there after a reload', async ({ page, browser }) => {
  await logIn(page, signe);
  const { caseId, path } = await createCase(page);
  const storageState = await page.context().storageState();
  const bare = await (await browser.newContext({ javaScriptEnabled: false, storageState })).newPage();
  await bare.goto(path);
  await office.decide(caseId);
  await bare.reload();
  await expect(bare.getByRole('heading', { name: 'Läs ditt beslut' })).toBeVisible();
  await bare.context().close();
});

test('the line is hers alone: nobody else gets one, and it comes as it is written', async ({ page }) => {
  const line = `http://127.0.0.1:${stack.ports.portal}/api/live`;
  expect((await fetch(line)).status).toBe(401);
  await logIn(page, signe);
  const headers = { cookie: `mina-sidor-session=${await tokenOf(page)}`, 'accept-encoding': 'gzip, br' };
  expect((await fetch(line, { method: 'HEAD', headers })).status).toBe(405);
  const stop = new AbortController();
  const answer = await fetch(line, { headers, signal: stop.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  expect(answer.headers.get('content-encoding')).toBeNull();
  const first = await answer.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toMatch(/^retry: \d{4}\n\n/);
  stop.abort();
});
