import { describe, expect, it } from 'vitest';
import { forms } from '@/lib/testing/service-forms';
import { kindOfCase } from './kinds-of-case';

describe.each(forms)('$name', ({ definition: { destination } }) => {
  it('is a kind of application that the back office knows', () => {
    expect(kindOfCase({ service: destination }).law).toBeDefined();
  });
});

it('takes what it has never heard of', () => {
  expect(kindOfCase({ service: { applicationType: 'something-new' } })).toEqual({ letters: 'DNR' });
});
