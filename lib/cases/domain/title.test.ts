import { expect, it } from 'vitest';
import { titleIn } from './title';

it('a case’s title says which language it is in, Swedish where there is none in hers', () => {
  const title = { sv: 'Särskilt boende', en: 'Care home' };
  expect(titleIn(title, 'en')).toEqual({ text: 'Care home', lang: 'en' });
  expect(titleIn(title, 'ar')).toEqual({ text: 'Särskilt boende', lang: 'sv' });
});
