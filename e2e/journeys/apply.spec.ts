import { expect, type Page, test } from '@playwright/test';
import { expectNoFindings } from '../fixtures/accessible';
import { answerUnseen } from '../fixtures/answer-unseen';
import {
  answerPage,
  answerToTheEnd,
  approveSignature,
  beginApplication,
  beginToSign,
  goOn,
  path,
  withoutDraft,
} from '../fixtures/application';
import { logIn } from '../fixtures/log-in';
import { astrid } from '../fixtures/people';
import { orderOf, phoneOf } from '../fixtures/phone';

// One person, one application at a time: these tests follow each other. Each walks the whole form.
test.describe.configure({ timeout: 240_000 });

const number = async (page: Page) =>
  /GRA-\d{4}-[0-9A-Z]{7}/.exec((await page.locator('main').textContent()) ?? '')?.[0];

test('from the service to the receipt, on two devices', async ({ page, browser }) => {
  await logIn(page, astrid);
  await withoutDraft(page);
  await page.goto('/services/sarskilt-boende');
  await page.getByRole('link', { name: 'Börja ansökan' }).click();
  await expect(page).toHaveURL(/\/services\/sarskilt-boende\/start$/);
  await expectNoFindings(page);
  const applicationId = await beginApplication(page);
  await expect(page.getByText(/Del 1 av \d+/)).toBeVisible();

  // Half-way: what stands in the page is saved by itself, and is there on another device.
  await answerToTheEnd(page, async (slug) => {
    await expectNoFindings(page);
    if (slug === 'contact') throw new HalfWay();
  }).catch((error) => {
    if (!(error instanceof HalfWay)) throw error;
  });
  await page.locator('#own-phone').fill('070-174 06 11');
  await expect(page.getByRole('status').filter({ hasText: /Sparat kl\.\s\d\d\.\d\d/ })).toBeVisible();
  await page.close();

  const other = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await logIn(other, astrid);
  await other.getByRole('link', { name: 'Särskilt boende' }).first().click();
  await expect(other).toHaveURL(new RegExp(`/applications/${applicationId}/contact$`));
  await expect(other.locator('#own-phone')).toHaveValue('070-174 06 11');
  await answerToTheEnd(other);

  // Looking through: change one answer and come back.
  await expectNoFindings(other);
  await expect(other.getByText('070-174 06 11')).toBeVisible();
  await other.locator('a[href*="/contact?from=check"]').first().click();
  await other.locator('#own-phone').fill('070-174 06 22');
  await goOn(other).click();
  await expect(other).toHaveURL(/\/check$/);
  await expect(other.getByText('070-174 06 22')).toBeVisible();

  await other.getByRole('button', { name: 'Gå vidare till underskrift' }).click();
  await expect(other).toHaveURL(/\/sign$/);
  await expectNoFindings(other);
  const text = (await other.locator('.ms-as-written').textContent()) ?? '';
  expect(text).toContain('19420709-9146');
  await other.locator('form:has(input[name=flow][value="qr"]) button').click();
  await expect(other).toHaveURL(/\/sign\?order=/);
  await expectNoFindings(other);
  // What she signs in the app is, sign by sign, what stood on the page.
  expect((await approveSignature(other, astrid)).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
  await expect(other).toHaveURL(/\/receipt$/);

  const given = await number(other);
  expect(given).toBeTruthy();
  await expectNoFindings(other);
  await expect(other.getByText('PDF:en är klar att hämta.')).toBeVisible();
  const download = other.waitForEvent('download');
  await other.getByRole('link', { name: /Hämta kvittot/ }).click();
  expect((await download).suggestedFilename()).toBe(`kvitto-${given}.pdf`);
  await other.getByRole('link', { name: 'Följ ärendet' }).click();
  await expect(other.locator('main')).toContainText(given ?? 'no number');

  // What is sent can't be changed: its pages lead to the receipt.
  await other.goto(`/applications/${applicationId}/contact`);
  await expect(other).toHaveURL(/\/receipt$/);
  await other.context().close();
});

class HalfWay extends Error {}

test('the whole way without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, astrid);
  await withoutDraft(page);
  await beginApplication(page);

  // Nothing answered: it says so at the field and in a summary, on the same page.
  const first = path(page);
  await goOn(page).click();
  await expect(page.locator('#error-summary')).toBeVisible();
  expect(path(page)).toBe(first);

  await answerToTheEnd(page, async (slug) => {
    if (slug !== 'contact') return;
    await page.locator('#own-phone').fill('ring grannen');
    await goOn(page).click();
    await expect(page.locator('#error-summary')).toContainText('Skriv telefonnumret med siffror');
    await expect(page.locator('#own-phone')).toHaveValue('ring grannen');
  });
  await beginToSign(page);
  await approveSignature(page, astrid);
  await expect(page).toHaveURL(/\/receipt$/);
  const link = await page.getByRole('link', { name: /Hämta kvittot/ }).getAttribute('href');
  const answer = await context.request.get(link ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await context.close();
});

test('files are received by what they hold, and can be taken away', async ({ page }) => {
  await logIn(page, astrid);
  await withoutDraft(page);
  const applicationId = await beginApplication(page);
  await page.goto(`/applications/${applicationId}/attachments`);
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({
    name: 'intyg.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ not a PDF'),
  });
  await page.getByRole('button', { name: 'Ladda upp valda filer' }).click();
  await expect(page.locator('#attachments-error')).toContainText('Vi kan inte ta emot intyg.pdf');

  const buffer = Buffer.from('%PDF-1.7\n%%EOF');
  await choose.setInputFiles({ name: 'läkarintyg.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: 'Ladda upp valda filer' }).click();
  const remove = page.getByRole('button', { name: 'Ta bort läkarintyg.pdf' });
  await expect(remove).toBeVisible();
  await page.reload();
  await remove.click();
  await expect(remove).toHaveCount(0);
  await page.reload();
  await expect(remove).toHaveCount(0);
});

test('two windows: nothing is overwritten unasked', async ({ page, context }) => {
  await logIn(page, astrid);
  await withoutDraft(page);
  const applicationId = await beginApplication(page);
  const address = `/applications/${applicationId}/contact`;
  const older = await context.newPage();
  await page.goto(address);
  await older.goto(address);
  await page.locator('#own-phone').fill('070-174 06 11');
  await page.getByRole('button', { name: 'Spara och fortsätt senare' }).click();
  await expect(page).toHaveURL(/\/overview$/);

  await older.locator('#own-phone').fill('070-174 06 22');
  await expect(older.getByText('Ansökan är ändrad på ett annat ställe')).toBeVisible();
  await page.goto(address);
  await expect(page.locator('#own-phone')).toHaveValue('070-174 06 11');

  await expect(older.locator('#own-phone')).toHaveValue('070-174 06 22');
  await older.getByRole('button', { name: 'Spara svaren som står här' }).click();
  await expect(older.getByText('Ansökan är ändrad på ett annat ställe')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('#own-phone')).toHaveValue('070-174 06 22');
});

test('a signature that is declined loses nothing; one whose page was closed is used; twice is as once', async ({
  page,
  context,
}) => {
  await logIn(page, astrid);
  await withoutDraft(page);
  const applicationId = await beginApplication(page);
  await answerUnseen(page);
  await beginToSign(page);
  const declined = await orderOf(page, 'sign');
  await phoneOf(astrid).scan(declined.orderRef);
  await phoneOf(astrid).decline();
  await expect(page.getByRole('button', { name: /Försök igen/ })).toBeVisible();
  await page.goto(`/applications/${applicationId}/check`);
  await expect(page.getByRole('button', { name: 'Gå vidare till underskrift' })).toBeVisible();

  // Approved while no page was looking: whichever page comes back first uses it, and the others see the same.
  await beginToSign(page);
  const { orderRef } = await orderOf(page, 'sign');
  await page.close();
  await phoneOf(astrid).scan(orderRef);
  await phoneOf(astrid).approve();
  const pages = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  await expect(async () => {
    await Promise.all(pages.map((one) => one.goto(`/applications/${applicationId}/sign`)));
    for (const one of pages) await expect(one).toHaveURL(/\/receipt$/, { timeout: 1_000 });
  }).toPass();
  const numbers = await Promise.all(pages.map(number));
  expect(new Set(numbers).size).toBe(1);
  expect(numbers[0]).toBeTruthy();
});

test('in Arabic the form runs from right to left', async ({ page }) => {
  await logIn(page, astrid, { lang: '/ar' });
  await withoutDraft(page);
  await beginApplication(page, '/ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await answerPage(page);
  await expectNoFindings(page);
  await page.goto(path(page).replace(/[^/]+$/, 'check'));
  await expectNoFindings(page);
});
