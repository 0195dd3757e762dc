import { defineConfig } from '@playwright/test';
import { chromiumArguments } from '../scripts/lib/chromium';
import { stack } from './fixtures/stack';

// Started by `npm test -- browser`, which builds the portal, starts it with the demo world and says here where it is.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/browser',
  reporter: [['list'], ['json']],
  forbidOnly: true,
  // A test that passes the second time has found something all the same.
  retries: 0,
  workers: 2,
  // Some walk the whole way of an application, on two slow cores that do everything else too.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: stack.urls.granvik,
    browserName: 'chromium',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    // What was done and what answered. Its pictures of each step would take a fifth of the whole time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      args: chromiumArguments,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
  projects: [
    { name: 'together', testIgnore: ['**/alone/**', '**/pictures/**'] },
    // What stops the back office, the worker or the database while it runs.
    { name: 'alone', testMatch: '**/alone/**/*.spec.ts' },
    // No tests: npm run pictures.
    { name: 'pictures', testMatch: '**/pictures/**/*.spec.ts' },
  ],
});
