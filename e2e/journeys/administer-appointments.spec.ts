import { type Browser, expect, type Page, test } from '@playwright/test';
import { addDays, dateInSweden } from '../../lib/kernel/calendar-date';
import { onOrNextWorkingDay } from '../../lib/kernel/working-day';
import { DESKTOP, expectFits, expectNoFindings, PHONE } from '../fixtures/accessible';
import { logIn } from '../fixtures/log-in';
import { disa } from '../fixtures/people';
import { stack } from '../fixtures/stack';

async function adminAt(browser: Browser, path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('button', { name: 'Logga in med arbetskonto' }).click();
  await page.getByRole('button', { name: 'Helena Strand' }).click();
  await expect(page).toHaveURL(path);
  return page;
}

async function expectGood(page: Page): Promise<void> {
  await page.setViewportSize(DESKTOP);
  await expectFits(page);
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await expectNoFindings(page);
}

const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();
const saved = (page: Page) => expect(page.getByRole('status')).toContainText('Sparat.');
const summary = (page: Page) => page.locator('#error-summary');
/** Of the forms' fields: what they are called is also what their errors say. */
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

test('a kind of meeting, a place with a room and an officer with hours are made, and a resident books them', async ({
  page,
  browser,
}) => {
  const day = onOrNextWorkingDay(addDays(dateInSweden(new Date()), 4));
  const admin = await adminAt(browser, '/admin/appointments');
  await admin.getByRole('link', { name: 'Mötestyper' }).click();
  await admin.getByRole('link', { name: 'Lägg till mötestyp' }).click();
  await field(admin, 'minutes').fill('fyra');
  await save(admin);
  await expect(summary(admin)).toBeFocused();
  for (const wrong of ['Skriv på svenska. Det visas', 'Välj vem som får boka', 'från 5 till 480'])
    await expect(summary(admin)).toContainText(wrong);
  await expect(field(admin, 'minutes')).toHaveValue('fyra');
  await expect(field(admin, 'minutes')).toHaveAttribute('aria-invalid', 'true');
  await expectGood(admin);

  await admin.getByLabel('Namn på svenska').fill('Råd om hjälpmedel');
  // What is folded is opened by a press, and is open where something in it is wrong.
  await expect(field(admin, 'name-en')).toBeHidden();
  await admin.locator('summary', { hasText: 'På engelska' }).first().press('Enter');
  await admin.getByLabel('Namn på engelska').fill('x'.repeat(90));
  await save(admin);
  await expect(summary(admin)).toContainText('Högst 80 tecken');
  await expect(field(admin, 'name-en')).toBeVisible();
  for (const untouched of ['name-fi', 'question-2-label-sv'])
    await expect(field(admin, untouched)).toBeHidden();
  await admin.getByLabel('Namn på engelska').fill('Advice on aids');
  await admin.getByLabel('Vad mötet är till för, på svenska').fill('Du får prova hjälpmedel.');
  await admin.getByLabel('Alla som är inloggade').check({ force: true });
  await admin.getByLabel('Du kommer till oss').check({ force: true });
  await field(admin, 'minutes').fill('30');
  await admin.getByLabel('Besök behöver ett rum').check({ force: true });
  await admin.locator('summary', { hasText: 'Fråga 1' }).press('Enter');
  await field(admin, 'question-1-label-sv').fill('Vad är svårt hemma?');
  await admin.getByLabel('Invånarna kan boka').check({ force: true });
  // Nobody would learn who has booked: it is said before anybody can.
  await save(admin);
  await expect(summary(admin)).toContainText('Välj vilket system som får bokningarna');
  await field(admin, 'receiverSystemId').selectOption('Omsorgssystemet (demo)');
  await save(admin);
  await saved(admin);
  const made = admin.getByRole('row').filter({ hasText: 'Råd om hjälpmedel' });
  await expect(made).toContainText('Ingen handläggare');
  await expectGood(admin);

  await admin.goto('/admin/appointments/places/new');
  await admin.getByLabel('Namn').fill('Hjälpmedelshuset');
  await admin.getByLabel('Adress').fill('Verkstadsgatan 2, Granvik');
  await admin.getByLabel('Hur man hittar, på svenska').fill('Ring på klockan vid grinden.');
  await save(admin);
  await expect(admin.getByText('Det finns inga rum än')).toBeVisible();
  await admin.getByRole('link', { name: 'Lägg till rum' }).click();
  await admin.getByLabel('Namn').fill('Provrummet');
  await field(admin, 'seats').fill('0');
  await save(admin);
  await expect(summary(admin)).toContainText('från 1 till 500');
  await field(admin, 'seats').fill('3');
  await save(admin);
  await expect(admin.getByRole('row').filter({ hasText: 'Provrummet' })).toContainText('3');
  await expectGood(admin);

  await admin.goto('/admin/appointments/officers/new');
  await admin.getByLabel('Namn').fill('Torun Bystrand');
  await admin.getByLabel('Enhet').fill('Hjälpmedelscentralen');
  await admin.getByLabel('Råd om hjälpmedel').check({ force: true });
  await admin.locator('summary', { hasText: 'Språk utöver svenska' }).press('Enter');
  await admin.getByLabel('finska', { exact: true }).check({ force: true });
  await expectGood(admin);
  await save(admin);
  await saved(admin);
  await admin.getByRole('link', { name: /^Tider ?: Torun Bystrand/ }).click();
  await admin.getByRole('link', { name: /^Lägg till tider ?: Torun Bystrand/ }).click();
  await admin.getByLabel('Du kommer till oss').check({ force: true });
  await field(admin, 'placeId').selectOption('Hjälpmedelshuset');
  await field(admin, 'startsOn').fill(day);
  await field(admin, 'from').fill('10:00');
  await field(admin, 'to').fill('11:00');
  await field(admin, 'everyWeeks').selectOption('En gång');
  await admin.getByRole('button', { name: 'Lägg till tiderna' }).click();
  await expect(admin.getByRole('status')).toContainText('kan bokas nu');

  await logIn(page, disa, { next: '/appointments/book' });
  await page.getByRole('link', { name: 'Råd om hjälpmedel' }).click();
  await page.getByRole('button', { name: /^Ta den här tiden/ }).click();
  await page.getByLabel('Vad är svårt hemma?').fill('Trappan');
  await page.getByRole('button', { name: 'Boka tiden' }).click();
  await expect(page.getByText('Tiden är bokad')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Torun Bystrand');
  await expect(page.getByRole('main')).toContainText('Ring på klockan vid grinden.');
  // The officer reads who comes, in the system that was chosen.
  await expect(async () => {
    await admin.goto(`${stack.urls.backOffice}/bookings`);
    await expect(admin.locator('section').filter({ hasText: 'Disa' })).toContainText('Torun Bystrand', {
      timeout: 500,
    });
  }).toPass();
  await admin.goto('/admin/appointments/hours');

  // Hours that would leave her outside are told of before, and so is an officer who stops.
  await admin.getByRole('link', { name: /^Ändra ?: .*Torun Bystrand/ }).click();
  await field(admin, 'from').fill('13:00');
  await field(admin, 'to').fill('15:00');
  await admin.getByRole('button', { name: 'Ändra tiderna' }).click();
  await expect(summary(admin)).toContainText('1 person är bokad utanför de nya tiderna');
  await expect(field(admin, 'from')).toHaveValue('13:00');
  await expectGood(admin);
  await admin.getByLabel('De behåller sina tider').check({ force: true });
  await admin.getByRole('button', { name: 'Ändra tiderna' }).click();
  await expect(admin.getByRole('status')).toContainText('Tiderna är ändrade');

  await admin.goto('/admin/appointments/officers');
  await admin.getByRole('link', { name: 'Torun Bystrand', exact: true }).click();
  await expect(admin.getByText('1 person är bokad framåt.')).toBeVisible();
  await admin.getByLabel('Kan bokas').uncheck({ force: true });
  await save(admin);
  await expect(summary(admin)).toContainText('1 person är bokad här framåt');
  await expectGood(admin);
  await admin.getByLabel('De behåller sina tider').check({ force: true });
  await save(admin);
  await saved(admin);
  await expect(admin.getByRole('row').filter({ hasText: 'Torun Bystrand' })).toContainText('Kan inte bokas');
  await admin.goto('/admin/appointments/hours');
  await admin
    .locator('summary', { hasText: /^Ta bort.*Torun Bystrand/ })
    .last()
    .press('Enter');
  await expect(admin.getByText('De här tiderna kan inte bokas längre').last()).toBeVisible();
  await expectGood(admin);
  await admin.getByRole('button', { name: 'Ta bort tiderna' }).last().click();
  await expect(admin.getByRole('status')).toContainText('Tiderna är borttagna');
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Torun Bystrand');
  await admin.goto('/admin/appointments/closed');
  await expectGood(admin);
  await admin.context().close();
});

test('without JavaScript nothing typed is lost, and a page that is stale is told so', async ({ browser }) => {
  const admin = await adminAt(browser, '/admin/appointments/places/new', false);
  await admin.getByLabel('Namn').fill('Stadsdelskontoret');
  await admin.getByLabel('Man kommer in utan trappsteg och trösklar').check({ force: true });
  await save(admin);
  await expect(summary(admin)).toContainText('Skriv adressen');
  await expect(admin).toHaveTitle(/^Fel: /);
  await expect(admin.getByLabel('Namn')).toHaveValue('Stadsdelskontoret');
  await expect(admin.getByLabel('Man kommer in utan trappsteg och trösklar')).toBeChecked();
  await admin.getByLabel('Adress').fill('Björkvägen 8, Granvik');
  await save(admin);
  await saved(admin);

  const other = await admin.context().newPage();
  await other.goto(admin.url());
  await other.getByLabel('Adress').fill('Björkvägen 10, Granvik');
  await save(other);
  await saved(other);
  await admin.getByLabel('Adress').fill('Björkvägen 12, Granvik');
  for (const _ of ['once', 'and again']) {
    await save(admin);
    await expect(admin.getByRole('alert')).toContainText('Någon annan har ändrat det här');
    await expect(summary(admin)).toBeFocused();
    await expect(admin.getByLabel('Adress')).toHaveValue('Björkvägen 12, Granvik');
  }
  await other.goto('/admin/appointments/places');
  await expect(other.getByRole('row').filter({ hasText: 'Stadsdelskontoret' })).toContainText(
    'Björkvägen 10',
  );

  await other.goto('/admin/appointments/closed');
  const [whom, from, fromTime, toTime] = ['whom', 'from', 'fromTime', 'toTime'].map((id) =>
    other.locator(`#${id}`),
  );
  if (!whom || !from || !fromTime || !toTime) throw new Error('Four fields are named');
  const close = () => other.getByRole('button', { name: 'Stäng för nya bokningar' }).click();
  await whom.selectOption({ label: 'Stadsdelskontoret' });
  await from.fill(addDays(dateInSweden(new Date()), 7));
  await fromTime.fill('12');
  await toTime.fill('10');
  await close();
  await expect(summary(other)).toContainText('Skriv ett klockslag som är senare än det första');
  await expect(toTime).toHaveAttribute('aria-invalid', 'true');
  await expect(fromTime).toHaveValue('12');
  await expect(whom.locator(':checked')).toHaveText('Stadsdelskontoret');
  await fromTime.fill('8');
  await close();
  await expect(other.getByRole('row').filter({ hasText: 'Stadsdelskontoret' })).toContainText(
    /kl\.\s08\.00–\W?10\.00/,
  );
  await admin.context().close();
});
