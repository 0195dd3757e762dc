import { expect, type Page, test } from '@playwright/test';
import { expectUsableByAll, rounds } from '../fixtures/accessible';
import { logInByBankId, startButton } from '../fixtures/log-in';
import { elin, gunnar, karin, oskar, yousef } from '../fixtures/people';
import { failOrder, orderOf, phoneOf } from '../fixtures/phone';
import { stack } from '../fixtures/stack';

const cookie = async (page: Page, name: string) =>
  (await page.context().cookies()).find((one) => one.name === name);

test('by QR code: the code moves each second, the phone reads it, and one comes to where one was going', async ({
  page,
}) => {
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/log-in\?next=%2Fsettings$/);
  await startButton(page, 'qr').click();

  const code = page.getByRole('img', { name: /QR-kod/ });
  const first = await code.getAttribute('src');
  await expect.poll(() => code.getAttribute('src')).not.toBe(first);
  const second = await code.getAttribute('src');
  await expect.poll(() => code.getAttribute('src')).not.toBe(second);

  const order = await orderOf(page);
  expect(order.text).toContain('Du loggar in på Mina sidor hos Granviks kommun');
  const phone = phoneOf(gunnar);
  await phone.scan(order.orderRef);
  await expect(code).toBeHidden();
  await expect(page.getByRole('status')).toContainText('säkerhetskod');
  await phone.approve();

  await expect(page).toHaveURL(/\/settings$/);
  await expect(page.getByRole('banner')).toContainText('Gunnar Lindqvist');
  const session = await cookie(page, 'mina-sidor-session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(session?.value.length).toBeGreaterThan(42);
});

test('the secret of the QR code is nowhere in what the browser gets', async ({ page }) => {
  const seen: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('bankid')) seen.push(await response.text().catch(() => ''));
  });
  await page.goto('/log-in');
  await startButton(page, 'qr').click();
  const { orderRef } = await orderOf(page);
  await expect.poll(() => seen.length).toBeGreaterThan(2);
  expect(seen.join('\n')).not.toContain(orderRef);
  expect(seen.join('\n')).not.toMatch(/qrStartSecret|autoStartToken|autostarttoken/);
});

test('on this device: the app opens by a link and sends the browser back, logged in', async ({ page }) => {
  await page.goto('/log-in?next=/settings');
  await startButton(page, 'same-device').click();
  const open = page.getByRole('link', { name: 'Öppna BankID-appen' });
  await expect(open).toHaveAttribute('href', /autostarttoken=/);
  await open.click();
  await page.getByRole('button', { name: karin.givenName }).click();
  await page.getByRole('button', { name: 'Legitimera' }).click();
  await expect(page).toHaveURL(new RegExp(`${stack.urls.granvik}/settings$`));
});

test('the whole way without JavaScript: the page reloads itself', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/log-in?next=/settings');
  await startButton(page, 'qr').click();
  const code = page.getByRole('img', { name: /QR-kod/ });
  const first = await code.getAttribute('src');
  await expect.poll(() => code.getAttribute('src').catch(() => first)).not.toBe(first);
  const { orderRef } = await orderOf(page);
  const phone = phoneOf(elin);
  await phone.scan(orderRef);
  await phone.approve();
  await expect(page).toHaveURL(/\/settings$/);
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await expect(page).toHaveURL(/\/log-in\?out=1$/);
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/log-in\?next=/);
  await context.close();
});

test('saying no in the app is said on the page, and one can try again or take the other way', async ({
  page,
}) => {
  await page.goto('/log-in');
  await startButton(page, 'qr').click();
  const phone = phoneOf(oskar);
  await phone.scan((await orderOf(page)).orderRef);
  await phone.decline();
  await expect(page.locator('.ms-alert')).toContainText('Åtgärden avbröts');
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await expect(page.getByRole('img', { name: /QR-kod/ })).toBeVisible();
  await page.getByRole('button', { name: 'Använd BankID på den här enheten' }).click();
  await expect(page.getByRole('link', { name: 'Öppna BankID-appen' })).toBeVisible();
});

test('Cancel takes the order back at BankID too', async ({ page }) => {
  await page.goto('/log-in');
  await startButton(page, 'qr').click();
  const { orderRef } = await orderOf(page);
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await expect(page).toHaveURL(/\/log-in\?next=/);
  await expect(phoneOf(oskar).scan(orderRef)).rejects.toThrow('over');
});

test('an order that no phone picked up is started again in silence', async ({ page }) => {
  await page.goto('/log-in');
  await startButton(page, 'qr').click();
  const first = await orderOf(page);
  await failOrder(first.orderRef, 'startFailed');
  const second = await orderOf(page);
  expect(second.orderRef).not.toBe(first.orderRef);
  await expect(page.getByRole('img', { name: /QR-kod/ })).toBeVisible();
});

test.describe('the other e-ID', () => {
  const start = async (page: Page) => {
    await page.goto('/log-in?next=/settings');
    await page.getByRole('button', { name: 'Logga in med annan e-legitimation' }).click();
    await expect(page).toHaveURL(/\/interaction\//);
  };

  test('logs in as the same person, by one kind of session', async ({ page }) => {
    await start(page);
    await page.getByRole('button', { name: /Gunnar/ }).click();
    await expect(page).toHaveURL(`${stack.urls.granvik}/settings`);
    await expect(page.getByRole('banner')).toContainText('Gunnar Lindqvist');
    const names = (await page.context().cookies(stack.urls.granvik)).map(({ name }) => name);
    expect(names.filter((name) => name.includes('next-auth'))).toEqual([]);
  });

  test('says so when one changes one’s mind', async ({ page }) => {
    await start(page);
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await expect(page).toHaveURL(/\/log-in\?problem=broker-aborted/);
    await expect(page.locator('.ms-alert')).toContainText('Inloggningen avbröts');
  });
});

test('a person of the other municipality logs in here as somebody new', async ({ page }) => {
  await logInByBankId(page, yousef, { at: stack.urls.ekhamn, next: '/settings' });
  await expect(page.getByRole('banner')).toContainText('Yousef Haddad');
});

const titles = {
  '': 'Logga in',
  '/en': 'Log in',
  '/fi': 'Kirjaudu sisään',
  '/ar': 'تسجيل الدخول',
};
for (const round of rounds) {
  const { lang } = round;
  test(`the log-in pages can be used by all, in ${lang || '/sv'}`, async ({ page }) => {
    await page.goto(`${lang}/log-in`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[lang]);
    await expectUsableByAll(page, round);
    await startButton(page, 'qr').click();
    await expect(page.locator('.ms-bankid-qr')).toBeVisible();
    await expectUsableByAll(page, round);
  });
}
