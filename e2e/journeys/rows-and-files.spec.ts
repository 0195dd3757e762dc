import { expect, type Page, test } from '@playwright/test';
import { type ShortField, smallForm } from '../../lib/testing/small-form';
import { goOn } from '../fixtures/application';
import { logIn } from '../fixtures/log-in';
import { alva } from '../fixtures/people';
import { publishForm } from '../fixtures/publish';

test.describe.configure({ timeout: 180_000 });

const neighbours: ShortField = {
  kind: 'rows',
  id: 'neighbours',
  label: 'Dina grannar',
  item: { sv: 'Granne' },
  add: { sv: 'Lägg till en granne' },
  columns: [
    {
      kind: 'text',
      id: 'name',
      label: { sv: 'Namn' },
      required: true,
      missing: { sv: 'Skriv grannens namn' },
    },
    { kind: 'text', id: 'address', label: { sv: 'Adress' } },
  ],
};
const drawing = (id: string): ShortField => ({
  kind: 'file',
  id,
  required: true,
  accept: ['pdf'],
});
const why: ShortField = { kind: 'text', id: 'why', label: 'Varför?' };

async function begin(page: Page, slug: string): Promise<void> {
  await logIn(page, alva, { next: `/services/${slug}/start` });
  await page.locator('main form button').first().click();
  await expect(page).toHaveURL(/\/about$/);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`one more row is asked for while one stands empty, ${how} JavaScript`, async ({ browser }) => {
    const slug = `rader-${how}-skript`;
    await publishForm(smallForm(slug, { about: [neighbours], more: [why] }));
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await begin(page, slug);
    const summary = page.locator('#error-summary');
    const rows = page.locator('input[name="neighbours-rows"]');
    const add = page.getByRole('button', { name: 'Lägg till en granne' });

    // The second time as the first.
    for (const _ of [1, 2]) {
      await add.click();
      await expect(summary.getByRole('link')).toHaveText(['Skriv grannens namn']);
      await expect(summary).toBeFocused();
      await expect(rows).toHaveValue('1');
    }
    await summary.getByRole('link').click();
    await expect(page.locator('[name="neighbours-1-name"]')).toBeFocused();

    await page.locator('[name="neighbours-1-name"]').fill('Ann Ask');
    await add.click();
    await expect(rows).toHaveValue('2');
    await expect(summary).toHaveCount(0);
    await expect(page.locator('[name="neighbours-1-name"]')).toHaveValue('Ann Ask');
    // An empty row is nobody's answer, and stops nobody from going on.
    await goOn(page).click();
    // Without JavaScript the browser carries the place on the page along.
    await expect(page).toHaveURL(/\/more(#.*)?$/);
    await page.context().close();
  });
}

test('the files of two questions are waited for, both of them, by one who goes on at once', async ({
  page,
}) => {
  const slug = 'tva-filer';
  await publishForm(smallForm(slug, { about: [drawing('facade'), drawing('plan')], more: [why] }));
  await begin(page, slug);
  const address = page.url();
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 200_000 };
  await line.send('Network.emulateNetworkConditions', slow);
  const choose = (id: string, bytes: number) =>
    page.locator(`input[type=file][name="${id}"]`).setInputFiles({
      name: `${id}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes, 'x')]),
    });
  await choose('facade', 1_200_000);
  await expect(page.getByRole('progressbar', { name: /facade\.pdf/ })).toBeVisible();
  // The second comes last, and is the first to have come.
  await choose('plan', 200_000);
  await goOn(page).click();
  await expect(page.getByText('Vi går vidare när filerna har kommit fram.').first()).toBeVisible();
  await expect(page).toHaveURL(/\/more$/, { timeout: 60_000 });

  await page.goto(address);
  for (const name of ['facade', 'plan']) {
    await expect(page.getByRole('button', { name: `Ta bort ${name}.pdf` })).toHaveCount(1);
  }
});
