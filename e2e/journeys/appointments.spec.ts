import { expect, type Page, test } from '@playwright/test';
import { dateInSweden } from '../../lib/kernel/calendar-date';
import { dateText, dayInMonthText, instantText, monthText, timeText } from '../../lib/kernel/date-text';
import { expectFits, expectNoFindings, PHONE } from '../fixtures/accessible';
import { publishTimes, takeAway, time } from '../fixtures/appointments';
import { logIn } from '../fixtures/log-in';
import { barbro } from '../fixtures/people';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
/** Presses what has the focus after so many steps of the Tab key, which is how some people get anywhere. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page
    .getByRole('main')
    .locator('a, button, input, textarea, select')
    .and(page.locator(':focus'));
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    if ((await wanted.count()) === 0) continue;
    const said = await wanted.evaluate(
      (one) => (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent ?? '',
    );
    if (typeof name === 'string' ? said.trim() === name : name.test(said)) return;
  }
  throw new Error(`Nothing called ${name} can be reached`);
}

test('times are a list by day that a screen reader can read, and the first comes first', async ({ page }) => {
  const { slug, starts } = await publishTimes();
  const [first] = starts as [Date];
  await logIn(page, barbro, { next: `/appointments/book/${slug}` });
  const when = instantText(first, 'sv');
  const days = [...new Set(starts.map(dateInSweden))].map((day) => dateText(day, 'sv'));
  // All of them lie in one week, or in two: then the first week's are here, and the way on.
  const [day = ''] = days;
  const on = dateInSweden(first);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Välj tid" [level=1]
    - region "Första lediga tid":
      - heading "Första lediga tid" [level=2]
      - paragraph: ${when}
      - button "Ta den här tiden ${when}"
    - region /^Lediga tider [0-9]/:
      - heading /^Lediga tider [0-9]/ [level=2]
      - region "${day}":
        - heading "${day}" [level=3]
        - paragraph: 2 lediga tider
        - list "Förmiddag":
          - listitem:
            - button /${timeText(first, 'sv').replace('.', '\\.').replace(/\s/, ' ')}.*/
        - list "Eftermiddag":
          - listitem:
            - button
    - complementary:
      - region "Månadsvy":
        - heading "Månadsvy" [level=2]
        - table "${monthText(on, 'sv')}":
          - rowgroup:
            - row:
              - columnheader "måndag"
              - columnheader "tisdag"
              - columnheader "onsdag"
              - columnheader "torsdag"
              - columnheader "fredag"
              - columnheader "lördag"
              - columnheader "söndag"
          - rowgroup:
            - row:
              - cell "${dayInMonthText(on, 'sv')}, 2 lediga tider":
                - link "${dayInMonthText(on, 'sv')}, 2 lediga tider"
  `);
  await expectNoFindings(page);
  await page.setViewportSize(PHONE);
  await expectFits(page);
});

test('a month beside them leads to days with times and past months without, also with no JavaScript', async ({
  browser,
}) => {
  // So far between that there is always a month with none.
  const { slug, starts } = await publishTimes([2, 75]);
  const [first, , last] = starts as [Date, Date, Date];
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  await logIn(page, barbro, { next: `/appointments/book/${slug}` });
  const month = page.getByRole('table');
  await expect(month).toHaveAccessibleName(monthText(dateInSweden(first), 'sv'));
  await page.getByRole('link', { name: 'Till månadsvyn' }).click();
  await expect(page).toHaveURL(/#month$/);
  await expectFits(page);
  await page
    .getByRole('navigation', { name: 'Andra månader' })
    .getByRole('link', { name: monthText(dateInSweden(last), 'sv') })
    .click();
  await expect(month).toHaveAccessibleName(monthText(dateInSweden(last), 'sv'));
  await page
    .getByRole('link', { name: `${dayInMonthText(dateInSweden(last), 'sv')}, 2 lediga tider` })
    .click();
  await expect(time(page, last)).toBeInViewport();
  await context.close();
});

test('she books, moves and cancels by the keyboard alone', async ({ page }) => {
  const { slug, starts } = await publishTimes([2], { hours: [9, 13, 15] });
  const [first, second, third] = starts as [Date, Date, Date];
  await logIn(page, barbro, { next: `/appointments/book/${slug}` });
  await takeAway(slug, first);
  await tabTo(page, /^Ta den här tiden/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Någon hann före')).toBeVisible();

  await tabTo(page, /^Ta den här tiden/);
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Bekräfta tiden');
  await expect(page.getByText(/^Vi håller tiden åt dig till/)).toBeVisible();
  await expectNoFindings(page);
  // What must be answered is said, and nothing typed is lost.
  await tabTo(page, 'Teckenspråkstolk');
  await page.keyboard.press('Space');
  await tabTo(page, 'Boka tiden');
  await page.keyboard.press('Enter');
  await expect(page.locator('#error-summary')).toBeFocused();
  await expect(page.getByLabel('Teckenspråkstolk')).toBeChecked();
  await tabTo(page, 'Vad vill du prata om?');
  await page.keyboard.type('Trappan hemma');
  await tabTo(page, 'Boka tiden');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tiden är bokad')).toBeVisible();
  await expect(title(page)).toHaveText(instantText(second, 'sv'));
  await expect(page.getByText('Trappan hemma')).toBeVisible();
  await expectNoFindings(page);

  // She asks for an earlier time, thinks better of it, and asks all the same: the page says each time how it is.
  const inLine = page.getByRole('status').filter({ hasText: 'Du står i kö för en tidigare tid' });
  for (const [button, lines] of [
    ['Fråga mig', 1],
    ['Sluta fråga mig', 0],
    ['Fråga mig', 1],
  ] as const) {
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await expect(inLine).toHaveCount(lines);
  }

  await tabTo(page, 'Flytta tiden');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/är kvar tills du har bekräftat den nya/)).toBeVisible();
  await tabTo(page, new RegExp(`^${timeText(third, 'sv')} ${dateText(dateInSweden(third), 'sv')}`));
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Flytta till den här tiden');
  await expect(page.getByLabel('Vad vill du prata om?')).toHaveValue('Trappan hemma');
  await tabTo(page, 'Flytta till den här tiden');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tiden är flyttad')).toBeVisible();
  await expect(title(page)).toHaveText(instantText(third, 'sv'));

  await tabTo(page, 'Avboka');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Avboka tiden');
  // What is too long is said before it is sent, and nothing typed is lost.
  const reason = page.getByLabel('Vill du säga varför?');
  await reason.fill('Å'.repeat(501));
  const posted: string[] = [];
  page.on('request', (request) => posted.push(request.method()));
  await tabTo(page, 'Ja, avboka tiden');
  await page.keyboard.press('Enter');
  await expect(page.locator('#error-summary')).toBeFocused();
  await expect(reason).toHaveValue('Å'.repeat(501));
  await expectNoFindings(page);
  expect(posted).not.toContain('POST');
  await reason.fill('Jag är bortrest.');
  await tabTo(page, 'Ja, avboka tiden');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Tiden är avbokad' })).toBeVisible();
});

test('and without JavaScript, where a time that went keeps what she had typed', async ({ browser }) => {
  const { slug, starts } = await publishTimes([2], { hours: [9, 13, 15] });
  const [first, second, third] = starts as [Date, Date, Date];
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, barbro, { next: `/appointments/book/${slug}` });
  await time(page, first).click();
  await page.getByLabel('Vad vill du prata om?').fill('Trappan hemma');
  await page.getByRole('button', { name: 'Välj en annan tid' }).click();
  await time(page, second).click();
  await expect(page.getByLabel('Vad vill du prata om?')).toHaveValue('Trappan hemma');
  await page.getByRole('button', { name: 'Boka tiden' }).click();
  await expect(page.getByText('Tiden är bokad')).toBeVisible();
  // She has no address that we know: nothing is promised that won't come.
  await expect(page.getByText('Du får en bekräftelse')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Välj hur vi ska nå dig' })).toBeVisible();

  await page.goto('/appointments');
  await expect(page.getByRole('article').filter({ hasText: 'Hembesök inför beslut' })).toContainText(
    dateText(dateInSweden(second), 'sv'),
  );
  await page.getByRole('link', { name: 'Flytta tiden' }).click();
  await time(page, third).click();
  await page.getByRole('button', { name: 'Flytta till den här tiden' }).click();
  await expect(title(page)).toHaveText(instantText(third, 'sv'));
  await page.getByRole('link', { name: 'Avboka' }).click();
  await page.getByLabel('Vill du säga varför?').fill('Å'.repeat(501));
  await page.getByRole('button', { name: 'Ja, avboka tiden' }).click();
  await expect(page.locator('#error-summary')).toContainText('Korta texten');
  await page.getByLabel('Vill du säga varför?').fill('Jag är bortrest.');
  await page.getByRole('button', { name: 'Ja, avboka tiden' }).click();
  await expect(page.getByText('Jag är bortrest.')).toBeVisible();
  // What she had put in her calendar is struck out by the same file, which says so by now.
  const file = await page.getByRole('link', { name: 'Hämta en fil som stryker den' }).getAttribute('href');
  const text = await (await page.request.get(file ?? '')).text();
  expect(text).toContain('METHOD:CANCEL');
  await context.close();
});

test('what is too long is told, never cut; and a time given up in one window leads to that of the other', async ({
  page,
  context,
}) => {
  const { slug, starts } = await publishTimes();
  const [first, second] = starts as [Date, Date];
  await logIn(page, barbro, { next: `/appointments/book/${slug}` });
  await time(page, first).click();
  const about = page.getByLabel('Vad vill du prata om?');
  await about.fill('Jag ramlade. '.repeat(100));
  await page.getByRole('button', { name: 'Boka tiden' }).click();
  await expect(page.locator('#error-summary')).toContainText('högst 1 000 tecken');
  await expect(about).toHaveValue('Jag ramlade. '.repeat(100));
  await about.fill('Jag ramlade.');

  const other = await context.newPage();
  await other.goto(`/appointments/book/${slug}`);
  await time(other, second).click();
  await expect(title(other)).toHaveText('Bekräfta tiden');
  await page.getByRole('button', { name: 'Boka tiden' }).click();
  await expect(page.getByRole('alert').filter({ hasText: instantText(second, 'sv') })).toBeVisible();
  await expect(title(page)).toHaveText('Den här tiden går inte att ta nu');
  await expect(page).toHaveTitle(/^Den här tiden går inte att ta nu/);
  await expect(page.getByText(/^Vi håller tiden åt dig till/)).toHaveCount(0);
  await expectNoFindings(page);
  await page.getByRole('link', { name: 'Fortsätt med den tiden' }).click();
  await expect(about).toHaveValue('Jag ramlade.');
  await page.getByRole('button', { name: 'Boka tiden' }).click();
  await expect(title(page)).toHaveText(instantText(second, 'sv'));
});

test('the address for her own calendar stands in a field that says what it is', async ({ page }) => {
  await logIn(page, barbro, { next: '/appointments/calendar' });
  await page.getByRole('button', { name: /^Skapa en (ny )?adress/ }).click();
  await expect(page.getByRole('textbox', { name: 'Kalenderadress' })).toHaveValue(
    /\/api\/calendar\/.+\.ics$/,
  );
  await expectNoFindings(page);
});
