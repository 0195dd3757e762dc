import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectFits, expectNoFindings } from '../fixtures/accessible';
import { createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { majken } from '../fixtures/people';

async function adminIn(browser: Browser, path: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('button', { name: 'Logga in med arbetskonto' }).click();
  await page.getByRole('button', { name: 'Helena Strand' }).click();
  await page.goto(path);
  return page;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`what a system sent to the wrong case is corrected, run again and read by her whose case it is, ${how} JavaScript`, async ({
    page,
    browser,
  }) => {
    await logIn(page, majken);
    const { number, path } = await createCase(page);
    const sent = `Välkommen på samtal, ${how}`;
    const inbox = await office.writeToNoCase(sent);

    const admin = await adminIn(browser, inbox, javaScriptEnabled);
    const good = async () => {
      await expectFits(admin);
      if (javaScriptEnabled) await expectNoFindings(admin);
    };
    await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Meddelanden som inte passade');
    await good();
    await admin
      .getByRole('row')
      .filter({ hasText: 'Meddelande i ett ärende' })
      .last()
      .getByRole('link')
      .click();
    const main = admin.getByRole('main');
    await expect(main).toContainText('Det som meddelandet gäller finns inte här');
    const content = admin.getByLabel('Innehåll');
    await expect(content).toHaveValue(new RegExp(sent));
    await good();

    // As it is it doesn't fit now either, and says so.
    await admin.getByRole('button', { name: 'Kör igen', exact: true }).click();
    await expect(main).toContainText('Det gick inte nu heller.');

    // What is wrong is said at its field, and what was typed is there.
    await admin.getByLabel('Ärendenummer').fill('TST-FINNS-INTE');
    await content.fill('{"text": ');
    await admin.getByRole('button', { name: 'Rätta och kör igen' }).click();
    await expect(admin.locator('#error-summary')).toContainText('Hela innehållet');
    await expect(content).toHaveAttribute('aria-invalid', 'true');
    await expect(content).toHaveValue('{"text": ');
    await good();
    const corrected = { text: `${sent}, rättat`, occurredAt: new Date().toISOString() };
    await content.fill(JSON.stringify(corrected));
    await admin.getByRole('button', { name: 'Rätta och kör igen' }).click();
    await expect(admin.locator('#error-summary')).toContainText('Systemet har inget ärende med det numret');

    await admin.getByLabel('Ärendenummer').fill(number);
    await admin.getByRole('button', { name: 'Rätta och kör igen' }).click();
    await expect(admin.getByRole('status').filter({ hasText: 'Meddelandet är infört.' })).toBeVisible();
    await good();
    await admin.context().close();

    await page.goto(path);
    await expect(page.getByRole('main')).toContainText('Du fick ett meddelande');
    await page.goto('/messages');
    await page.getByRole('link', { name: 'Om ärendet' }).first().click();
    await expect(page.getByRole('main')).toContainText(`${sent}, rättat`);
  });
}

test('and what nothing is to come of is taken away, with the reason chosen', async ({ page, browser }) => {
  await logIn(page, majken);
  await createCase(page);
  const inbox = await office.writeToNoCase('Skickat av misstag');
  const admin = await adminIn(browser, inbox, true);
  await admin
    .getByRole('row')
    .filter({ hasText: 'Meddelande i ett ärende' })
    .last()
    .getByRole('link')
    .click();
  await admin.getByRole('button', { name: 'Ta bort meddelandet' }).click();
  await expect(admin.locator('#error-summary')).toContainText('Välj varför det ska tas bort.');
  await admin.getByText('Det skickades av misstag').click();
  await admin.getByRole('button', { name: 'Ta bort meddelandet' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Meddelandet är borttaget.' })).toBeVisible();
  await admin.context().close();
});
