import { expect, type Page, test } from '@playwright/test';
import { Client } from 'pg';
import { answerUnseen } from '../fixtures/answer-unseen';
import { beginApplication, goOn, path, readyToSign, withoutDraft } from '../fixtures/application';
import { logIn } from '../fixtures/log-in';
import { lennart, tage } from '../fixtures/people';
import { stack } from '../fixtures/stack';

const PHONE = '070-174 06 99';
const secrets = new RegExp(`Lennart|${PHONE}|${lennart.nationalId}|${lennart.nationalId.slice(8)}\\b`);

test.describe.configure({ timeout: 240_000 });
test.use({ baseURL: stack.urls.ekhamn });

/** A draft of Lennart's, ready to sign, with a secret in it. */
async function lennartsDraft(page: Page): Promise<{ id: string; paths: string[] }> {
  await logIn(page, lennart, { at: stack.urls.ekhamn });
  // Ekhamn calls its service the same in the address.
  await withoutDraft(page);
  const id = await beginApplication(page);
  await answerUnseen(page, { 'own-phone': PHONE });
  await expect(page.locator('main')).toContainText(PHONE);
  await readyToSign(page);
  const places = ['', '/contact', '/check', '/sign', '/receipt'].map(
    (place) => `/applications/${id}${place}`,
  );
  return { id, paths: [...places, `/api/files/receipts/${id}`] };
}

test('nobody else gets anything of a draft, and each try is in the log', async ({ page, browser }) => {
  const { id, paths } = await lennartsDraft(page);
  const strangers = [stack.urls.ekhamn, stack.urls.granvik];
  for (const at of strangers) {
    const context = await browser.newContext({ baseURL: at });
    const stranger = await context.newPage();
    await logIn(stranger, tage, { at });
    for (const address of paths) {
      const whole = await context.request.get(`${at}${address}`);
      expect(whole.status(), address).toBe(404);
      // The payload that a client-side navigation would ask for, too.
      const payload = await context.request.get(`${at}${address}`, { headers: { rsc: '1' } });
      for (const text of [await whole.text(), await payload.text()])
        expect(text, address).not.toMatch(secrets);
    }
    await context.close();
  }
  const refusals = await refusalsOf(id);
  for (const tenant of ['ekhamn', 'granvik']) {
    const actions = refusals.filter((one) => one.tenant_id === tenant).map((one) => one.action);
    expect(new Set(actions)).toEqual(
      new Set([
        'applications.get-application-place',
        'applications.get-application-page',
        'applications.get-application-summary',
        'applications.get-document-to-sign',
        'applications.get-receipt',
        'applications.make-receipt',
      ]),
    );
  }
});

test('without a log-in, and after it has ended, one is sent to log in', async ({ page, browser }) => {
  const { paths } = await lennartsDraft(page);
  const nobody = await browser.newContext();
  for (const address of paths) {
    const response = await nobody.request.get(`${stack.urls.ekhamn}${address}`, { maxRedirects: 0 });
    expect([303, 307], address).toContain(response.status());
    expect(response.headers().location, address).toContain('/log-in');
    expect(await response.text()).not.toMatch(secrets);
  }
  await nobody.close();

  const cookies = await page.context().cookies();
  await page.goto('/overview');
  await page.getByRole('button', { name: 'Logga ut' }).first().click();
  await expect(page).toHaveURL(/\/log-in/);
  // A copied cookie opens nothing any more.
  await page.context().addCookies(cookies);
  const again = await page.goto(paths[1] ?? '');
  expect(again?.url()).toContain('/log-in');
  expect(await page.content()).not.toMatch(secrets);
});

test('a form taken from somebody’s page changes nothing in other hands', async ({ page, browser }) => {
  const { id } = await lennartsDraft(page);
  const address = `/applications/${id}/contact`;
  // Without JavaScript the form itself says which action it calls, and with what.
  const storageState = await page.context().storageState();
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    storageState,
    baseURL: stack.urls.ekhamn,
  });
  const own = await bare.newPage();
  await own.goto(address);
  const fields = await own
    .locator('main form:has(#own-phone)')
    .evaluate((form) =>
      [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
    );
  expect(fields.map(([name]) => name).join()).toContain('$ACTION');
  await bare.close();
  const context = await browser.newContext({ baseURL: stack.urls.ekhamn });
  const stranger = await context.newPage();
  await logIn(stranger, tage, { at: stack.urls.ekhamn });
  const posted = Object.fromEntries([...fields, ['own-phone', '070-174 06 00']]);
  const response = await context.request.post(`${stack.urls.ekhamn}${address}`, {
    multipart: posted,
    headers: { origin: stack.urls.ekhamn },
    maxRedirects: 0,
  });
  expect(response.status()).toBeGreaterThanOrEqual(400);
  expect(await response.text()).not.toMatch(secrets);
  await context.close();
  await page.goto(address);
  await expect(page.locator('#own-phone')).toHaveValue(PHONE);

  // In his own hands the very same form does what it says.
  const his = await page.request.post(`${stack.urls.ekhamn}${address}`, {
    multipart: posted,
    headers: { origin: stack.urls.ekhamn },
    maxRedirects: 0,
  });
  expect(his.status()).toBe(303);
  await page.goto(address);
  await expect(page.locator('#own-phone')).toHaveValue('070-174 06 00');
});

test('guessed and mangled addresses are not found', async ({ page }) => {
  await logIn(page, tage, { at: stack.urls.ekhamn });
  const guesses = ['1', '00000000-0000-4000-8000-000000000000', "x'%20or%201=1", '..%2f..%2fsettings'];
  for (const guess of guesses) {
    for (const place of ['', '/contact', '/check', '/sign', '/receipt']) {
      const response = await page.request.get(`${stack.urls.ekhamn}/applications/${guess}${place}`);
      expect(response.status(), `${guess}${place}`).toBe(404);
    }
    const file = await page.request.get(`${stack.urls.ekhamn}/api/files/${guess}`);
    expect(file.status(), guess).toBe(404);
  }
  const id = await beginApplication(page);
  expect((await page.goto(`/applications/${id}/no-such-page`))?.status()).toBe(404);
  await page.goto(`/applications/${id}/for-whom`);
  await expect(goOn(page)).toBeVisible();
  expect(path(page)).toContain(id);
});

async function refusalsOf(applicationId: string): Promise<{ tenant_id: string; action: string }[]> {
  const client = new Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select tenant_id, action from audit_entry where object_id = $1 and outcome = 'refused'`,
      [applicationId],
    );
    return rows;
  } finally {
    await client.end();
  }
}
