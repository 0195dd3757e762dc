import { expect, type Page, test } from '@playwright/test';
import { beginApplication, withoutDraft } from '../fixtures/application';
import { logIn } from '../fixtures/log-in';
import { ebba } from '../fixtures/people';

test('a file goes on where a bad line was cut, and what she pressed meanwhile is done when it has come', async ({
  page,
}) => {
  await logIn(page, ebba);
  await withoutDraft(page);
  const applicationId = await beginApplication(page);
  await page.goto(`/applications/${applicationId}/attachments`);

  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  const speed = { latency: 20, downloadThroughput: -1, uploadThroughput: 300_000 };
  await line.send('Network.emulateNetworkConditions', { offline: false, ...speed });
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  const firstPiece = page.waitForResponse((response) => response.request().method() === 'PATCH');

  const size = 1_500_000;
  const buffer = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'x')]);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'läkarintyg.pdf', mimeType: 'application/pdf', buffer });
  const progress = page.getByRole('progressbar', { name: /läkarintyg\.pdf/ });
  await expect(progress).toBeVisible();

  expect((await firstPiece).status()).toBe(204);
  await line.send('Network.emulateNetworkConditions', { offline: true, ...speed });
  await expect(page.getByText('Anslutningen bröts')).toBeVisible();
  await page.getByRole('button', { name: 'Ladda upp valda filer' }).click();
  await expect(page.getByText('Vi går vidare när filerna har kommit fram.')).toBeVisible();
  await line.send('Network.emulateNetworkConditions', { offline: false, ...speed, uploadThroughput: -1 });

  const remove = page.getByRole('button', { name: 'Ta bort läkarintyg.pdf' });
  await expect(remove).toBeVisible({ timeout: 40_000 });
  await expect(progress).toHaveCount(0);
  // What had come was not sent again: no piece from the beginning but the first.
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  await page.reload();
  await expect(remove).toHaveCount(1);
  await withoutDraft(page);
});

/** Opens a page of which the scripts come only when she has answered. */
async function onSlowPhone(page: Page, path: string, answer: () => Promise<void>): Promise<void> {
  let arrive = () => {};
  const answered = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, (route) => answered.then(() => route.continue()));
  await page.goto(path, { waitUntil: 'commit' });
  await answer();
  arrive();
}

test('what she answers before a slow phone has the page alive is heard all the same', async ({ page }) => {
  await logIn(page, ebba);
  await withoutDraft(page);
  const applicationId = await beginApplication(page);

  await onSlowPhone(page, `/applications/${applicationId}/safety`, () =>
    page.locator('[name="unsafe"][value="often"]').check({ force: true }),
  );
  await expect(page.locator('[name="unsafe-why"]')).toBeVisible();

  await onSlowPhone(page, `/applications/${applicationId}/attachments`, () =>
    page.locator('input[type=file]').setInputFiles({
      name: 'läkarintyg.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'),
    }),
  );
  await expect(page.getByRole('button', { name: 'Ta bort läkarintyg.pdf' })).toHaveCount(1);
  await withoutDraft(page);
});
