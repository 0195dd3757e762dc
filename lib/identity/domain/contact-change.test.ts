import { expect, it } from 'vitest';
import { CODE_LIFE, isCode, isOpen, MOST_ATTEMPTS } from './contact-change';

const now = new Date('2026-11-24T12:00:00Z');

it('a code is the one that was sent, however it is spaced', () => {
  expect(isCode('123 456', '123456')).toBe(true);
  expect(isCode(' 123-456 ', '123456')).toBe(true);
  for (const wrong of ['123457', '12345', '1234567', '', '１２３４５６'])
    expect(isCode(wrong, '123456')).toBe(false);
});

it('a change is open until its last second, and for so many wrong codes', () => {
  const expiresAt = new Date(now.getTime() + CODE_LIFE);
  expect(isOpen({ attempts: MOST_ATTEMPTS - 1, expiresAt }, new Date(expiresAt.getTime() - 1))).toBe(true);
  expect(isOpen({ attempts: 0, expiresAt }, expiresAt)).toBe(false);
  expect(isOpen({ attempts: MOST_ATTEMPTS, expiresAt }, now)).toBe(false);
});
