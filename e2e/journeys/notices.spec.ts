import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoFindings } from '../fixtures/accessible';
import { press } from '../fixtures/application';
import { asOwner, createCase, office } from '../fixtures/case';
import { logIn, logInHere } from '../fixtures/log-in';
import { harriet } from '../fixtures/people';
import { stack } from '../fixtures/stack';

const NUMBER = '070-174 06 44';
const choices = '/settings/notices';

/** The newest text message to her, once there is one that says what is waited for. */
async function smsWith(pattern: RegExp): Promise<string> {
  const found = async () => {
    const response = await fetch(`${stack.urls.demo}/control/sms?to=%2B46701740644`);
    const { messages } = (await response.json()) as { messages: { text: string }[] };
    return messages.map(({ text }) => pattern.exec(text)?.[1]).find(Boolean);
  };
  await expect.poll(found, { timeout: 20_000 }).toBeTruthy();
  return (await found()) ?? '';
}

const box = (page: Page, question: string, way: string) =>
  page.getByRole('group', { name: question }).getByRole('checkbox', { name: way });
/** As `press`, of a box that is ticked. */
const takeAway = async (page: Page, choice: Locator) => {
  await page.locator(`label[for="${await choice.getAttribute('id')}"]`).click();
  await expect(choice).not.toBeChecked();
};
const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();

test.beforeAll(async () => {
  // Nobody waits a minute here for more to happen.
  await asOwner((client) =>
    client.query(
      `update dated_rule set value = jsonb_set(value, '{gatherSeconds}', '0')
        where tenant_id = 'granvik' and key = 'notice.sending'`,
    ),
  );
});

test('she confirms a number, chooses SMS, and follows the one she gets to the decision by way of the log-in', async ({
  page,
  browser,
}) => {
  await logIn(page, harriet, { next: '/settings' });
  await page.getByLabel('Mobilnummer').fill(NUMBER);
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bekräfta ditt mobilnummer');
  await page.getByLabel('Kod', { exact: true }).fill('000 00');
  await page.getByRole('button', { name: 'Bekräfta' }).click();
  await expect(page.locator('#error-summary')).toContainText('Koden stämmer inte');
  await page.getByLabel('Kod', { exact: true }).fill(await smsWith(/^(\d{6}) är din kod/));
  await page.getByRole('button', { name: 'Bekräfta' }).click();
  await expect(page.locator('.ms-alert').first()).toContainText('sparade');
  await expect(page.getByLabel('Mobilnummer')).toHaveValue(NUMBER);

  await page.goto(choices);
  await press(box(page, 'När det finns ett beslut', 'Sms'));
  await press(page.getByRole('radio', { name: 'Skicka sms och aviseringar när som helst' }));
  await save(page);
  await expect(page.locator('.ms-alert').first()).toContainText('Ditt val är sparat');
  await expectNoFindings(page);

  const { caseId } = await createCase(page);
  await office.decide(caseId);
  const link = await smsWith(/Logga in: (\S+)/);
  expect(link).toMatch(new RegExp(`^${stack.urls.granvik}/notices/[0-9a-f-]{36}$`));

  const phone = await (await browser.newContext()).newPage();
  await phone.goto(link);
  await expect(phone).toHaveURL(/\/log-in\?next=%2Fnotices%2F/);
  await logInHere(phone, harriet);
  await expect(phone).toHaveURL(new RegExp(`/cases/${caseId}/decisions/`));
  await phone.context().close();
});

test('without JavaScript she chooses too, and nothing she ticked is lost when something is wrong', async ({
  page,
  browser,
}) => {
  await logIn(page, harriet, { next: choices });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(choices);
  const asked = 'När du behöver göra något';
  await takeAway(plain, box(plain, asked, 'E-post'));
  await press(box(plain, 'Påminnelser', 'Sms'));
  await save(plain);
  await expect(plain.locator('#error-summary')).toContainText('Välj minst ett sätt');
  await expect(box(plain, asked, 'E-post')).not.toBeChecked();
  await expect(box(plain, 'Påminnelser', 'Sms')).toBeChecked();

  await press(box(plain, asked, 'Sms'));
  await press(plain.getByRole('radio', { name: 'Jag väljer tiden själv' }));
  await plain.getByLabel('Inga sms och aviseringar från').selectOption('22:00');
  await save(plain);
  await expect(plain.locator('.ms-alert').first()).toContainText('Ditt val är sparat');
  await expect(box(plain, asked, 'Sms')).toBeChecked();
  await expect(box(plain, asked, 'E-post')).not.toBeChecked();
  await expect(plain.getByLabel('Inga sms och aviseringar från')).toHaveValue('22');
  await context.close();
});

test('she lets her browser show notices, gets one there, and takes the browser away again', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['notifications'], { origin: stack.urls.granvik });
  // The one step that needs the browser maker's own service: the demo world's answers in its place.
  const browser = await (await fetch(`${stack.urls.demo}/control/push/browsers`, { method: 'POST' })).json();
  await page.addInitScript((answer) => {
    PushManager.prototype.subscribe = async () => ({ toJSON: () => answer }) as PushSubscription;
  }, browser);
  await logIn(page, harriet, { next: choices });
  await page.getByRole('button', { name: 'Slå på för den här enheten' }).click();
  await expect(page.locator('.ms-alert').first()).toContainText('Aviseringar är på');
  await expectNoFindings(page);
  const decision = box(page, 'När det finns ett beslut', 'Avisering på en enhet');
  await press(decision);
  await press(page.getByRole('radio', { name: 'Skicka sms och aviseringar när som helst' }));
  await save(page);
  await expect(page.locator('.ms-alert').first()).toContainText('Ditt val är sparat');

  const { caseId } = await createCase(page);
  await office.decide(caseId);
  const shown = async () => {
    const answer = await (await fetch(`${stack.urls.demo}/control/push`)).json();
    const all = answer.shown as { browser: string; message: { path: string } }[];
    return all.find((one) => browser.endpoint.endsWith(one.browser))?.message.path ?? '';
  };
  await expect.poll(shown, { timeout: 20_000 }).toMatch(/^\/notices\//);
  await page.goto(await shown());
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}/decisions/`));

  await page.goto(choices);
  await page.getByRole('button', { name: 'Ta bort' }).click();
  await expect(page.locator('.ms-alert').first()).toContainText('Enheten är borttagen');
  // What she chose leads nowhere now, and the page says so; she can take it away.
  await expect(page.getByText('Du har valt aviseringar')).toBeVisible();
  await takeAway(page, decision);
  await save(page);
  await expect(page.locator('.ms-alert').first()).toContainText('Ditt val är sparat');
});
