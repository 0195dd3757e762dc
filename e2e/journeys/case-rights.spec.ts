import { expect, type Page, test } from '@playwright/test';
import { expectFits, expectNoFindings } from '../fixtures/accessible';
import { approveSignature } from '../fixtures/application';
import { asOwner, createCase, office } from '../fixtures/case';
import { logIn, startButton } from '../fixtures/log-in';
import { holger } from '../fixtures/people';

/** As if it had come in so long ago. */
const sevenMonthsAgo = (caseId: string) =>
  asOwner((client) =>
    client.query("update cases set received_at = now() - interval '7 months' where id = $1", [caseId]),
  );

async function canBeUsed(page: Page): Promise<void> {
  await expectNoFindings(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('she is told why it takes long, and asks for a decision, without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, holger);
  const { caseId, path } = await createCase(page);
  await office.phase(caseId, 'being_looked_into');
  await page.goto(path);
  await expect(page.getByRole('link', { name: 'Begär att ärendet avgörs' })).toBeHidden();

  await sevenMonthsAgo(caseId);
  await office.delay(caseId, 'Vi väntar på ett utlåtande från regionen.');
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'Beslutet dröjer' })).toBeVisible();
  await expect(page.getByText('Vi väntar på ett utlåtande från regionen.')).toBeVisible();
  await page.getByRole('link', { name: 'Begär att ärendet avgörs' }).click();
  await page.getByLabel('Vill du skriva något till handläggaren?').fill('Jag behöver hjälpen nu.');
  await page.getByRole('button', { name: 'Granska begäran' }).click();
  await expect(page.getByRole('heading', { name: 'Det här skickar du' })).toBeVisible();
  await page.getByRole('button', { name: 'Ändra' }).click();
  await expect(page.getByLabel('Vill du skriva något till handläggaren?')).toHaveValue(
    'Jag behöver hjälpen nu.',
  );
  await page.getByRole('button', { name: 'Granska begäran' }).click();
  await page.getByRole('button', { name: 'Skicka begäran' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du har begärt att ärendet avgörs');
  await expect(page.getByText(/^Senast .* ska kommunen antingen besluta/)).toBeVisible();
  await expect(page.getByText('Jag behöver hjälpen nu.')).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('Du begärde att ärendet avgörs', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Se din begäran' })).toBeVisible();
  await context.close();
});

test('an application is taken back by a signature, and the whole case taken out', async ({ page }) => {
  await logIn(page, holger);
  const { caseId, path } = await createCase(page);
  await office.ask(caseId);
  await page.goto(path);
  await page.getByRole('link', { name: 'Ta tillbaka ansökan' }).click();
  await expect(page.getByRole('heading', { name: 'Det här leder det till' })).toBeVisible();
  await canBeUsed(page);

  await page.getByRole('radio', { name: 'En del av ansökan' }).check({ force: true });
  await page.getByRole('button', { name: 'Fortsätt till underskriften' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Skriv vad du vill ta tillbaka');
  await page.getByRole('radio', { name: 'Hela ansökan' }).check({ force: true });
  await page.getByLabel('Varför tar du tillbaka den?').fill('Jag har flyttat.');
  await page.getByRole('button', { name: 'Fortsätt till underskriften' }).click();
  await expect(page).toHaveURL(/\/withdraw\/sign$/);
  await startButton(page, 'qr').click();
  await expect(page).toHaveURL(/\/sign\?order=/);
  expect(await approveSignature(page, holger)).toContain('Jag tar tillbaka hela min ansökan');
  await expect(page).toHaveURL(/\/withdraw$/);
  await expect(page.getByRole('heading', { name: 'Du har tagit tillbaka ansökan' })).toBeVisible();

  await page.goto(path);
  await expect(page.getByText('Återtagen').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Att göra' })).toBeHidden();
  await page.getByRole('link', { name: 'Hämta hela ärendet' }).click();
  await canBeUsed(page);
  const fetched = async (name: string) => {
    const address = await page.getByRole('link', { name }).getAttribute('href');
    return page.request.get(address ?? '');
  };
  expect(await (await fetched('Hämta som data (JSON)')).json()).toMatchObject({
    case: { phase: 'withdrawn' },
    supplements: [{ status: 'withdrawn' }],
    withdrawals: [{ scope: 'all', reason: 'Jag har flyttat.' }],
  });
  expect((await (await fetched('Hämta som PDF')).body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await (await fetched('Så är datan uppbyggd (JSON Schema)')).json()).toMatchObject({
    type: 'object',
  });
});
