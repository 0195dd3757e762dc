import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectFits, expectNoFindings } from '../fixtures/accessible';
import { createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { evert } from '../fixtures/people';

async function adminIn(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto('/admin/statuses');
  await page.getByRole('button', { name: 'Logga in med arbetskonto' }).click();
  await page.getByRole('button', { name: 'Helena Strand' }).click();
  await expect(page).toHaveURL(/\/admin\/statuses$/);
  return page;
}

async function expectGood(page: Page): Promise<void> {
  await expectFits(page);
  await expectNoFindings(page);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`a code that nobody has mapped is mapped by keyboard, and read by him whose case it is, ${how} JavaScript`, async ({
    page,
    browser,
  }) => {
    const code = `HEMB-${how}`;
    await logIn(page, evert);
    const { caseId, path } = await createCase(page);
    await office.phase(caseId, 'being_looked_into');
    await office.status(caseId, code);
    await page.goto(path);
    await expect(page.getByRole('main')).not.toContainText('Vi planerar ett hembesök hos dig');

    const admin = await adminIn(browser, javaScriptEnabled);
    const choice = admin.getByLabel(`Vad ${code} betyder`);
    const form = admin.locator('form', { has: choice });
    await form.getByRole('button', { name: 'Koppla' }).click();
    await expect(admin.locator('#error-summary')).toContainText('Välj en status');
    await expect(choice).toHaveAttribute('aria-invalid', 'true');
    if (javaScriptEnabled) await expectGood(admin);

    await choice.focus();
    await choice.selectOption({ label: 'Utreds: Hembesök planeras' });
    await admin.keyboard.press('Tab');
    await expect(form.getByRole('button', { name: 'Koppla' })).toBeFocused();
    await admin.keyboard.press('Enter');
    await expect(admin.getByRole('status')).toContainText(code);
    await expect(choice).toHaveValue(/.+/);
    await expect(form.getByRole('button', { name: 'Ändra' })).toBeVisible();
    if (javaScriptEnabled) await expectGood(admin);
    await admin.context().close();

    await page.goto(path);
    await expect(page.getByRole('main')).toContainText('Vi planerar ett hembesök hos dig');
  });
}
