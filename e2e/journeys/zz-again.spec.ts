import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { DemoPerson } from '../../demo/people';
import { approveSignature, goOn } from '../fixtures/application';
import { logIn, startButton } from '../fixtures/log-in';
import { folke, hedvig } from '../fixtures/people';
import { answerTogether, publishSharedService } from '../fixtures/signed-by-many';

// Two people, one application at a time: these tests follow each other.
test.describe.configure({ mode: 'default', timeout: 240_000 });

let service: string;
test.beforeAll(async () => {
  service = await publishSharedService();
});

const named = { nationalId: folke.nationalId, name: 'Folke Sjöstrand' };

async function expectNoAxeFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(said, page.url()).toEqual([]);
}

/** As far as the page that waits for the others. Gives that page's address. */
async function applyAndSign(page: Page): Promise<string> {
  const applicationId = await answerTogether(page, service, named);
  await page.locator('#why').fill('Vi behöver det båda två');
  await goOn(page).click();
  await expect(page).toHaveURL(/\/check$/);
  await page.getByRole('button', { name: 'Gå vidare till underskrift' }).click();
  await expect(page).toHaveURL(/\/sign$/);
  await startButton(page, 'qr').click();
  await approveSignature(page, hedvig);
  const address = `/applications/${applicationId}/signatures`;
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  return address;
}

async function loggedIn(browser: Browser, person: DemoPerson, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await logIn(page, person);
  return page;
}

for (let i=0;i<10;i++) {
test('decl '+i, async ({ browser }) => {
  const page = await loggedIn(browser, hedvig, false);
  const address = await applyAndSign(page);
  const other = await loggedIn(browser, folke, false);
  await other.getByRole('link', { name: 'Läs och skriv under' }).click();
  await other.locator('main details summary').click();
  await other.locator('textarea[name=reason]').fill('Vi väntar till våren');
  await other.getByRole('button', { name: 'Nej, jag skriver inte under' }).click();
  await expect(other.getByRole('heading', { name: 'Du har tackat nej' })).toBeVisible();
  await other.context().close();

  await page.goto(address);
  await expect(page).toHaveURL(/\/check$/);
  await expect(page.locator('main')).toContainText('Folke Sjöstrand vill inte skriva under');
  await expect(page.locator('main')).toContainText('Vi väntar till våren');
  await expect(page.locator('main')).toContainText('Vi behöver det båda två');
  
  await page.context().close();
});

test('back '+i, async ({ page, browser }) => {
  await logIn(page, hedvig);
  await page.goto(`/services/${service}/start`);
  await page.getByRole('link', { name: 'Fortsätt med ansökan' }).click();
  await page.goto(page.url().replace(/[^/]+$/, 'check'));
  await page.getByRole('button', { name: 'Gå vidare till underskrift' }).click();
  await startButton(page, 'qr').click();
  await approveSignature(page, hedvig);
  await expect(page).toHaveURL(/\/signatures$/);
  const other = await loggedIn(browser, folke);
  const invitation = await other.getByRole('link', { name: 'Läs och skriv under' }).getAttribute('href');

  page.on('console', (m) => console.log('CONSOLE', m.text()));
  page.on('pageerror', (m) => console.log('PAGEERROR', m.message));
  page.on('request', (r) => r.method() === 'POST' && console.log('POST', r.url(), r.headers()['next-action']));
  page.on('requestfailed', (r) => console.log('FAILED', r.url(), r.failure()?.errorText));
  page.on('response', (r) => r.request().method() === 'POST' && console.log('answer', r.status(), r.headers()['location'], r.headers()['x-action-redirect']));
  await page.locator('main details summary').click();
  await page.getByRole('button', { name: 'Ta tillbaka och ändra' }).click();
  try { await expect(page).toHaveURL(/\/check$/, {timeout: 15000}); } catch (e) { console.log(page.url(), await page.locator('main').innerHTML()); await page.reload(); console.log('after', page.url()); throw e; }
  await expect(page.getByText('Du har tagit tillbaka ansökan')).toBeVisible();
  await other.goto(invitation ?? '');
  await expect(other.getByRole('heading', { name: 'Din underskrift behövs inte längre' })).toBeVisible();
  await expectNoAxeFindings(other);
  await other.context().close();
  await page.goto(`/services/${service}/start`);
  await page.locator('main details summary').click();
  await page.locator('main details form button').click();
  await expect(page.locator('main details')).toHaveCount(0);
});
}
/** The same page with JavaScript on, which the checker itself needs. */
async function withScripts(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto(page.url());
  return other;
}

