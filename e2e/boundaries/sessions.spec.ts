import { request as ask } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { logIn, startButton } from '../fixtures/log-in';
import { agnes } from '../fixtures/people';
import { orderOf, phoneOf } from '../fixtures/phone';
import { stack } from '../fixtures/stack';

const SESSION = 'mina-sidor-session';

async function sessionOf(page: Page): Promise<string> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === SESSION);
  if (!cookie) throw new Error('not logged in');
  return cookie.value;
}

interface BareAnswer {
  status: number;
  text: string;
  location: string;
}

/** Everything the server says without following redirects. The name is put in by hand: only browsers know *.localhost. */
function bare(address: string, headers: Record<string, string>, method = 'GET'): Promise<BareAnswer> {
  const { host, port, pathname } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = ask(
      { host: 'localhost', port, path: pathname, method, headers: { host, ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString('utf8'),
            location: response.headers.location ?? '',
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

const withSession = (token: string) => ({ cookie: `${SESSION}=${token}` });

test('a cookie that was copied before the log-out opens nothing after it', async ({ page }) => {
  await logIn(page, agnes, { next: '/settings' });
  const stolen = await sessionOf(page);
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await expect(page).toHaveURL(/\/log-in\?out=1/);

  const answer = await bare(`${stack.urls.granvik}/settings`, withSession(stolen));
  expect(answer.location).toContain('/log-in?next=');
  expect(answer.text).not.toContain('Agnes');
  await page.goBack();
  // The page it went back to may already be on its way elsewhere.
  await expect(() => page.reload()).toPass();
  await expect(page.getByText('Agnes Wikman')).toHaveCount(0);
});

test('a log-in can be ended from another device, and ends there at once', async ({ browser }) => {
  const [library, home] = [await browser.newPage(), await browser.newPage()];
  await logIn(library, agnes, { next: '/settings' });
  await logIn(home, agnes, { next: '/settings/sessions' });
  await home.getByRole('button', { name: /alla andra enheter/ }).click();
  await expect(home.locator('.ms-alert')).toContainText('bara inloggad på den här enheten');

  await library.reload();
  await expect(library).toHaveURL(/\/log-in\?next=%2Fsettings&ended=1/);
  await expect(library.locator('.ms-alert')).toContainText('Du har loggats ut');
  // She comes back to where she was.
  await startButton(library, 'qr').click();
  const { orderRef } = await orderOf(library);
  await phoneOf(agnes).scan(orderRef);
  await phoneOf(agnes).approve();
  await expect(library).toHaveURL(/\/settings$/);
});

test('a session of one municipality is nothing in the other', async ({ page }) => {
  await logIn(page, agnes, { at: stack.urls.ekhamn, next: '/settings' });
  const answer = await bare(`${stack.urls.granvik}/settings`, withSession(await sessionOf(page)));
  expect(answer.location).toContain('/log-in');
  expect(answer.text).not.toContain('Agnes');
});

test('logging in again gives a new token, and the old one is worth nothing', async ({ page }) => {
  await logIn(page, agnes, { next: '/settings' });
  const first = await sessionOf(page);
  await page.goto('/log-in?again=1&next=/settings');
  await startButton(page, 'qr').click();
  const { orderRef } = await orderOf(page);
  await phoneOf(agnes).scan(orderRef);
  await phoneOf(agnes).approve();
  await expect(page).toHaveURL(({ pathname }) => pathname === '/settings');
  expect(await sessionOf(page)).not.toBe(first);
  expect((await bare(`${stack.urls.granvik}/settings`, withSession(first))).location).toContain('/log-in');
});

test('another browser gets nothing of an order, though it knows its address', async ({ page, browser }) => {
  await page.goto('/log-in');
  await startButton(page, 'qr').click();
  await expect(page).toHaveURL(/\/log-in\/bankid\//);
  const address = page.url();
  const { orderRef } = await orderOf(page);
  await phoneOf(agnes).scan(orderRef);
  await phoneOf(agnes).approve();

  const other = await browser.newPage();
  await other.goto(address);
  await expect(other).toHaveURL(/problem=order-over/);
  const id = address.split('/').at(-1);
  await other.goto(`/api/bankid/${id}/complete`);
  await expect(other).toHaveURL(/\/log-in/);
  expect((await other.context().cookies()).map(({ name }) => name)).not.toContain(SESSION);
  await expect(page.getByRole('banner')).toContainText('Agnes Wikman');
});

test('no link starts an order, and no other site asks how one goes', async ({ page }) => {
  await page.goto('/log-in?flow=qr&start=1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logga in');
  const order = `${stack.urls.granvik}/api/bankid/0198c6f0-0000-7000-8000-000000000000`;
  expect((await bare(order, { origin: 'https://evil.example' }, 'POST')).status).toBe(403);
  expect((await bare(order, { origin: stack.urls.granvik }, 'POST')).status).toBe(404);
});

test('an address to go on to leads nowhere else', async ({ page }) => {
  await page.goto(`/log-in?next=${encodeURIComponent('//evil.example/')}`);
  await expect(page.locator('input[name=next]').first()).toHaveValue('/overview');
});

test('contact ways can be changed after a fresh log-in, with and without errors', async ({ page }) => {
  await logIn(page, agnes, { next: '/settings' });
  await page.getByLabel('E-postadress').fill('agnes@');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(page.locator('#error-summary')).toContainText('namn@example.se');
  await expect(page.getByLabel('E-postadress')).toHaveValue('agnes@');
  await page.getByLabel('E-postadress').fill('agnes@example.test');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  // It counts when the code that was sent there is told: the way in of somebody else's code is the database tests'.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bekräfta din e-postadress');
  await expect(page.getByText('agnes@example.test')).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByLabel('E-postadress')).toHaveValue('');
  await expect(page.getByRole('link', { name: 'Skriv koden' })).toBeVisible();
});
