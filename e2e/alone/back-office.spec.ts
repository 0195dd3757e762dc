import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { answerUnseen } from '../fixtures/answer-unseen';
import { approveSignature, beginApplication, beginToSign, withoutDraft } from '../fixtures/application';
import { logIn } from '../fixtures/log-in';
import { openInOffice, switchOffice } from '../fixtures/office';
import { gunnar } from '../fixtures/people';
import { killPart } from '../fixtures/stack';

const main = (page: Page) => page.getByRole('main');
const phase = (page: Page) => main(page).locator('.ds-tag').first();

/** A page that changes by itself is looked at again, as people do. */
const eventually = (page: Page, what: Locator) =>
  expect(async () => {
    await page.reload();
    await expect(what).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });

test.afterEach(() => switchOffice('on'));

test('nothing waits for the back office, and nothing is lost', async ({ page, browser }) => {
  test.setTimeout(240_000);
  await logIn(page, gunnar);

  // She gets her receipt just the same.
  await switchOffice('off');
  await withoutDraft(page);
  await beginApplication(page);
  await answerUnseen(page);
  await beginToSign(page);
  await approveSignature(page, gunnar);
  await expect(page).toHaveURL(/\/receipt$/);
  await main(page).locator('a[href*="/cases/"]').first().click();
  await expect(phase(page)).toHaveText('Mottagen av oss');

  // A worker that is killed meanwhile changes nothing, and the case goes on by itself.
  await killPart('worker');
  await switchOffice('on');
  await eventually(page, phase(page).getByText('Mottagen av handläggarna'));

  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' });
  const office = await context.newPage();
  await openInOffice(office, `${gunnar.givenName} ${gunnar.surname}`);
  await expect(main(office)).toContainText(`${gunnar.nationalId.slice(0, 8)}-${gunnar.nationalId.slice(8)}`);
  await office.getByText('Begär komplettering').click();
  await office.getByLabel('Till den sökande').fill('Vi behöver ett intyg till.');
  await office.getByLabel('Vad behövs?').fill('Intyg från arbetsterapeut');
  await office.getByRole('button', { name: 'Skicka begäran' }).click();
  await expect(main(office)).toContainText('Komplettering K1');
  await eventually(page, main(page).locator('a[href*="/supplements/"]').first());

  await office.locator('summary', { hasText: 'Fatta beslut' }).click();
  await office.getByLabel('Vad har beslutats?').fill('Du får plats i särskilt boende.');
  await office.getByLabel('Skäl').fill('Du behöver hjälp dygnet runt.');
  await office.locator('button', { hasText: 'Fatta beslut' }).click();
  await expect(main(office)).toContainText('Beslut B1: Bifall');
  await eventually(page, main(page).locator('a[href*="/decisions/"]').first());
  // What it says is not shown before it is opened: the time to appeal counts from then.
  await expect(main(page)).not.toContainText('Du får plats i särskilt boende.');
  await context.close();

  await compares(browser);
});

/** After all that, the system's list and ours say the same; what an administrator presses for comes by a job. */
async function compares(browser: Browser): Promise<void> {
  const context = await browser.newContext({ locale: 'sv-SE' });
  const admin = await context.newPage();
  await admin.goto('/admin/systems');
  await admin.getByRole('button', { name: 'Logga in med arbetskonto' }).click();
  await admin.getByRole('button', { name: 'Helena Strand' }).click();
  await main(admin).getByRole('link', { name: 'Omsorgssystemet (demo)' }).click();
  await main(admin).getByRole('button', { name: 'Stäm av nu' }).click();
  // A quick job has done it before the page is there.
  await expect(main(admin).getByRole('status')).toContainText(/är (beställd|klar)/);
  const latest = main(admin)
    .getByRole('row')
    .filter({ has: admin.getByRole('cell', { name: 'Inga', exact: true }) });
  // One that was made before is in the list already: what tells of hers is looked for first.
  await eventually(admin, main(admin).getByRole('status').filter({ hasText: 'är klar' }));
  await expect(latest.first()).toBeVisible();
  await context.close();
}
