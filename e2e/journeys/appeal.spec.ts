import { expect, type Page, test } from '@playwright/test';
import { expectNoFindings } from '../fixtures/accessible';
import { createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { sigrid } from '../fixtures/people';

/** A refusal that she has opened, and the page where she writes her appeal of it. */
async function toTheAppeal(page: Page): Promise<{ caseId: string; path: string }> {
  await logIn(page, sigrid);
  const { caseId, path } = await createCase(page);
  const decisionId = await office.decide(caseId, 'rejected');
  await page.goto(`${path}/decisions/${decisionId}`);
  await page.getByRole('button', { name: 'Läs beslutet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Avslag');
  await page.getByRole('link', { name: 'Skriv ett överklagande' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Överklaga beslutet');
  return { caseId, path };
}

async function write(page: Page): Promise<void> {
  await page.getByLabel('Hur vill du att beslutet ska ändras?').fill('Jag vill få det jag sökte.');
  await page.getByLabel('Varför ska det ändras?').fill('Jag behöver hjälp också på natten.');
}

const goOn = (page: Page) => page.getByRole('button', { name: 'Granska innan du skickar' }).last().click();

test('an appeal is written, read through and sent; the office has it, and the open page says so', async ({
  page,
}) => {
  const { caseId, path } = await toTheAppeal(page);
  // Known beforehand: who she is, and from the population register where she lives.
  await expect(page.getByText('19540112-0448')).toBeVisible();
  await expect(page.getByLabel(/^Postadress/)).toHaveValue(/Testvägen 1/);
  await goOn(page);
  await expect(page.getByRole('alert').first()).toContainText('Skriv hur du vill att beslutet ska ändras');
  await write(page);
  await page.getByLabel('Välj filer att skicka med').setInputFiles({
    name: 'Intyg.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\nintyg\n%%EOF'),
  });
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Granska överklagandet');
  await expect(page.getByText('Jag behöver hjälp också på natten.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Intyg.pdf' })).toBeVisible();
  await expectNoFindings(page);

  await page.getByRole('button', { name: 'Skicka överklagandet' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ditt överklagande är skickat');
  await expect(page.getByText(/har nummer .*-Ö1/)).toBeVisible();
  const receipt = await page.request.get(
    (await page.getByRole('link', { name: 'Hämta kvittot (PDF)' }).getAttribute('href')) ?? '',
  );
  expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await expectNoFindings(page);

  await expect(page.getByText('Vi lämnar det till handläggarna.')).toBeVisible();
  await expect.poll(() => office.receive(caseId, 'appeal'), { timeout: 30_000 }).toBe(true);
  await expect(page.getByText('Handläggarna har tagit emot det.')).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('Överklagat', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Du skickade ett överklagande')).toBeVisible();
});

test('without JavaScript: begun, gone on with, and sent', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { path } = await toTheAppeal(page);
  await page.getByLabel('Varför ska det ändras?').fill('Det är fel.');
  await page.getByRole('button', { name: 'Spara och fortsätt senare' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'sparat men inte skickat' })).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('Ditt överklagande är inte skickat')).toBeVisible();
  await page.getByRole('link', { name: 'Fortsätt på ditt överklagande' }).click();
  await expect(page.getByLabel('Varför ska det ändras?')).toHaveValue('Det är fel.');
  await goOn(page);
  await expect(page.getByText('Skriv hur du vill att beslutet ska ändras.').first()).toBeVisible();
  await write(page);
  await goOn(page);
  await page.getByRole('button', { name: 'Skicka överklagandet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ditt överklagande är skickat');
  await context.close();
});
