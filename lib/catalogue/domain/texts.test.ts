import { expect, it } from 'vitest';
import { languageOf, localize, textBlocks } from './texts';

it('chooses one language everywhere in a part of a definition, and leaves the rest', () => {
  const node = {
    id: 'q',
    label: { sv: 'Fråga', en: 'Question' },
    rule: { '==': [{ var: 'q' }, 'sv'] },
    n: 3,
  };
  expect(localize(node, ['sv', 'en'], 'en')).toEqual({ ...node, label: 'Question' });
});

it('falls back to the definition’s first language', () => {
  expect(languageOf({ languages: ['sv', 'en'] }, 'ar')).toBe('sv');
  expect(languageOf({ languages: ['sv', 'en'] }, 'en')).toBe('en');
});

it('reads paragraphs and lists', () => {
  expect(textBlocks('Ett\ntvå\n\nTre:\n- a\n- b\n\nFyra')).toEqual([
    { kind: 'paragraph', text: 'Ett två' },
    { kind: 'paragraph', text: 'Tre:' },
    { kind: 'list', items: ['a', 'b'] },
    { kind: 'paragraph', text: 'Fyra' },
  ]);
});
