import { describe, expect, it } from 'vitest';
import { smallForm } from '@/lib/testing/small-form';
import type { ServiceDefinition } from './definition';
import { definitionChanges } from './definition-changes';
import { checkDocument } from './definition-errors';

type Pages = Parameters<typeof smallForm>[1];
const one = { kind: 'text', id: 'one', label: 'Ett' } as const;
const two = { kind: 'text', id: 'two', label: 'Två' } as const;

function form(pages: Pages, more: object = {}): ServiceDefinition {
  const checked = checkDocument({ ...smallForm('tjanst', pages), ...more });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.definition;
}
const before = form({ you: [one, two], end: [{ kind: 'text', id: 'more' }] });
const end = { end: [{ kind: 'text', id: 'more' }] } as const;

describe('what publishing changes', () => {
  it('is nothing for the same', () => {
    expect(definitionChanges(before, form({ you: [one, two], ...end }))).toEqual([]);
  });

  it('is told by question and page', () => {
    const after = form({
      you: [
        { ...one, label: 'Ett och annat' },
        { kind: 'text', id: 'three', label: 'Tre' },
      ],
      new: [{ kind: 'text', id: 'four' }],
    });
    expect(definitionChanges(before, after)).toMatchObject([
      { how: 'added', what: 'page', name: 'new', title: 'Sidan new' },
      { how: 'removed', what: 'page', name: 'end' },
      { how: 'changed', what: 'question', name: 'one', title: 'Ett och annat', properties: ['label'] },
      { how: 'added', what: 'question', name: 'three', title: 'Tre' },
      { how: 'added', what: 'question', name: 'four' },
      { how: 'removed', what: 'question', name: 'two', title: 'Två' },
      { how: 'removed', what: 'question', name: 'more' },
    ]);
  });

  it('is told by part for what stands outside the pages', () => {
    const after = form({ you: [one, two], ...end }, { minutes: 9, phases: { decided: { sv: 'Klart' } } });
    expect(definitionChanges(before, after)).toEqual([
      { how: 'changed', what: 'part', name: 'minutes', title: '', properties: [] },
      { how: 'added', what: 'part', name: 'phases', title: '', properties: [] },
    ]);
    expect(definitionChanges(after, before)).toMatchObject([
      { name: 'minutes' },
      { how: 'removed', name: 'phases' },
    ]);
  });

  it('says once that they stand in another order, and which question goes to another page', () => {
    expect(definitionChanges(before, form({ you: [two, one], ...end }))).toMatchObject([
      { how: 'moved', what: 'question', name: '' },
    ]);
    expect(definitionChanges(before, form({ you: [one], end: [two, ...end.end] }))).toMatchObject([
      { how: 'changed', what: 'question', name: 'two', properties: ['group', 'page'] },
    ]);
  });
});
