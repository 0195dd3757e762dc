import { describe, expect, it } from 'vitest';
import { search } from './search';

const services = [
  { name: 'Hemtjänst', summary: 'Hjälp hemma.', searchWords: 'städning, äldre' },
  { name: 'Särskilt boende', summary: 'Ett boende med personal.', searchWords: 'äldreboende, säbo' },
  { name: 'دار رعاية', summary: 'سكن', searchWords: 'كبار السن' },
];
const names = (query: string) => search(services, query).map(({ name }) => name);

describe('searching the catalogue', () => {
  it.each([
    ['särskilt', ['Särskilt boende']],
    ['SARSKILT', ['Särskilt boende']],
    ['säbo', ['Särskilt boende']],
    ['boende', ['Särskilt boende']],
    ['äldre', ['Hemtjänst', 'Särskilt boende']],
    ['hjälp äldre', ['Hemtjänst']],
    ['رعاية', ['دار رعاية']],
    ['bygglov', []],
    ['  ', ['Hemtjänst', 'Särskilt boende', 'دار رعاية']],
  ])('for "%s"', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it('puts those first that have it in their name', () => {
    expect(search([...services, { name: 'Äldre', summary: '', searchWords: '' }], 'äldre')[0]?.name).toBe(
      'Äldre',
    );
  });
});
