import { expect, type Page, test } from '@playwright/test';
import { beginApplication, withoutDraft } from '../fixtures/application';
import { logIn } from '../fixtures/log-in';
import { maja } from '../fixtures/people';

// What an old phone on a bad line must fetch and run before a page of hers answers to it.
const MOST_BYTES = 140_000;

/** The script of a page as it came over the line, from an empty cache to the page being at rest. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  // The script itself, compressed; not the headers round it.
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'load' });
  await session.detach();
  return bytes;
}

test('no page of a resident’s carries more script than an old phone bears', async ({ page }) => {
  await logIn(page, maja);
  await withoutDraft(page);
  await beginApplication(page);
  const form = new URL(page.url()).pathname;
  for (const path of [
    '/overview',
    '/cases',
    '/appointments',
    '/settings',
    '/settings/sessions',
    '/settings/access-log',
    form,
  ]) {
    const bytes = await scriptBytes(page, path);
    expect(bytes, path).toBeGreaterThan(50_000);
    expect(bytes, path).toBeLessThanOrEqual(MOST_BYTES);
  }
  await withoutDraft(page);
});
