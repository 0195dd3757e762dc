import { expect, type Page, test } from '@playwright/test';
import { dateInSweden } from '../../lib/kernel/calendar-date';
import { dateText, instantText } from '../../lib/kernel/date-text';
import { DESKTOP, expectFits, expectNoFindings, PHONE } from '../fixtures/accessible';
import { bookHere, moveByOffice, offer, publishTimes, time } from '../fixtures/appointments';
import { createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { verner } from '../fixtures/people';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
/** What leads to a time of his, wherever it stands and whatever it says. */
const linkTo = (page: Page, bookingId: string) =>
  page.getByRole('main').locator(`a[href^="/appointments/${bookingId}"]`);
/** Gives up what is held or offered. */
const sayNo = (page: Page) => page.getByRole('main').locator('button[name=step][value=no]');
const confirm = (page: Page) => page.getByRole('main').locator('button[name=step][value=confirm]');

for (const javaScriptEnabled of [true, false]) {
  // He is at one place at once: each has days of its own.
  const day = javaScriptEnabled ? 2 : 40;

  test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: javaScriptEnabled ? DESKTOP : PHONE });

    /** The page as it stands, in the one window with the checker, and in the other without. */
    async function expectGood(page: Page): Promise<void> {
      await expectFits(page);
      if (javaScriptEnabled) await expectNoFindings(page);
    }

    test('a time that was taken away waits until he needs none, or has another', async ({
      page,
      context,
    }) => {
      const { slug, starts } = await publishTimes([day], { hours: [9, 13, 15] });
      const [first, second, third] = starts as [Date, Date, Date];
      await logIn(page, verner);
      const { caseId, path: casePath } = await createCase(page);
      const pages = ['/overview', '/appointments', casePath];
      const lost = (at: Date) =>
        page.getByRole('article').filter({ hasText: `Din tid ${instantText(at, 'sv')} är inställd` });
      const expectWaiting = async (at: Date) => {
        for (const path of pages) {
          await page.goto(path);
          await expect(lost(at), path).toHaveCount(1);
          if (at === first) await expectGood(page);
        }
      };
      const expectNoneWaiting = async () => {
        for (const path of pages) {
          await page.goto(path);
          await expect(title(page)).toBeVisible();
          await expect(page.getByText(/^Din tid .* är inställd$/), path).toHaveCount(0);
        }
      };

      await page.goto(`/appointments/book/${slug}?case=${caseId}`);
      const firstId = await bookHere(page, first);
      await office.cancelTime(firstId, 'Handläggaren är sjuk.');
      await expectWaiting(first);
      await lost(first).getByRole('link').click();
      await expect(title(page)).toHaveText(instantText(first, 'sv'));
      await expect(page.getByText('Handläggaren är sjuk.')).toBeVisible();
      await expectGood(page);
      const other = await context.newPage();
      await other.goto(page.url());

      // In the one window and then in the other, that still asks: once is enough, and twice no harm.
      for (const one of [page, other]) {
        const button = one.getByRole('button', { name: 'Jag behöver ingen ny tid' });
        await button.click();
        await expect(one.getByRole('status').filter({ hasText: 'inte behöver någon ny tid' })).toBeVisible();
        await expect(button).toHaveCount(0);
      }
      await expectGood(page);
      await page.reload();
      await expect(page.getByRole('status').filter({ hasText: 'inte behöver någon ny tid' })).toBeVisible();
      await expectNoneWaiting();

      // He changes his mind: the new time is about the case too, or its office would know nothing of it.
      await other.getByRole('link', { name: 'Välj en ny tid' }).click();
      await time(other, second).waitFor();
      const secondId = await bookHere(other, second);
      await office.cancelTime(secondId, 'Handläggaren är fortfarande sjuk.');
      await expectWaiting(second);
      // And takes another instead: it waits no more, and neither does what he lost before.
      await lost(second).getByRole('link').click();
      await page.getByRole('link', { name: 'Välj en ny tid' }).click();
      const thirdId = await bookHere(page, third);
      await expectNoneWaiting();
      await expect(linkTo(page, thirdId).first()).toBeVisible();
    });

    test('as many times as he may have are told before anything is filled in', async ({ page, context }) => {
      const { slug, starts } = await publishTimes([day + 4], { most: 1, hours: [8, 10, 13] });
      const [first, second, third] = starts as [Date, Date, Date];
      await logIn(page, verner, { next: `/appointments/book/${slug}` });
      const other = await context.newPage();
      await other.goto(page.url());
      const bookingId = await bookHere(page, first);

      await page.goto(`/appointments/book/${slug}`);
      // In the other window there still are times: the press says the same, and holds nothing.
      await time(other, second).click();
      for (const one of [page, other]) {
        await expect(linkTo(one, bookingId)).toHaveCount(1);
        for (const at of [second, third]) await expect(time(one, at)).toHaveCount(0);
        await expect(one.getByRole('main').getByRole('textbox')).toHaveCount(0);
        await expectGood(one);
      }
      await other.close();

      // The way on leads to the one that he has, which is his to move.
      await linkTo(page, bookingId).click();
      await expect(title(page)).toHaveText(instantText(first, 'sv'));
      await page.getByRole('link', { name: 'Flytta tiden' }).click();
      await time(page, third).click();
      await confirm(page).click();
      await expect(page).toHaveURL(`/appointments/${bookingId}?done=moved`);
      await expect(title(page)).toHaveText(instantText(third, 'sv'));

      // The municipality moves it: that it isn't the time that he chose is said until he moves it himself.
      await moveByOffice(slug, bookingId, second);
      await page.goto('/appointments');
      await expect(page.getByText('Flyttad av kommunen')).toBeVisible();
      await page.goto(`/appointments/${bookingId}`);
      await expect(title(page)).toHaveText(instantText(second, 'sv'));
      const was = page.getByText(`Förut var den ${instantText(third, 'sv')}.`);
      await expect(was).toBeVisible();
      await expectGood(page);
      await page.getByRole('link', { name: 'Flytta tiden' }).click();
      await time(page, third).click();
      await confirm(page).click();
      await expect(title(page)).toHaveText(instantText(third, 'sv'));
      await expect(was).toHaveCount(0);
    });

    test('nobody is at two places at once: clashing times are not offered, and what clashes can be left', async ({
      page,
      context,
    }) => {
      const home = await publishTimes([day + 8], { hours: [9, 13, 15] });
      const visit = await publishTimes([day + 8]);
      const only = await publishTimes([day + 8], { hours: [9] });
      const [early, noon, late] = home.starts as [Date, Date, Date];
      const expectClash = async (one: Page, booked: string) => {
        await expect(linkTo(one, booked)).toHaveCount(1);
        await expect(confirm(one)).toHaveCount(0);
        await expect(one.getByRole('main').getByRole('textbox')).toHaveCount(0);
        await expectGood(one);
      };
      await logIn(page, verner, { next: `/appointments/book/${visit.slug}` });
      const other = await context.newPage();
      await other.goto(`/appointments/book/${home.slug}`);
      const earlyId = await bookHere(other, early);

      // What the page still shows is held for him, and asks nothing, since it can't be his.
      await time(page, early).click();
      await expectClash(page, earlyId);
      const held = page.url();
      await linkTo(page, earlyId).click();
      await expect(title(page)).toHaveText(instantText(early, 'sv'));
      await page.goto(held);
      await page.getByRole('main').locator(`a[href^="/appointments/book/${visit.slug}"]`).last().click();
      await expect(time(page, noon)).toBeVisible();
      await page.goto(held);
      await sayNo(page).click();
      await expect(page).toHaveURL('/appointments');
      await expect(page.locator(`a[href="${new URL(held).pathname}"]`)).toHaveCount(0);
      // Nobody has it now, and it isn't offered him.
      await page.goto(`/appointments/book/${visit.slug}`);
      await expect(time(page, noon)).toBeVisible();
      await expect(time(page, early)).toHaveCount(0);
      // Where all that there is clashes, the page says so instead of that there is none.
      await page.goto(`/appointments/book/${only.slug}`);
      await expect(page.getByRole('main').getByRole('button', { name: /^Ta den här tiden/ })).toHaveCount(0);
      await expectGood(page);
      await page.getByRole('main').locator('a[href="/appointments"]').last().click();
      await expect(linkTo(page, earlyId)).not.toHaveCount(0);

      // An earlier time is offered; while he answers it he books another at the same hours in the other window.
      const lateId = await moveTo(page, earlyId, late);
      await offer(home.slug, early, { movesId: lateId });
      await page.goto('/appointments');
      await page.getByRole('link', { name: 'Se tiden och svara' }).click();
      await expect(page.getByLabel('Vad vill du prata om?')).toHaveValue('Trappan hemma');
      const about = page.getByLabel('Vad vill du prata om?');
      // While the page wakes up what is in the field may be set once more, in the middle of the typing.
      await expect(async () => {
        await about.fill('Badrummet');
        await expect(about).toHaveValue('Badrummet', { timeout: 500 });
      }).toPass();
      await other.goto(`/appointments/book/${visit.slug}`);
      const visitId = await bookHere(other, early);
      await confirm(page).click();
      await expect(page.getByRole('alert').first()).toContainText('krockar');
      await page.reload();
      await expectClash(page, visitId);
      const offered = page.url();
      // What he had typed is there for the time that he chooses instead.
      await page.getByRole('main').locator(`a[href^="/appointments/${lateId}/move"]`).last().click();
      await time(page, noon).click();
      await expect(page.getByLabel('Vad vill du prata om?')).toHaveValue('Badrummet');
      await sayNo(page).click();
      await expect(page).toHaveURL(`/appointments/${lateId}`);
      await page.goto(offered);
      await sayNo(page).click();
      await expect(page).toHaveURL(`/appointments/${lateId}`);
      await expect(page.getByRole('main')).toContainText(dateText(dateInSweden(late), 'sv'));
      await page.goto('/appointments');
      await expect(page.getByRole('link', { name: 'Se tiden och svara' })).toHaveCount(0);
    });
  });
}

/** Moves what is booked, as it has told before. */
async function moveTo(page: Page, bookingId: string, at: Date): Promise<string> {
  await page.goto(`/appointments/${bookingId}/move?from=${dateInSweden(at)}`);
  await time(page, at).click();
  await confirm(page).click();
  await expect(page).toHaveURL(`/appointments/${bookingId}?done=moved`);
  return bookingId;
}
