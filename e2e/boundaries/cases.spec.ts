import { expect, type Page, test } from '@playwright/test';
import { createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { ingrid, nils } from '../fixtures/people';
import { stack } from '../fixtures/stack';

/** A case with everything in it that could leak, of Ingrid, whose identity is protected. */
async function ingridsCase(page: Page) {
  await logIn(page, ingrid);
  const { caseId, path, number } = await createCase(page, 'Skyddat boende');
  const supplementId = await office.ask(caseId, { text: 'Hemlig fråga till Ingrid' });
  await page.goto(`${path}/supplements/${supplementId}`);
  await page.getByLabel('Skriv ditt svar').fill('Hemligt svar');
  await page.getByRole('button', { name: 'Skicka svaret' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det du skickade in');
  const decisionId = await office.decide(caseId);
  const supplement = `${path}/supplements/${supplementId}`;
  const decision = `${path}/decisions/${decisionId}`;
  return { paths: [path, `${path}/events`, supplement, decision], decision, number };
}

const secrets = /Ingrid|Sundell|Skyddat boende|Hemlig|Hemligt|Ekbacken/;

test('another resident, the other municipality and nobody get nothing of a case', async ({
  page,
  browser,
}) => {
  const { paths, number, decision } = await ingridsCase(page);

  const strangers = [
    { person: nils, at: stack.urls.granvik },
    { person: nils, at: stack.urls.ekhamn },
  ];
  for (const { person, at } of strangers) {
    const context = await browser.newContext({ baseURL: at });
    const stranger = await context.newPage();
    await logIn(stranger, person, { at });
    for (const path of paths) {
      const response = await context.request.get(`${at}${path}`);
      expect(response.status(), path).toBe(404);
      // The payload that a client-side navigation would ask for, too.
      const payload = await context.request.get(`${at}${path}`, { headers: { rsc: '1' } });
      for (const text of [await response.text(), await payload.text()]) {
        expect(text).not.toMatch(secrets);
        expect(text).not.toContain(number);
      }
    }
    await context.close();
  }

  const nobody = await browser.newContext();
  for (const path of paths) {
    const response = await nobody.request.get(`${stack.urls.granvik}${path}`, { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    expect(await response.text()).not.toMatch(secrets);
  }
  await nobody.close();

  // She sees that somebody tried; not who.
  await page.goto('/settings/access-log');
  const refused = page.getByRole('row').filter({ hasText: 'nekades' });
  await expect(refused.first()).toContainText('En annan inloggad person');
  expect(await page.content()).not.toContain(nils.surname);

  // And it is still hers to open: nobody has done it for her.
  await page.goto(decision);
  await expect(page.getByRole('button', { name: 'Läs beslutet' })).toBeVisible();
});

test('a form taken from her page does nothing in a stranger’s hands', async ({ page, browser }) => {
  await logIn(page, ingrid);
  const { caseId, path } = await createCase(page, 'Skyddat boende');
  const decisionId = await office.decide(caseId);
  await page.goto(`${path}/decisions/${decisionId}`);
  const fields = await page
    .locator('main form:has-text("Läs beslutet") input[type=hidden]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('name'), input.getAttribute('value')]),
    );

  const context = await browser.newContext();
  const stranger = await context.newPage();
  await logIn(stranger, nils);
  const response = await context.request.post(`${stack.urls.granvik}${path}/decisions/${decisionId}`, {
    multipart: Object.fromEntries(fields.map(([name, value]) => [name ?? '', value ?? ''])),
    headers: { origin: stack.urls.granvik },
    maxRedirects: 0,
  });
  expect(response.status()).toBeGreaterThanOrEqual(400);
  expect(await response.text()).not.toMatch(secrets);
  await context.close();

  await page.reload();
  await expect(page.getByRole('button', { name: 'Läs beslutet' })).toBeVisible();
});

test('an address that can’t be one is not found', async ({ page }) => {
  await logIn(page, nils);
  for (const path of [
    "/cases/x'%20or%201=1",
    '/cases/1',
    '/cases/..%2f..%2fsettings',
    '/cases/0/decisions/0',
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});
