import fc from 'fast-check';
import type { Answers, AnswerValue, RowsAnswer } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { CheckContext } from '@/lib/catalogue/domain/findings';
import { type AskedField, isAsked } from '@/lib/catalogue/domain/form-shape';
import { parts } from '@/lib/catalogue/domain/input-names';
import { rightAnswers } from './right-answers';

export const allFields = (definition: ServiceForm): AskedField<unknown>[] =>
  definition.pages.flatMap((page) => page.groups.flatMap((group) => group.fields)).filter(isAsked);

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', '1', '2026-02-30', '070-174 06 05', 'a@b.se', '194207099146', 'x'.repeat(3000)),
);
const number = fc.oneof(
  fc.integer({ min: -5, max: 20_000 }).map(String),
  fc.constantFrom('', '1 000', '2,5', '0,001', '12,50', '-0', '1e3', '999999999999', 'två', 'NaN'),
);
const day = fc.constantFrom('', '2026-02-30', '1899-12-31', '2026-11-24', '2027-01-31', '2099-12-31', '--1');

/** Anything that a field's inputs could send, right or wrong. */
function anyAnswer(field: AskedField<unknown>, context: CheckContext): fc.Arbitrary<AnswerValue> {
  switch (field.kind) {
    case 'number':
    case 'money':
      return number;
    case 'date':
      return fc.oneof(day, text);
    case 'period':
      return fc.record({ from: day, to: day });
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value), 'no-such-option');
    case 'choices':
      return fc.subarray([...field.options.map((option) => option.value), 'no-such-option']);
    case 'yes-no':
    case 'consent':
      return fc.constantFrom('yes', 'no', 'perhaps');
    case 'national-id':
      return fc.oneof(text, fc.constantFrom('19420709-9146', context.self?.nationalId ?? ''));
    case 'person':
      return fc.record({
        name: text,
        phone: text,
        relation: fc.constantFrom('', ...field.relations.map((option) => option.value)),
      });
    case 'child':
      return fc.record({
        child: fc.constantFrom('', 'other', 'no-such-child', ...context.children),
        name: text,
        'national-id': text,
      });
    case 'address':
    case 'bank-account':
      return fc.record(Object.fromEntries(parts[field.kind].map((part) => [part, text])));
    case 'property':
      return fc.oneof(text, fc.constantFrom('Åsen', '1:23', 'Granvik Åsen S:2'));
    case 'schedule':
      return fc.subarray([
        ...field.rows.flatMap((row) => field.columns.map((column) => `${row.value}.${column.value}`)),
        'no-such-row.no-such-column',
      ]);
    case 'rows': {
      const cells = field.columns.map((column) => [
        column.id,
        arbitraryAnswer(column, context) as fc.Arbitrary<string>,
      ]);
      return fc.record({
        rows: fc.array(fc.record(Object.fromEntries(cells)), { maxLength: field.maxRows + 1 }),
      }) as fc.Arbitrary<RowsAnswer>;
    }
    case 'file':
      return fc.record({
        files: fc.array(
          fc.record({
            id: fc.uuid(),
            name: fc.constantFrom('intyg.pdf', 'bild.PNG', 'program.exe', 'utan'),
            size: fc.constantFrom(0, 1, 9_000_000, 90_000_000),
            mediaType: fc.constant(''),
          }),
          { maxLength: 7 },
        ),
        later: fc.boolean(),
      });
    case 'care-home-wishes':
      return fc.array(fc.constantFrom(...context.homes, 'closed-home'), { maxLength: field.max + 1 });
    default:
      return text;
  }
}

// As often right as anything at all: with wrong answers only, nobody would get to what further questions open.
const arbitraryAnswer = (field: AskedField<unknown>, context: CheckContext): fc.Arbitrary<AnswerValue> =>
  fc.oneof(anyAnswer(field, context), fc.constantFrom(...rightAnswers(field, context)));

/** Some answers to a form, many of them wrong, some to questions that can't be reached. */
export const arbitraryAnswers = (definition: ServiceForm, context: CheckContext): fc.Arbitrary<Answers> =>
  fc
    .record(
      Object.fromEntries(allFields(definition).map((field) => [field.id, arbitraryAnswer(field, context)])),
      { requiredKeys: [] },
    )
    .map((answers) => answers as Answers);
