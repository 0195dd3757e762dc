import { expect, type Page, test } from '@playwright/test';
import { expectUsableByAll, rounds } from '../fixtures/accessible';
import { stack } from '../fixtures/stack';

interface Mail {
  to: string[];
  text: string;
}

const mailsTo = async (address: string): Promise<Mail[]> => {
  const response = await fetch(`${stack.urls.demo}/control/inbox?to=${encodeURIComponent(address)}`);
  return ((await response.json()) as { mails: Mail[] }).mails;
};

const whatField = (page: Page) => page.getByLabel(/Vad fungerar inte/);

for (const javaScriptEnabled of [true, false]) {
  test(`anybody says what doesn’t work, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const words = `Knappen syns inte i hög kontrast (${Date.now()})`;
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto('/services?q=boende');
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: 'Säg till om något inte fungerar' })
      .click();
    await expect(page.getByLabel(/Vilken sida/)).toHaveValue('/services');

    // What is wrong is said, and nothing typed is lost.
    await page.getByLabel(/Din e-postadress/).fill('vera@');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await expect(page.locator('#error-summary')).toContainText('Skriv vad som inte fungerar');
    await expect(page.locator('#error-summary')).toContainText('namn@example.se');
    await expect(page.getByLabel(/Din e-postadress/)).toHaveValue('vera@');
    await expect(page.getByLabel(/Vilken sida/)).toHaveValue('/services');

    // The same again: whoever can't see the page is brought to it again.
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await answered;
    await expect(page.locator('#error-summary')).toBeFocused();

    await whatField(page).fill(words);
    await page.getByLabel(/Din e-postadress/).fill('vera@example.test');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack, vi har tagit emot det du skrev');
    await expect(page.getByText('inom 10 arbetsdagar')).toBeVisible();

    await expect
      .poll(async () => (await mailsTo('tillganglighet@granvik.example')).map(({ text }) => text).join())
      .toContain(`> ${words}`);
    await context.close();
  });
}

test('without an address she is told that nobody can answer', async ({ page }) => {
  await page.goto('/accessibility');
  await page.getByRole('link', { name: 'Skriv till oss om vad som inte fungerar' }).click();
  await whatField(page).fill('Jag behöver blanketten i punktskrift');
  await page.getByRole('button', { name: 'Skicka' }).click();
  await expect(page.getByText('så vi kan inte svara dig')).toBeVisible();
});

test('a link from elsewhere puts no words into the form', async ({ page }) => {
  await page.goto(`/accessibility/report?page=${encodeURIComponent('//evil.example/')}`);
  await expect(page.getByLabel(/Vilken sida/)).toHaveValue('');
});

for (const round of rounds) {
  const { lang } = round;
  test(`the pages can be used by all, in ${lang || '/sv'}`, async ({ page }) => {
    for (const path of ['/accessibility/report', '/accessibility/report?sent=answer', '/accessibility']) {
      await page.goto(`${lang}${path}`);
      await expectUsableByAll(page, round);
    }
  });
}
