import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectFits, expectNoFindings } from '../fixtures/accessible';
import { createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { elof } from '../fixtures/people';

async function fetched(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: button }).click(),
  ]);
  return (await readFile(await download.path())).toString('latin1');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('he takes out a year of his care, to read and as data', async ({ page }) => {
      await logIn(page, elof);
      await createCase(page);
      await office.note(elof, `Gick en promenad, ${how}.`);
      await page.goto('/care');
      await page.getByRole('link', { name: 'Hämta min omsorg som fil' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hämta min omsorg');
      if (javaScriptEnabled) await expectNoFindings(page);
      await page.setViewportSize({ width: 360, height: 740 });
      await expectFits(page);
      expect(await fetched(page, 'Hämta 2026 som PDF')).toMatch(/^%PDF-/);
      expect(await fetched(page, 'Hämta 2026 som data (JSON)')).toContain(`Gick en promenad, ${how}.`);
      await page.goto('/ar/care/take-out');
      await expectFits(page);
    });

    test('and the whole of a case', async ({ page }) => {
      await logIn(page, elof);
      const { number, path } = await createCase(page);
      await page.goto(`${path}/take-out`);
      expect(await fetched(page, 'Hämta som PDF')).toMatch(/^%PDF-/);
      expect(await fetched(page, 'Hämta som data (JSON)')).toContain(number);
    });
  });
}
