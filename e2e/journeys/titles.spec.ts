import { expect, test } from '@playwright/test';
import { beginApplication, goOn, withoutDraft } from '../fixtures/application';
import { logIn } from '../fixtures/log-in';
import { valter } from '../fixtures/people';

// The title is what a screen reader says first, and all that a tab shows.
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a page that isn’t there says so in its title', async ({ page }) => {
      await logIn(page, valter);
      for (const [path, title] of [
        ['/no-such-page', /^Sidan finns inte – Mina sidor, Granvik/],
        ['/services/no-such-service', /^Sidan finns inte – /],
        ['/cases/no-such-case', /^Sidan finns inte – /],
        ['/en/no-such-page', /^This page does not exist – My pages/],
      ] as const) {
        expect((await page.goto(path))?.status()).toBe(404);
        await expect(page).toHaveTitle(title);
      }
    });

    test('a form that comes back with errors says so first in its title, once', async ({ page }) => {
      await page.goto('/accessibility/report');
      const title = await page.title();
      await page.getByRole('button', { name: 'Skicka' }).click();
      await expect(page.locator('#error-summary')).toBeFocused();
      await expect(page).toHaveTitle(`Fel: ${title}`);
      await page.getByLabel(/Din e-postadress/).fill('vera@');
      await page.getByRole('button', { name: 'Skicka' }).click();
      await expect(page.locator('#error-summary')).toContainText('namn@example.se');
      await expect(page).toHaveTitle(`Fel: ${title}`);
    });

    test('so does a page of an application', async ({ page }) => {
      await logIn(page, valter);
      await withoutDraft(page);
      await beginApplication(page);
      const title = await page.title();
      await goOn(page).click();
      await expect(page.locator('#error-summary')).toBeFocused();
      await expect(page).toHaveTitle(`Fel: ${title}`);
      await page.goto(page.url());
      await expect(page).toHaveTitle(title);
    });
  });
}

test('Escape closes the phone’s menu and gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  const menu = page.locator('.ms-menu');
  await menu.locator('summary').click();
  const link = page.locator('.ms-nav a').first();
  await expect(link).toBeVisible();
  await link.focus();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
  await expect(menu.locator('summary')).toBeFocused();
});
