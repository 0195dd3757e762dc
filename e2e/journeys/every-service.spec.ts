import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { paths } from '../../lib/testing/paths/all-paths';
import { forms } from '../../lib/testing/service-forms';
import { logIn } from '../fixtures/log-in';
import { greta } from '../fixtures/people';
import { walkForm } from '../fixtures/walk-form';

/* Each service of the catalogue, filled in page by page as the longest of its paths says. */

test.describe.configure({ timeout: 150_000 });
test.use({ viewport: { width: 360, height: 740 } });

const inGranvik = forms.filter(({ name }) => name.startsWith('granvik/'));

for (const form of inGranvik) {
  const { slug } = form.definition;
  test(`${slug} can be filled in to its end`, async ({ page }) => {
    await logIn(page, greta, { next: `/services/${slug}/start` });
    await page.locator('main form button').first().click();
    const [longest] = Object.values(paths[form.name] ?? {}).toSorted((a, b) => b.length - a.length);
    await walkForm(page, form, longest ?? [], async (pageSlug) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(said, pageSlug).toEqual([]);
      // Nothing is wider than the phone.
      expect(await page.evaluate(() => document.documentElement.scrollWidth), pageSlug).toBeLessThanOrEqual(
        360,
      );
    });
    await expect(page.locator('main dl').first()).toBeVisible();
  });
}
