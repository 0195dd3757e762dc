import { expect, type Page, test } from '@playwright/test';
import { expectFits, expectNoFindings } from '../fixtures/accessible';
import { asOwner, createCase, office, type TestCase } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { vera } from '../fixtures/people';

/** A case of the care-home service that is decided: homes are offered in no other. */
async function createCareHomeCase(page: Page): Promise<TestCase> {
  const theCase = await createCase(page);
  await asOwner((client) =>
    client.query(
      `update cases set service_id = s.id, service_version = s.published_version
         from service s where s.tenant_id = cases.tenant_id and s.slug = 'sarskilt-boende' and cases.id = $1`,
      [theCase.caseId],
    ),
  );
  await office.decide(theCase.caseId, 'granted');
  return theCase;
}

test('a home that is offered is first among what to do, and looked at again before it is answered', async ({
  page,
}) => {
  await logIn(page, vera);
  const { caseId } = await createCareHomeCase(page);
  await office.offer(caseId);
  await asOwner((client) =>
    client.query('update decision set opened_at = now() where case_id = $1', [caseId]),
  );
  await page.goto('/overview');
  // The decided case says what there is to do, and not that there is nothing.
  const decided = page.getByRole('region', { name: 'Beslutade ärenden' }).getByRole('listitem').first();
  await expect(decided).toContainText('Du svarar på erbjudandet om boende.');
  await expect(decided).not.toContainText('Annars behöver du inte göra något');
  await page.getByRole('link', { name: 'Läs och svara' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Erbjudande om boende');
  await expect(page.getByText('6 450 kronor i månaden.')).toBeVisible();
  await expect(page.getByText(/Ditt nej ändrar ingenting för dig/)).toBeVisible();
  await expectNoFindings(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);

  // What she missed is said here, without asking the server, and again at each try until it is answered.
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  for (const _ of [1, 2]) {
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await expect(page.locator('#error-summary')).toBeFocused();
    await expect(page.locator('#error-summary')).toContainText('Välj ja eller nej.');
  }
  await page.getByText('Ja, jag tar platsen').click();
  await expect(page.locator('#error-summary')).toHaveCount(0);
  expect(posts).toEqual([]);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(page.getByText(/Du svarar ja till en plats på/)).toBeVisible();
});

test('and turned down with a reason, without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, vera);
  const { caseId, path } = await createCareHomeCase(page);
  const offerId = await office.offer(caseId);
  await page.goto(`${path}/offers/${offerId}`);
  await page.getByText('Nej, jag tackar nej').click();
  await page.getByLabel('Varför tackar du nej?').fill('Det är för långt till min syster.');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByRole('button', { name: 'Ändra' }).click();
  await expect(page.getByLabel('Nej, jag tackar nej')).toBeChecked();
  await expect(page.getByLabel('Varför tackar du nej?')).toHaveValue('Det är för långt till min syster.');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByRole('button', { name: 'Svara nej' }).click();
  await expect(page.getByRole('heading', { name: 'Du har svarat nej' })).toBeVisible();
  await expect(page.getByText('Det är för långt till min syster.')).toBeVisible();
  await context.close();
});

test('a place that she said yes to is taken back: she reads why, and that she waits on as before', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, vera);
  const { caseId, path } = await createCareHomeCase(page);
  const offerId = await office.offer(caseId, 'E-brand');
  await page.goto(`${path}/offers/${offerId}`);
  await page.getByText('Ja, jag tar platsen').click();
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByRole('button', { name: 'Svara ja' }).click();
  await expect(page.getByRole('heading', { name: 'Du har svarat ja' })).toBeVisible();

  await office.takeBackOffer(caseId, 'E-brand', 'Det har brunnit på Lindbacken. Ingen kan flytta in.');
  await page.goto(path);
  await expect(page.getByRole('main')).toContainText('Kommunen drog tillbaka en plats på ett boende');
  await page.goto(`${path}/offers/${offerId}`);
  const told = page.getByRole('main');
  await expect(
    page.getByRole('heading', { name: 'Platsen som du sade ja till är tillbakadragen' }),
  ).toBeVisible();
  await expect(told).toContainText('Det har brunnit på Lindbacken.');
  await expect(told).toContainText('Du väntar vidare från samma dag som förut');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  await context.close();
});
