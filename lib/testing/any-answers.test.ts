import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { forms } from './service-forms';
import { listFiles } from './source-files';

it('every service is filled in at random by a test of its own', () => {
  const tried = listFiles()
    .filter((path) => /^prisma\/seed\/services\/.+\/any-answers.*\.test\.ts$/.test(path))
    .map((path) => /holdsOfAnyAnswers\('(.+)'\)/.exec(readFileSync(path, 'utf8'))?.[1]);
  expect(new Set(tried)).toEqual(new Set(forms.map(({ definition }) => definition.slug)));
});
