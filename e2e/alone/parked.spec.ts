import { type Browser, expect, type Page, test } from '@playwright/test';
import { asOwner } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { switchOffice } from '../fixtures/office';
import { gunnar } from '../fixtures/people';

test.afterEach(() => switchOffice('on'));

const main = (page: Page) => page.getByRole('main');
const eventually = (work: () => Promise<void>) => expect(work).toPass({ timeout: 60_000 });

/** An administrator, whose browser runs no JavaScript. */
async function adminAt(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('button', { name: 'Logga in med arbetskonto' }).click();
  await page.getByRole('button', { name: 'Helena Strand' }).click();
  return page;
}

/** The newest message is two days old, and is given up at its next try: its state, once that has been. */
const giveUp = () =>
  asOwner(async (client) => {
    const newest = `(select id from delivery where kind = 'message' order by created_at desc limit 1)`;
    await client.query(
      `update delivery set created_at = created_at - interval '49 hours'
        where id = ${newest} and created_at > now() - interval '1 hour' and attempts > 0`,
    );
    const { rows } = await client.query<{ state: string }>(
      `select state from delivery where kind = 'message' and created_at < now() - interval '48 hours'
        order by created_at desc limit 1`,
    );
    return rows[0]?.state;
  });

test('what has stopped is seen by an administrator, who sends it again, and it arrives', async ({
  page,
  browser,
}) => {
  await switchOffice('off');
  await logIn(page, gunnar);
  await page.goto('/messages/new/sarskilt-boende');
  await page.getByLabel('Ditt meddelande').fill('Kan vi få se ett boende först?');
  await page.getByRole('button', { name: 'Skicka meddelandet' }).last().click();
  await expect(page.getByText('Ditt meddelande är skickat', { exact: false })).toBeVisible();
  await eventually(async () => expect(await giveUp()).toBe('parked'));

  const admin = await adminAt(browser, '/admin/systems');
  const row = admin.getByRole('row', { name: /^Omsorgssystemet.*Något har stannat/ });
  await row.getByRole('link').click();
  await expect(main(admin)).toContainText('Systemet gick inte att nå.');
  await admin
    .getByRole('link', { name: /^Meddelande/ })
    .first()
    .click();
  await expect(main(admin)).toContainText('Vi slutade försöka');
  await expect(main(admin)).not.toContainText(gunnar.surname);

  await admin.getByRole('button', { name: 'Skicka igen' }).click();
  await expect(admin.getByRole('status')).toContainText('En leverans skickas igen');
  await expect(main(admin).getByText('Väntar', { exact: true })).toBeVisible();
  await switchOffice('on');
  await eventually(async () => {
    await admin.reload();
    await expect(main(admin)).toContainText('Systemet har den', { timeout: 2_000 });
  });
  await expect(main(admin)).toContainText('Skickades igen av Helena Strand');
  await admin.context().close();
});
