import { describe, expect, it } from 'vitest';
import { ownPath } from './own-path';

const id = '0198c6f0-0000-7000-8000-000000000000';

describe('the page a report is about', () => {
  it.each([
    ['/', '/'],
    ['/services/sarskilt-boende', '/services/sarskilt-boende'],
    ['/services?q=n%C3%A5got+k%C3%A4nsligt#top', '/services'],
    [`/cases/${id}`, '/cases/…'],
    [`/cases/${id}/decisions/${id.toUpperCase()}`, '/cases/…/decisions/…'],
  ])('%s is ours: %s', (wanted, shown) => {
    expect(ownPath(wanted)).toBe(shown);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    'services',
    'javascript:alert(1)',
    '/a\nb',
    `/${'x'.repeat(200)}`,
    '',
    undefined,
  ])('%j is not', (wanted) => {
    expect(ownPath(wanted)).toBe('');
  });
});
