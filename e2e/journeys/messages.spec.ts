import { expect, type Page, test } from '@playwright/test';
import { expectNoFindings } from '../fixtures/accessible';
import { createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { tora } from '../fixtures/people';

// What the server takes is the measurement's to hold (npm run bench -- live); here two cores do all at once.
const soon = { timeout: 10_000 };
const send = (page: Page) => page.getByRole('button', { name: 'Skicka meddelandet' }).last();
const text = (page: Page) => page.getByLabel('Ditt meddelande');
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isFirst: true }));
const isMarked = (page: Page) => page.evaluate(() => 'isFirst' in window);

test('she writes about her case, and the answer, and who has read hers, come to the open page', async ({
  page,
}) => {
  await logIn(page, tora);
  const { caseId, path } = await createCase(page);
  await office.phase(caseId, 'being_looked_into', { name: 'Maria Öberg', unit: 'Biståndsenheten' });
  await page.goto(path);
  await page.getByRole('link', { name: 'Skriv ett meddelande' }).click();
  await expect(page.getByText('Det går till Maria Öberg, Biståndsenheten.', { exact: false })).toBeVisible();
  await text(page).fill('Har ni fått intyget?');
  await expect(page.getByText(/^Sparat kl\./)).toBeVisible(soon);
  await page.goto(path);
  await page.getByRole('link', { name: 'Fortsätt på ditt påbörjade meddelande' }).click();
  await expect(text(page)).toHaveValue('Har ni fått intyget?');
  await send(page).click();
  await expect(page.getByText('Ditt meddelande är skickat', { exact: false })).toBeVisible(soon);
  await expect(text(page)).toHaveValue('');
  await expect(page.getByText('Skickat. Vi lämnar det till handläggarna', { exact: false })).toBeVisible();
  await expectNoFindings(page);

  await mark(page);
  await page.getByRole('link', { name: 'Alla meddelanden' }).focus();
  await office.write(caseId, 'Ja, i går. Vi hör av oss i veckan.');
  await expect(page.getByText('Ja, i går. Vi hör av oss i veckan.')).toBeVisible(soon);
  // The delivery is made by the worker, a moment after she sent it.
  await expect(async () => {
    await office.readMessages(caseId);
    await expect(page.getByText(/Läst av Maria Öberg/)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  expect(await isMarked(page)).toBe(true);

  // A page that brought itself up to date has read nothing: it is new until she opens it.
  await page.goto('/overview');
  await page.getByRole('link', { name: 'Du har 1 nytt meddelande att läsa' }).click();
  await expect(page.getByText('1 nytt')).toBeVisible();
  await page.getByRole('link', { name: 'Om ärendet' }).click();
  await expect(page.getByText('Ja, i går. Vi hör av oss i veckan.')).toBeVisible();
  await page.goto('/messages');
  await expect(page.getByRole('link', { name: 'Om ärendet' })).toBeVisible();
  await expect(page.getByText('1 nytt')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('she begins, is told what is missing, goes on later and sends; and is told until when', async ({
    page,
  }) => {
    await logIn(page, tora);
    const { caseId, path } = await createCase(page);
    await page.goto(`${path}/messages/new`);
    await send(page).click();
    await expect(page.locator('#error-summary')).toContainText('Skriv något eller lägg till en fil.');
    await expect(page).toHaveTitle(/^Fel: /);
    await page.getByLabel('Ämne').fill('Mitt nya telefonnummer');
    // What is pasted is told to be too long, never cut off in silence.
    const pasted = 'å'.repeat(10_001);
    await text(page).fill(pasted);
    await send(page).click();
    await expect(page.locator('#error-summary')).toContainText('Meddelandet är för långt.');
    await expect(text(page)).toHaveValue(pasted);
    await text(page).fill('Det är 070-174 06 99.');
    await page.getByLabel('Filer att skicka med').setInputFiles({
      name: 'intyg.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\nx\n%%EOF'),
    });
    await page.getByRole('button', { name: 'Spara och fortsätt senare' }).click();
    await expect(page.getByText('Meddelandet är sparat men inte skickat', { exact: false })).toBeVisible();
    await page.goto('/messages');
    await page.getByRole('link', { name: 'Mitt nya telefonnummer' }).click();
    await expect(text(page)).toHaveValue('Det är 070-174 06 99.');
    await expect(page.getByRole('button', { name: 'Ta bort intyg.pdf' })).toBeVisible();
    await send(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mitt nya telefonnummer');
    await expect(page.getByRole('link', { name: 'intyg.pdf' })).toBeVisible();

    await office.phase(caseId, 'closed');
    await page.reload();
    await expect(page.getByText(/Ärendet är avslutat. Du kan skriva om det här till och med/)).toBeVisible();
  });
});
