import { describe, expect, it } from 'vitest';
import { smallForm } from '@/lib/testing/small-form';
import { checkDocument } from './definition-errors';
import { checkVariant } from './definition-variant';

const shared = (() => {
  const checked = checkDocument({
    ...smallForm('delad', {
      you: [
        { kind: 'yes-no', id: 'alone', required: true },
        {
          kind: 'choice',
          id: 'living',
          options: [
            { value: 'flat', label: { sv: 'Lägenhet' } },
            { value: 'house', label: { sv: 'Hus' } },
            { value: 'other', label: { sv: 'Annat' } },
          ],
          shownIf: { '==': [{ var: 'alone' }, 'yes'] },
        },
      ],
      end: [{ kind: 'text', id: 'more' }],
    }),
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.definition;
})();

type Changes = Record<string, unknown>;
const inFields = (fields: Changes): Changes => ({ pages: { you: { groups: { 'group-you': { fields } } } } });

function result(changes: Changes) {
  const checked = checkVariant(shared, changes);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  if (checked.definition.kind !== 'form') throw new Error('no form');
  return checked.definition;
}
const fieldsOf = (changes: Changes) => result(inFields(changes)).pages[0]?.groups[0]?.fields ?? [];
const problemsOf = (changes: Changes) => {
  const checked = checkVariant(shared, changes);
  return checked.ok ? [] : checked.problems;
};
const text = (sv: string) => ({ sv });

describe('a variant', () => {
  it('that changes nothing is the shared definition', () => {
    expect(result({})).toEqual(shared);
  });

  it('changes a text in one place and leaves the rest', () => {
    const changed = result({
      name: text('Vår tjänst'),
      ...inFields({ alone: { label: text('Bor du själv?') } }),
    });
    expect(changed.name).toEqual(text('Vår tjänst'));
    expect(changed.pages[0]?.groups[0]?.fields[0]).toMatchObject({
      id: 'alone',
      required: true,
      label: text('Bor du själv?'),
    });
    expect(changed.pages[1]).toEqual(shared.kind === 'form' && shared.pages[1]);
  });

  it('takes away a question, an option or a page by its name', () => {
    expect(fieldsOf({ living: null }).map(({ id }) => id)).toEqual(['alone']);
    expect(fieldsOf({ living: { options: { other: null } } })[1]).toMatchObject({
      options: [{ value: 'flat' }, { value: 'house' }],
    });
    expect(result({ pages: { end: null } }).pages.map(({ slug }) => slug)).toEqual(['you']);
  });

  it('puts a new question where it says, and moves an old one', () => {
    const added = { kind: 'text', label: text('Ny') };
    const ids = (changes: Changes) => fieldsOf(changes).map(({ id }) => id);
    expect(ids({ extra: { ...added, $after: 'alone' } })).toEqual(['alone', 'extra', 'living']);
    expect(ids({ extra: { ...added, $after: null } })).toEqual(['extra', 'alone', 'living']);
    const pages = result({ pages: { end: { $after: null } } }).pages;
    expect(pages.map(({ slug }) => slug)).toEqual(['end', 'you']);
  });

  it('replaces a rule and a question of another kind whole', () => {
    const [, living] = fieldsOf({ living: { shownIf: { '!=': [{ var: 'alone' }, 'no'] } } });
    expect(living?.shownIf).toEqual({ '!=': [{ var: 'alone' }, 'no'] });
    const [, other] = fieldsOf({ living: { kind: 'text', label: text('Hur bor du?') } });
    expect(other).toEqual({
      kind: 'text',
      id: 'living',
      label: text('Hur bor du?'),
      required: false,
      maxLength: 100,
    });
  });

  it('inherits texts in the languages it has', () => {
    const bilingual = JSON.parse(JSON.stringify(shared).replaceAll('{"sv":', '{"en":"Words","sv":'));
    const checked = checkVariant({ ...bilingual, languages: ['sv', 'en'] }, { languages: ['sv'] });
    expect(checked).toEqual({ ok: true, definition: shared });
  });

  it('is told in words what it takes away or changes that is not there', () => {
    expect(problemsOf(inFields({ lving: null }))).toMatchObject([
      { where: expect.stringContaining('lving'), what: expect.stringContaining('inte att ta bort') },
    ]);
    expect(problemsOf(inFields({ lving: { label: text('x') } }))).toMatchObject([
      { where: expect.stringContaining('lving'), what: expect.stringContaining('$after') },
    ]);
    expect(problemsOf(inFields({ ny: { kind: 'text', label: text('x'), $after: 'nowhere' } }))).toMatchObject(
      [{ what: expect.stringContaining('nowhere') }],
    );
  });

  it('gets the faults of what it has become, like any definition', () => {
    expect(problemsOf(inFields({ alone: null }))).toMatchObject([
      { where: expect.stringContaining('fråga living'), what: expect.stringContaining('”alone”') },
    ]);
  });

  it('can’t reach into the program', () => {
    const changes = JSON.parse(
      '{"__proto__": {"polluted": "yes"}, "name": {"__proto__": {"sv": "x"}}}',
    ) as Changes;
    expect(problemsOf(changes)).not.toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});
