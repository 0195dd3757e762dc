import { describe, expect, it } from 'vitest';
import { forms } from '@/lib/testing/service-forms';
import { firstOfficer, kindOfCase } from './kinds-of-case';

describe.each(forms)('$name', ({ definition: { destination } }) => {
  it('is a kind of application that the back office knows', () => {
    expect(kindOfCase({ service: destination }).law).toBeDefined();
  });
});

it('gives each case to somebody who works with such', () => {
  const officer = (applicationType: string) =>
    firstOfficer(kindOfCase({ service: { applicationType } })).unit;
  expect(officer('bygglov')).toBe('Bygglovsenheten');
  expect(officer('hemtjanst')).toBe('Biståndsenheten');
});

it('takes what it has never heard of', () => {
  expect(kindOfCase({ service: { applicationType: 'something-new' } })).toEqual({ letters: 'DNR' });
});
