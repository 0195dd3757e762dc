import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectFits, expectNoFindings, PHONE } from '../fixtures/accessible';
import { stack } from '../fixtures/stack';

/** From the administration's log-in page, at the municipality's own provider. */
async function logInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Logga in med arbetskonto' }).click();
  await page.getByRole('button', { name }).click();
}

async function adminIn(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto('/admin/services');
  await expect(page).toHaveURL(/\/admin\/log-in\?next=/);
  await logInAs(page, 'Helena Strand');
  await expect(page).toHaveURL(/\/admin\/services$/);
  return page;
}

async function expectGood(page: Page): Promise<void> {
  await expectFits(page);
  await expectNoFindings(page);
}

interface File {
  definitions: {
    slug: string;
    name: Record<string, string>;
    pages: { slug: string; groups: { fields: { id: string; label: Record<string, string> }[] }[] }[];
  }[];
}

async function exported(page: Page, button: string): Promise<File> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: button }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^granvik-[a-z-]+\.json$/);
  return JSON.parse(await readFile(await download.path(), 'utf8')) as File;
}

async function handIn(page: Page, content: string): Promise<void> {
  await page.goto('/admin/imports/new');
  await page
    .getByLabel('Fil', { exact: true })
    .setInputFiles({ name: 'tjanst.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Kontrollera' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`a service goes out as a file and comes in again, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const page = await adminIn(browser, javaScriptEnabled);
    await expect(page.getByRole('banner')).toContainText('Helena Strand');
    await page.getByRole('link', { name: 'Bygglov' }).click();
    await expect(page.getByText('Leveransen')).toBeVisible();
    const file = await exported(page, 'Exportera (JSON)');
    const [service] = file.definitions;
    if (!service) throw new Error('nothing was exported');
    expect(service.slug).toBe('bygglov');
    // A service of the test's own: other tests apply for the real one.
    service.slug = javaScriptEnabled ? 'provlov' : 'provlov-utan-skript';
    service.name = { sv: `Provlov (${service.slug})`, en: 'Trial permit' };

    // Nothing handed in, twice: each time she is brought to what is wrong.
    await page.goto('/admin/imports/new');
    for (const _ of [1, 2]) {
      await page.getByRole('button', { name: 'Kontrollera' }).click();
      await expect(page.locator('#error-summary')).toBeFocused();
      await page.getByLabel('Eller klistra in innehållet').focus();
    }

    // What is not right is all told, with where it is, and can be mended on the spot.
    const [first] = service.pages;
    const right = JSON.stringify(file);
    if (first) first.slug = 'Fel Namn';
    await handIn(page, JSON.stringify({ ...file, definitions: [{ ...service, minutes: 0 }] }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 fel');
    await expect(page.getByRole('table')).toContainText('Skriv minst 1.');
    await expect(page.getByRole('table')).toContainText('Skriv ett namn med små bokstäver');
    await expect(page.getByLabel('Filens innehåll')).toHaveValue(/Fel Namn/);
    await page.getByLabel('Filens innehåll').fill(right);
    await page.getByRole('button', { name: 'Kontrollera igen' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det här ändras');
    await expect(page.getByText('Ny tjänst. Den hamnar sist i katalogen.')).toBeVisible();
    await page.getByRole('button', { name: 'Publicera' }).click();
    await expect(page.getByRole('status')).toContainText(`Publicerat: ${service.slug}, version 1.`);
    await expect(page.getByRole('row', { name: new RegExp(`\\(${service.slug}\\)`) })).toContainText(
      'Import av administratör',
    );

    // What changes is shown before it is published.
    const [page1] = (JSON.parse(right) as File).definitions[0]?.pages ?? [];
    const question = page1?.groups[0]?.fields[0];
    if (!question) throw new Error('no question');
    const changed = JSON.parse(right) as File;
    const label = changed.definitions[0]?.pages[0]?.groups[0]?.fields[0]?.label;
    if (label) label.sv = 'En helt annan fråga';
    await handIn(page, JSON.stringify(changed));
    await expect(page.getByText('Jämfört med version 1')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'En helt annan fråga' })).toContainText(
      `Ändras Frågan ”En helt annan fråga” (${question.id})`,
    );
    await page.getByRole('button', { name: 'Publicera' }).click();
    await expect(page.getByRole('status')).toContainText(`${service.slug}, version 2.`);
    await page.goto(`/services/${service.slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Provlov');

    await page.goto('/admin/services');
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await expect(page).toHaveURL(/\/admin\/log-in/);
    await page.goto('/admin/services');
    await expect(page).toHaveURL(/\/admin\/log-in\?next=/);
    await page.context().close();
  });
}

test('somebody of the municipality without the assignment doesn’t come in, and is told why', async ({
  page,
}) => {
  await page.goto('/admin');
  await logInAs(page, 'Maria Öberg');
  await expect(page.locator('main').getByRole('alert')).toContainText('har inte uppdraget att administrera');
  await page.goto('/admin/services');
  await expect(page).toHaveURL(/\/admin\/log-in/);
  const file = await page.request.get('/api/definitions/bygglov', { maxRedirects: 0 });
  expect(file.status()).toBe(303);
});

test('an administrator is no resident, and has another municipality’s pages nowhere', async ({ browser }) => {
  const page = await adminIn(browser, true);
  await page.goto('/overview');
  await expect(page).toHaveURL(/\/log-in\?next=%2Foverview/);
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'mina-sidor-staff');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await page
    .context()
    .addCookies([{ name: 'mina-sidor-staff', value: cookie?.value ?? '', url: stack.urls.ekhamn }]);
  await page.goto(`${stack.urls.ekhamn}/admin/services`);
  await expect(page).toHaveURL(/\/admin\/log-in/);
  await page.context().close();
});

test('the pages are accessible, in Swedish and English, and fit a phone', async ({ browser }) => {
  const page = await adminIn(browser, true);
  await page.setViewportSize(PHONE);
  for (const path of [
    '/admin/services',
    '/admin/services/sarskilt-boende',
    '/admin/imports/new?problem=empty',
  ]) {
    await page.goto(`/en${path}`);
    await expectFits(page);
    await page.goto(path);
    await expectGood(page);
  }
  await handIn(page, '{"format": "mina-sidor/definitions", "edition": 1, "definitions": [{"kind": "form"}]}');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('fel');
  await expectGood(page);
  await page.goto('/admin/services/sarskilt-boende');
  await expect(page.getByText('sarskilt-boende, version')).toBeVisible();
  const file = await exported(page, 'Exportera hela, utan arv (JSON)');
  await handIn(page, JSON.stringify(file));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det här ändras');
  await expectGood(page);
  // Staff have no Arabic: they get the page in Swedish.
  await page.goto('/ar/admin/services');
  await expect(page).toHaveURL(`${stack.urls.granvik}/admin/services`);
  await page.context().close();
});
