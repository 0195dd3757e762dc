import { expect, type Page, test } from '@playwright/test';
import { expectFits, expectNoFindings } from '../fixtures/accessible';
import { createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { arvid } from '../fixtures/people';

async function wishFor(page: Page, [day, month, year]: [string, string, string]): Promise<void> {
  await page.getByLabel('Dag', { exact: true }).fill(day);
  await page.getByLabel('Månad', { exact: true }).fill(month);
  await page.getByLabel('År', { exact: true }).fill(year);
}

test('more time is asked for and given, and the open page says so', async ({ page }) => {
  await logIn(page, arvid);
  const { caseId, path } = await createCase(page);
  const supplementId = await office.ask(caseId);
  await page.goto(`${path}/supplements/${supplementId}`);
  await page.getByRole('link', { name: 'Be om mer tid' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Be om mer tid');
  await expectNoFindings(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);

  // A day too late, and the words stand.
  await wishFor(page, ['1', '3', '2100']);
  await page.getByLabel('Varför behöver du mer tid?').fill('Läkaren har semester.');
  await page.getByRole('button', { name: 'Skicka frågan' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Skriv en dag som du kan be om');
  await expect(page.getByLabel('Varför behöver du mer tid?')).toHaveValue('Läkaren har semester.');
  await wishFor(page, ['8', '12', '2099']);
  await page.getByRole('button', { name: 'Skicka frågan' }).click();
  await expect(page.getByRole('heading', { name: 'Du har bett om mer tid' })).toBeVisible();

  await page.goto(path);
  await expect(page.getByText(/Du har bett om att få vänta till tisdag 8\sdecember 2099/)).toBeVisible();
  await expect
    .poll(() => office.answerMoreTime(caseId, { outcome: 'granted', dueOn: '2099-12-08' }))
    .toBe(true);
  // Without a reload.
  await expect(page.getByText(/^Du fick mer tid/)).toBeVisible();
  await expect(page.getByText(/Senast tisdag 8\sdecember 2099/).first()).toBeVisible();
});

test('and refused with a reason, without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, arvid);
  const { caseId, path } = await createCase(page);
  const supplementId = await office.ask(caseId);
  await page.goto(`${path}/supplements/${supplementId}/more-time`);
  await wishFor(page, ['8', '12', '2099']);
  await page.getByRole('button', { name: 'Skicka frågan' }).click();
  await expect(page.getByText('Skriv varför du behöver mer tid.').first()).toBeVisible();
  await expect(page.getByLabel('Månad', { exact: true })).toHaveValue('12');
  await page.getByLabel('Varför behöver du mer tid?').fill('Jag är bortrest.');
  await page.getByRole('button', { name: 'Skicka frågan' }).click();
  await expect(page.getByRole('heading', { name: 'Du har bett om mer tid' })).toBeVisible();
  await expect
    .poll(() => office.answerMoreTime(caseId, { outcome: 'refused', reason: 'Nämnden möts före dess.' }))
    .toBe(true);
  await page.reload();
  await expect(page.getByText('Nämnden möts före dess.')).toBeVisible();
  await context.close();
});
