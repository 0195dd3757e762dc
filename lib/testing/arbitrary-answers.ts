import fc from 'fast-check';
import type { Answers, AnswerValue } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { type AskedField, isAsked } from '@/lib/catalogue/domain/form-shape';

export const allFields = (definition: ServiceForm): AskedField<unknown>[] =>
  definition.pages.flatMap((page) => page.groups.flatMap((group) => group.fields)).filter(isAsked);

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', '1', '2026-02-30', '070-174 06 05', 'a@b.se', '194207099146', 'x'.repeat(3000)),
);

/** Anything that a field's inputs could send, right or wrong. */
function arbitraryAnswer(field: AskedField<unknown>, homes: readonly string[]): fc.Arbitrary<AnswerValue> {
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value), 'no-such-option');
    case 'choices':
      return fc.subarray([...field.options.map((option) => option.value), 'no-such-option']);
    case 'yes-no':
    case 'consent':
      return fc.constantFrom('yes', 'no', 'perhaps');
    case 'person':
      return fc.record({
        name: text,
        phone: text,
        relation: fc.constantFrom('', ...field.relations.map((option) => option.value)),
      });
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
      return fc.array(fc.constantFrom(...homes, 'closed-home'), { maxLength: field.max + 1 });
    default:
      return text;
  }
}

/** Some answers to a form, many of them wrong, some to questions that can't be reached. */
export const arbitraryAnswers = (definition: ServiceForm, homes: readonly string[]): fc.Arbitrary<Answers> =>
  fc
    .record(
      Object.fromEntries(allFields(definition).map((field) => [field.id, arbitraryAnswer(field, homes)])),
      { requiredKeys: [] },
    )
    .map((answers) => answers as Answers);

/** An answer that the field takes. */
export function rightAnswer(field: AskedField<unknown>): AnswerValue {
  switch (field.kind) {
    case 'choice':
      return field.options[0]?.value ?? '';
    case 'choices':
      return [field.options[0]?.value ?? ''];
    case 'yes-no':
    case 'consent':
      return 'yes';
    case 'date':
      return field.latest === 'today' ? '1985-01-01' : '2026-12-24';
    case 'national-id':
      return '194207099146';
    case 'phone':
      return '070-174 06 05';
    case 'email':
      return 'astrid@example.test';
    case 'person':
      return {
        name: 'Karin',
        phone: '070-174 06 07',
        relation: field.relations[0]?.value ?? '',
      };
    case 'file':
      return {
        files: [{ id: 'f', name: 'intyg.pdf', size: 1, mediaType: 'application/pdf' }],
        later: false,
      };
    case 'care-home-wishes':
      return [];
    default:
      return 'Ett svar';
  }
}
