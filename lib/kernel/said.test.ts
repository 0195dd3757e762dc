import { describe, expect, it } from 'vitest';
import { spokenIn } from './said';

describe('what an element says of its language', () => {
  it('is nothing where it is the page’s', () => {
    expect(spokenIn('ar', 'ar')).toEqual({});
  });

  it.each([
    ['sv', 'ar', 'ltr'],
    ['ar', 'sv', 'rtl'],
    ['fa-AF', 'en', 'rtl'],
    ['arn', 'sv', 'ltr'],
  ])('is %s on a page in %s, running %s', (lang, page, dir) => {
    expect(spokenIn(lang, page)).toEqual({ lang, dir });
  });
});
