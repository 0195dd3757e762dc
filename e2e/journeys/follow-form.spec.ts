import { expect, test } from '@playwright/test';
import { smallForm } from '../../lib/testing/small-form';
import { expectNoFindings } from '../fixtures/accessible';
import { goOn } from '../fixtures/application';
import { logIn } from '../fixtures/log-in';
import { rut } from '../fixtures/people';
import { publishForm } from '../fixtures/publish';

test.describe.configure({ timeout: 240_000 });

const name = { kind: 'text', id: 'name', label: 'Ditt namn', required: true } as const;
const home = { kind: 'address', id: 'home', label: 'Din adress', prefill: 'register-address' } as const;
const why = { kind: 'long-text', id: 'why', label: 'Varför behöver du det?' } as const;
const when = { kind: 'text', id: 'when', label: 'När behöver du det?' } as const;

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`filled in from the register, and moved to a newer form, ${how} JavaScript`, async ({ browser }) => {
    const slug = `flyttad-${how}-skript`;
    const locked = { ...name, prefill: 'register-name', locked: true } as const;
    await publishForm(smallForm(slug, { about: [locked, home, why], more: [when] }));
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await logIn(page, rut, { next: `/services/${slug}/start` });
    await page.locator('main form button').first().click();

    // What the register says stands there, says so, and is changed only where it may be.
    await expect(page.locator('[name="home-street"]')).toHaveValue('Testvägen 1');
    await expect(page.getByText('Hämtat från folkbokföringen').first()).toBeVisible();
    await expect(page.getByText('Det går inte att ändra här.')).toBeVisible();
    await expect(page.locator('input[name="name"]')).toHaveAttribute('type', 'hidden');
    await expect(page.locator('[data-form-field="name"]')).toContainText('Rut Lindblad');
    // The checker is a script itself: the markup is the same without.
    if (javaScriptEnabled) await expectNoFindings(page);
    await page.locator('[name="home-street"]').fill('Nya gatan 2');
    await page.locator('[name="why"]').fill('Trappan är brant.');
    await goOn(page).click();
    await expect(page).toHaveURL(/\/more$/);
    const stale = await context.newPage();
    await stale.goto(page.url().replace(/more$/, 'about'));
    await expect(stale.locator('[name="home-street"]')).toHaveValue('Nya gatan 2');
    // Corrected, it is hers and no longer the register's.
    await expect(stale.getByText('Ändra här om det är fel')).toHaveCount(0);

    // The municipality publishes a newer form while she is in the middle.
    const reworded = { ...home, label: 'Adressen där du bor nu' };
    await publishForm(smallForm(slug, { about: [locked, reworded], more: [when] }));
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Frågorna i ansökan har ändrats' })).toBeVisible();
    await page.getByText('Det här frågar vi inte längre om').click();
    await expect(page.getByText('Trappan är brant.')).toBeVisible();
    if (javaScriptEnabled) await expectNoFindings(page);

    // The window from before is told, and what was typed in it is kept to be read.
    await stale.locator('[name="why"]').fill('Och hissen är trasig.');
    await stale.locator('[name="home-street"]').fill('Fel gata 3');
    await goOn(stale).click();
    await expect(stale.getByText('har ändrat frågorna i ansökan sedan du öppnade sidan')).toBeVisible();

    // The page whose question has other words is looked at again; then nothing stands in the way.
    await page.locator('[name="when"]').fill('Genast');
    await goOn(page).click();
    await expect(page).toHaveURL(/\/check$/);
    await page.getByText('Det här frågar vi inte längre om').click();
    await expect(page.getByText('Och hissen är trasig.')).toBeVisible();
    await page.getByRole('link', { name: 'Titta igenom igen: Sidan about' }).click();
    await expect(page.getByRole('heading', { name: 'Titta igenom den här sidan igen' })).toBeVisible();
    await expect(page.locator('[name="home-street"]')).toHaveValue('Nya gatan 2');
    await goOn(page).click();
    await expect(page.getByRole('button', { name: 'Gå vidare till underskrift' })).toBeVisible();
    if (javaScriptEnabled) await expectNoFindings(page);
    await context.close();
  });
}
