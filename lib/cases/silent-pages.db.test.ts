import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createReceivedCase, type TestCase } from '@/lib/testing/cases-world';
import { getCase } from './queries/get-case';
import { getOverview } from './queries/get-overview';
import { listMyCases } from './queries/list-my-cases';

// What a resident reads is the portal's own rows: whatever the systems around it do, nobody asks them at a page view.

let theCase: TestCase;
const hangs = vi.fn(() => new Promise<never>(() => {}));

beforeAll(async () => {
  theCase = await createReceivedCase();
  vi.stubGlobal('fetch', hangs);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

it.each([
  ['the overview', () => getOverview(theCase.resident, 'sv')],
  ['the list of cases', () => listMyCases(theCase.resident, 'sv', { filter: 'all' }, 20)],
  ['a case', () => getCase(theCase.resident, theCase.caseId, 'sv')],
])('%s comes while every source hangs, and asks none', async (_, page) => {
  await expect(page()).resolves.toBeDefined();
  expect(hangs).not.toHaveBeenCalled();
});
