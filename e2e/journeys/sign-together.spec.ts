import { type Browser, expect, type Page, test } from '@playwright/test';
import type { DemoPerson } from '../../demo/people';
import { expectNoFindings } from '../fixtures/accessible';
import { approveSignature, goOn } from '../fixtures/application';
import { logIn, startButton } from '../fixtures/log-in';
import { folke, hedvig } from '../fixtures/people';
import { answerTogether, publishSharedService } from '../fixtures/signed-by-many';

// Two people, one application at a time: these tests follow each other.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let service: string;
test.beforeAll(async () => {
  service = await publishSharedService();
});

const named = { nationalId: folke.nationalId, name: 'Folke Sjöstrand' };

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

test('two sign, and then it is sent', async ({ page, browser }) => {
  await logIn(page, hedvig);
  // Her own number: said at the question.
  await answerTogether(page, service, { ...named, nationalId: hedvig.nationalId });
  await expect(page.locator('#error-summary')).toContainText('Det här är ditt eget');
  await page.goto(`/services/${service}/start`);
  await page.locator('main details summary').click();
  await page.locator('main details form button').click();
  await expect(page.locator('main details')).toHaveCount(0);

  const address = await applyAndSign(page);
  await expectNoFindings(page);
  await expect(page.getByText('En person till ska göra det')).toBeVisible();
  const link = (await page.locator('main .ms-as-written').textContent())?.trim() ?? '';
  expect(link).toMatch(/\/invitations\/[0-9a-f-]{36}$/);
  // Nobody else opens it with the address, not even she who has it.
  expect((await page.request.get(link)).status()).toBe(404);
  await page.goto('/overview');
  await expect(page.getByRole('heading', { name: 'Väntar på underskrift' })).toBeVisible();

  const other = await loggedIn(browser, folke);
  await expect(other.getByRole('heading', { name: 'Skriv under en ansökan' })).toBeVisible();
  await expectNoFindings(other);
  await other.getByRole('link', { name: 'Läs och skriv under' }).click();
  await expect(other).toHaveURL(link.replace(/^https?:\/\/[^/]+/, (origin) => origin));
  await expect(other.getByText('Vi behöver det båda två')).toBeVisible();
  await expectNoFindings(other);
  // The applicant's own pages are not hers.
  expect((await other.request.get(address)).status()).toBe(404);
  await other.getByRole('link', { name: 'Gå vidare till underskrift' }).click();
  await expectNoFindings(other);
  const text = (await other.locator('.ms-as-written').textContent()) ?? '';
  expect(text).toContain('Jag skriver under som: medsökande');
  await startButton(other, 'qr').click();
  await expect(other).toHaveURL(/\/sign\?order=/);
  expect((await approveSignature(other, folke)).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
  await expect(other.getByRole('heading', { name: 'Du har skrivit under' })).toBeVisible();
  await expect(other.getByText('Ansökan skickades')).toBeVisible();
  await expectNoFindings(other);
  const pdf = await other.request.get(link.replace('/invitations/', '/api/files/invitations/'));
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  await other.goto('/cases');
  await expect(other.getByRole('heading', { name: 'Ansökningar som du har skrivit under' })).toBeVisible();
  await other.context().close();

  await page.goto(address);
  await expect(page).toHaveURL(/\/receipt$/);
  await expect(page.locator('main')).toContainText('Folke Sjöstrand (medsökande)');
  await page.goto('/settings/access-log');
  await expect(page.getByText('Läste en ansökan som du bad om underskrift på').first()).toBeVisible();
});

test('without JavaScript: one declines, and nothing is lost', async ({ browser }) => {
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
  await expectNoFindings(await withScripts(browser, page));
  await page.context().close();
});

/** The same page with JavaScript on, which the checker itself needs. */
async function withScripts(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto(page.url());
  return other;
}

test('taken back to be changed, it is signed by both anew', async ({ page, browser }) => {
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

  await page.locator('main details summary').click();
  await page.getByRole('button', { name: 'Ta tillbaka och ändra' }).click();
  await expect(page).toHaveURL(/\/check$/);
  await expect(page.getByText('Du har tagit tillbaka ansökan')).toBeVisible();
  await other.goto(invitation ?? '');
  await expect(other.getByRole('heading', { name: 'Din underskrift behövs inte längre' })).toBeVisible();
  await expectNoFindings(other);
  await other.context().close();
});
