import { expect, type Page, test } from '@playwright/test';
import { expectFits, expectNoFindings } from '../fixtures/accessible';
import { press } from '../fixtures/application';
import { stack } from '../fixtures/stack';

const goOn = (page: Page) => page.getByRole('button', { name: 'Gå vidare' }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

// Where scripts don't run, the checker doesn't either: it is the same markup.
async function checkPage(page: Page, isScripted = true) {
  if (!isScripted) return;
  await expectNoFindings(page);
  await expectFits(page);
}

for (const javaScriptEnabled of [true, false]) {
  test(`from a need to the service that fits it, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      viewport: { width: 360, height: 800 },
      baseURL: stack.urls.granvik,
    });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: 'Vilken tjänst passar mig?' }).click();
    await expect(heading(page)).toHaveText(/Vad behöver du eller din närstående hjälp med/);
    await checkPage(page, javaScriptEnabled);

    await goOn(page);
    await expect(page.locator('#error-summary')).toContainText('Välj minst en sak');
    await expect(page.locator('#error-summary')).toBeFocused();
    await checkPage(page, javaScriptEnabled);

    await press(page.getByLabel('Att klara vardagen hemma'));
    await press(page.getByLabel('Att få pengarna att räcka'));
    await goOn(page);
    await expect(heading(page)).toHaveText(/Hur mycket hjälp behövs hemma/);
    await checkPage(page, javaScriptEnabled);
    await press(page.getByLabel('Varje dag'));
    await goOn(page);

    // Back again: what was answered is there, on this page and the next.
    await expect(heading(page)).toHaveText('Om pengarna');
    await page.getByRole('button', { name: 'Tillbaka' }).click();
    await expect(page.getByLabel('Varje dag')).toBeChecked();
    await goOn(page);
    await press(page.getByRole('group', { name: /pengar till mat/ }).getByLabel('Nej'));
    await press(page.getByRole('group', { name: /fått ekonomiskt bistånd/ }).getByLabel('Ja'));
    await checkPage(page, javaScriptEnabled);
    await goOn(page);

    await expect(heading(page)).toHaveText('Det här kan passa dig');
    await expect(page.getByRole('heading', { name: /Ring oss i dag/ })).toBeVisible();
    await checkPage(page, javaScriptEnabled);
    const services = page.locator('main article').getByRole('link');
    await expect(services).toHaveText(['Hemtjänst', /Ekonomiskt bistånd/]);

    // Nothing of it is kept: not in the address, not in the browser.
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/guide');
    expect(JSON.stringify(await context.storageState())).not.toContain('money');
    if (javaScriptEnabled) {
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    }
    await services.first().click();
    await expect(heading(page)).toHaveText('Hemtjänst');
    await context.close();
  });

  test(`says what to do where nothing fits, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, baseURL: stack.urls.granvik });
    const page = await context.newPage();
    await page.goto('/services');
    await page.getByRole('link', { name: 'Vilken tjänst passar mig?' }).click();
    await press(page.getByLabel('Något annat'));
    await goOn(page);
    await expect(heading(page)).toHaveText(/Ingen av tjänsterna här passar/);
    await expect(page.locator('main').getByRole('link', { name: /0980/ })).toBeVisible();
    await checkPage(page, javaScriptEnabled);
    await page.getByRole('link', { name: 'Börja om från början' }).click();
    await expect(page.getByLabel('Något annat')).not.toBeChecked();
    await context.close();
  });
}

test('in Arabic, from right to left, it names services in the language they have', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/ar/guide');
  await checkPage(page);
  await press(page.getByLabel('البناء أو التغيير أو الهدم'));
  await page.getByRole('button', { name: 'متابعة' }).click();
  await expect(heading(page)).toHaveText(/قد يناسبك/);
  await expect(page.locator('main article').getByRole('link').locator('span[lang="sv"]')).toHaveText(
    'Bygglov',
  );
  await checkPage(page);
});

test('leads to a service that lives elsewhere, in another municipality', async ({ page }) => {
  await page.goto(`${stack.urls.ekhamn}/en/guide`);
  await press(page.getByLabel('Getting about and travelling'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await press(page.getByLabel('It is hard to walk'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Special transport' }).click();
  await expect(heading(page)).toHaveText('Special transport');
});
