import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { chromiumArguments } from './chromium';

it('what Playwright switches off stays off', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const theirs = /disabledFeatures = \[([^\]]*)\]/.exec(
    readFileSync(join(folder, 'lib/coreBundle.js'), 'utf8'),
  )?.[1];
  const names = [...(theirs ?? '').matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name ?? '');
  expect(names).toContain('PaintHolding');
  const ours = chromiumArguments.find((one) => one.startsWith('--disable-features='))?.split(/[=,]/);
  expect(ours).toEqual(expect.arrayContaining(names));
});
