import { expect, type Page, test } from '@playwright/test';
import { expectUsableByAll, rounds } from '../fixtures/accessible';
import { createCase, office, type TestCase } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { birgit, sven } from '../fixtures/people';

const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${name}\n%%EOF`),
});

for (const javaScriptEnabled of [true, false]) {
  test(`from received by us to a decision that is read, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await logIn(page, birgit);
    const theCase = await createCase(page);
    const { caseId, path, number } = theCase;

    await page.goto('/overview');
    await expect(
      page.getByRole('article').or(page.getByRole('listitem')).filter({ hasText: number }),
    ).toContainText('Mottagen av oss');
    await page.goto(path);
    await expect(page.getByText('Handläggarna har inte fått den än', { exact: false })).toBeVisible();

    await office.phase(caseId, 'being_looked_into', { name: 'Maria Öberg', unit: 'Biståndsenheten' });
    const supplementId = await office.ask(caseId);
    await page.goto('/overview');
    await expect(page.getByRole('heading', { name: 'Att göra' })).toBeVisible();
    await page.locator(`a[href$="${supplementId}"]`).click();
    await expect(page.getByText('Senast tisdag 24 november 2099')).toBeVisible();
    await expect(page.getByText('Läkarintyg, högst tre månader gammalt')).toBeVisible();
    await answer(page);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det du skickade in');
    await expect(page.getByText('Här kommer intyget')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Läkarintyg.pdf' })).toBeVisible();

    const decisionId = await office.decide(caseId);
    await page.goto(path);
    await expect(page.getByText('Maria Öberg').first()).toBeVisible();
    await page.locator(`a[href$="${decisionId}"]`).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du har fått ett beslut');
    expect(await page.content()).not.toContain('Ekbacken');
    await page.getByRole('button', { name: 'Läs beslutet' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Delvis bifall');
    await expect(page.getByText('Ekbacken')).toBeVisible();
    await expect(page.getByText(/Sista dagen att överklaga är/)).toBeVisible();
    const file = await page.request.get(
      (await page.getByRole('link', { name: 'Hämta beslutet (PDF)' }).getAttribute('href')) ?? '',
    );
    expect((await file.body()).toString()).toContain('beslutet');

    await office.look(caseId);
    await page.goto('/settings/access-log');
    await expect(page.getByRole('row').filter({ hasText: number }).first()).toContainText(
      'Maria Öberg, Biståndsenheten',
    );
    await context.close();
  });
}

/** A wrong file and no text first, then what is right: nothing that was typed or received is lost on the way. */
async function answer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Skicka svaret' }).last().click();
  await expect(page.getByRole('alert').first()).toContainText('Skriv ett svar eller lägg till en fil');

  await page.getByLabel('Skriv ditt svar').fill('Här kommer intyget');
  await page
    .getByLabel('Välj filer att skicka med')
    .setInputFiles([
      pdf('Läkarintyg.pdf'),
      { name: 'virus.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a PDF') },
    ]);
  await page.getByRole('button', { name: 'Skicka svaret' }).last().click();
  await expect(page.getByRole('alert').first()).toContainText('virus.pdf');
  await expect(page.getByLabel('Skriv ditt svar')).toHaveValue('Här kommer intyget');
  await expect(page.getByText('Läkarintyg.pdf', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Skicka svaret' }).last().click();
}

test('an answer begun is there on another device, and is not sent before it is', async ({
  page,
  browser,
}) => {
  await logIn(page, sven);
  const { caseId, path } = await createCase(page);
  const supplementId = await office.ask(caseId);
  await page.goto(`${path}/supplements/${supplementId}`);
  await page.getByLabel('Skriv ditt svar').fill('Jag återkommer med namnet');
  await page.getByLabel('Välj filer att skicka med').setInputFiles(pdf('Ett.pdf'));
  await page.getByRole('button', { name: 'Spara och fortsätt senare' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'sparat men inte skickat' })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await logIn(other, sven, { next: `${path}/supplements/${supplementId}` });
  await expect(other.getByLabel('Skriv ditt svar')).toHaveValue('Jag återkommer med namnet');
  await other.getByRole('button', { name: 'Ta bort Ett.pdf' }).click();
  await expect(other.getByText('Filen är borttagen')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Ta bort Ett.pdf' })).toBeHidden();
  await other.getByRole('button', { name: 'Skicka svaret' }).last().dblclick();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Det du skickade in');
  await other.context().close();
});

test('what is written saves by itself, and an old window neither overwrites nor sends it', async ({
  page,
  browser,
}) => {
  await logIn(page, sven);
  const { caseId, path } = await createCase(page);
  const here = `${path}/supplements/${await office.ask(caseId)}`;
  await page.goto(here);
  const other = await page.context().newPage();
  await other.goto(here);

  await page.getByLabel('Skriv ditt svar').fill('Skrivet i telefonen');
  await expect(page.getByRole('status').filter({ hasText: 'Sparat kl.' })).toBeVisible();

  await other.getByLabel('Skriv ditt svar').fill('Skrivet i datorn');
  await other.getByRole('button', { name: 'Skicka svaret' }).last().click();
  await expect(other.getByRole('heading', { name: 'Svaret är ändrat på ett annat ställe' })).toBeVisible();
  await expect(other.getByLabel('Skriv ditt svar')).toHaveValue('Skrivet i datorn');

  // Without JavaScript the same is told.
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await bare.newPage();
  await plain.goto(here);
  await expect(plain.getByLabel('Skriv ditt svar')).toHaveValue('Skrivet i telefonen');

  await other.getByRole('button', { name: 'Spara texten som står här' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'sparat men inte skickat' })).toBeVisible();
  await plain.getByLabel('Skriv ditt svar').fill('Skrivet utan skript');
  await plain.getByRole('button', { name: 'Spara och fortsätt senare' }).click();
  await expect(plain.getByRole('heading', { name: 'Svaret är ändrat på ett annat ställe' })).toBeVisible();
  await expect(plain.getByLabel('Skriv ditt svar')).toHaveValue('Skrivet utan skript');
  await bare.close();

  // Gone on with after the choice: it saves by itself again.
  await other.getByLabel('Skriv ditt svar').fill('Skrivet i datorn, och färdigt');
  await expect(other.getByRole('status').filter({ hasText: 'Sparat kl.' })).toBeVisible();
  await other.getByRole('button', { name: 'Skicka svaret' }).last().click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Det du skickade in');
  await expect(other.getByText('Skrivet i datorn, och färdigt')).toBeVisible();
});

test('late is still possible, and said', async ({ page }) => {
  await logIn(page, sven);
  const { caseId, path } = await createCase(page);
  const supplementId = await office.ask(caseId, { dueOn: '2026-01-02' });
  await page.goto(`${path}/supplements/${supplementId}`);
  await expect(page.getByRole('heading', { name: 'Sista dagen var fredag 2 januari 2026' })).toBeVisible();
  await page.getByLabel('Skriv ditt svar').fill('Förlåt att det dröjde');
  await page.getByRole('button', { name: 'Skicka svaret' }).last().click();
  await expect(page.getByText('Svaret kom efter sista dagen')).toBeVisible();
});

test.describe('every page can be used by all', () => {
  let theCase: TestCase;
  let paths: string[];

  test.beforeAll(async ({ browser }) => {
    const page = await browser.newPage();
    await logIn(page, sven);
    theCase = await createCase(
      page,
      'Ett mycket långt namn på en tjänst för äldre med kognitivsjukdomsanpassning',
    );
    const supplementId = await office.ask(theCase.caseId);
    const other = await createCase(page);
    const sealed = await office.decide(other.caseId);
    const third = await createCase(page);
    const opened = await office.decide(third.caseId, 'rejected');
    await page.goto(`${third.path}/decisions/${opened}`);
    await page.getByRole('button', { name: 'Läs beslutet' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Avslag');
    paths = [
      '/overview',
      '/cases',
      theCase.path,
      `${theCase.path}/supplements/${supplementId}`,
      `${other.path}/decisions/${sealed}`,
      `${third.path}/decisions/${opened}`,
      '/settings/access-log',
    ];
    await page.context().storageState({ path: storage });
    await page.close();
  });
  const storage = 'test-results/follow-case.json';

  for (const round of rounds) {
    const { lang } = round;
    test(`in ${lang || '/sv'}`, async ({ browser }) => {
      const context = await browser.newContext({ storageState: storage });
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(`${lang}${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectUsableByAll(page, round);
      }
      await context.close();
    });
  }
});
