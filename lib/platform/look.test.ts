import { expect, it } from 'vitest';
import { isLookOf } from './look';

it('an open page that asks for itself is told from whoever opens it or sends a form', () => {
  const request = (method: string, dest: string | null) => ({
    method,
    headers: new Headers(dest === null ? {} : { 'sec-fetch-dest': dest }),
  });
  expect(isLookOf(request('GET', 'empty'))).toBe(true);
  expect(isLookOf(request('GET', 'document'))).toBe(false);
  expect(isLookOf(request('POST', 'empty'))).toBe(false);
  expect(isLookOf(request('GET', null))).toBe(false);
});
