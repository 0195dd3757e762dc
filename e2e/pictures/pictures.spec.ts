// Not a test but a camera: every page on phone and desktop, in Swedish, Finnish and Arabic, into pictures/. npm run pictures
import { mkdirSync } from 'node:fs';
import { type Page, test } from '@playwright/test';
import { answerToTheEnd, approveSignature, beginApplication, beginToSign } from '../fixtures/application';
import { createCase, office } from '../fixtures/case';
import { logIn, startButton } from '../fixtures/log-in';
import { astrid, oskar } from '../fixtures/people';
import { stack } from '../fixtures/stack';

const FOLDER = 'pictures';
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };
const LANGUAGES = { sv: '', fi: '/fi', ar: '/ar' } as const;

test.describe.configure({ mode: 'serial', timeout: 900_000 });
test.beforeAll(() => mkdirSync(FOLDER, { recursive: true }));

/** The page as it is now, in both sizes. */
async function take(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `${FOLDER}/${name}-${size}.png`, fullPage: true, animations: 'disabled' });
  }
}

/** The page at an address, in each language. */
async function takeAll(page: Page, name: string, path: string): Promise<void> {
  for (const [language, prefix] of Object.entries(LANGUAGES)) {
    await page.goto(`${prefix}${path}`);
    await take(page, `${name}-${language}`);
  }
}

test('public pages', async ({ page }) => {
  const pages = {
    start: '/',
    services: '/services',
    'services-found': '/services?q=hj%C3%A4lp',
    'services-none': '/services?q=qqq',
    service: '/services/sarskilt-boende',
    help: '/help',
    accessibility: '/accessibility',
    'accessibility-report': '/accessibility/report',
    'log-in': '/log-in',
    'not-found': '/nothing-here',
  };
  for (const [name, path] of Object.entries(pages)) await takeAll(page, name, path);
  await page.goto(stack.urls.ekhamn);
  await take(page, 'ekhamn-start');
  await page.goto(`${stack.urls.ekhamn}/services/sarskilt-boende`);
  await take(page, 'ekhamn-service');
  await page.goto(`${stack.urls.ekhamn}/services/fardtjanst`);
  await take(page, 'ekhamn-service-elsewhere');
  await page.goto('/log-in');
  await startButton(page, 'qr').click();
  await page.waitForURL(/\/log-in\/bankid\//);
  await take(page, 'log-in-qr');
});

test('somebody who has nothing yet', async ({ page }) => {
  await logIn(page, oskar);
  for (const [name, path] of Object.entries({
    overview: '/overview',
    cases: '/cases',
    'access-log': '/settings/access-log',
  })) {
    await takeAll(page, `empty-${name}`, path);
  }
});

test('from application to decision', async ({ page }) => {
  await logIn(page, astrid);
  await page.goto('/services/sarskilt-boende/start');
  await take(page, 'apply-start');
  await beginApplication(page);
  await answerToTheEnd(page, async (slug) => {
    const { pathname } = new URL(page.url());
    await takeAll(page, `apply-${slug}`, pathname);
    await page.goto(pathname);
    if (slug === 'for-whom') {
      await page.locator('main form button[name=intent][value=next]:not([aria-hidden])').click();
      await page.locator('#error-summary').waitFor();
      await take(page, `apply-${slug}-errors`);
    }
  });
  const { pathname } = new URL(page.url());
  await takeAll(page, 'apply-check', pathname);
  await page.goto('/overview');
  await take(page, 'overview-draft');
  await page.goto(pathname);
  await beginToSign(page);
  await take(page, 'apply-sign');
  await approveSignature(page, astrid);
  await page.waitForURL(/\/receipt/);
  await takeAll(page, 'receipt', new URL(page.url()).pathname);
});

test('a case and what happens in it', async ({ page }) => {
  await logIn(page, astrid);
  const asked = await createCase(page);
  await office.phase(asked.caseId, 'being_looked_into');
  const inTwelveDays = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
  const supplementId = await office.ask(asked.caseId, { dueOn: inTwelveDays });
  const decided = await createCase(page);
  const decisionId = await office.decide(decided.caseId);
  await takeAll(page, 'overview', '/overview');
  await takeAll(page, 'cases', '/cases');
  await takeAll(page, 'case-asked', asked.path);
  await takeAll(page, 'supplement', `${asked.path}/supplements/${supplementId}`);
  await takeAll(page, 'case-decided', decided.path);
  await takeAll(page, 'decision-sealed', `${decided.path}/decisions/${decisionId}`);
  await page.goto(`${decided.path}/decisions/${decisionId}`);
  const open = page.locator('main form button[data-size=lg]');
  await open.click();
  await open.waitFor({ state: 'detached' });
  await takeAll(page, 'decision', `${decided.path}/decisions/${decisionId}`);
  await takeAll(page, 'messages', '/messages');
  await takeAll(page, 'appointments', '/appointments');
  await takeAll(page, 'appointments-book', '/appointments/book');
  await takeAll(page, 'settings', '/settings');
  await takeAll(page, 'notices', '/settings/notices');
  await page.goto('/settings');
  await page.locator('#phone').fill('070-174 06 98');
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/settings\/contact\//);
  await takeAll(page, 'contact-code', new URL(page.url()).pathname);
  await takeAll(page, 'sessions', '/settings/sessions');
  await takeAll(page, 'access-log', '/settings/access-log');
});
