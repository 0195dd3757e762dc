import { expect, type Page, test } from '@playwright/test';
import { paths } from '../../lib/testing/paths/all-paths';
import { forms, type TestForm } from '../../lib/testing/service-forms';
import { expectFits, expectNoFindings } from '../fixtures/accessible';
import { logIn } from '../fixtures/log-in';
import { greta } from '../fixtures/people';
import { walkForm } from '../fixtures/walk-form';

/* Each service of the catalogue, filled in page by page as the longest of its paths says. */

test.use({ viewport: { width: 360, height: 740 } });

const inGranvik = forms.filter(({ name }) => name.startsWith('granvik/'));

/** The kinds of questions that have been looked through: a page with none but these has nothing new to find. */
const lookedThrough = new Set<string>();

async function lookThrough(page: Page, form: TestForm, slug: string): Promise<void> {
  await expectFits(page);
  const asked = form.definition.pages.find((one) => one.slug === slug)?.groups ?? [];
  const kinds = asked.flatMap(({ fields }) => fields.map(({ kind }) => kind));
  if (kinds.every((kind) => lookedThrough.has(kind))) return;
  for (const kind of kinds) lookedThrough.add(kind);
  await expectNoFindings(page);
}

for (const form of inGranvik) {
  const { slug } = form.definition;
  test(`${slug} can be filled in to its end`, async ({ page }) => {
    await logIn(page, greta, { next: `/services/${slug}/start` });
    await page.locator('main form button').first().click();
    const [longest] = Object.values(paths[form.name] ?? {}).toSorted((a, b) => b.length - a.length);
    await walkForm(page, form, longest ?? [], (pageSlug) => lookThrough(page, form, pageSlug));
    await expect(page.locator('main dl').first()).toBeVisible();
  });
}
