import type { StaffField } from '@/components/appointments/staff-field';
import type { Question } from '@/lib/appointments/domain/appointment-type';
import { MOST_QUESTIONS } from '@/lib/appointments/domain/type-form';
import { newId } from '@/lib/kernel/ids';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';
import { textFields } from '../../text-fields';

export const inOrder = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

interface Words {
  offered: readonly string[];
  lang: StaffLanguage;
  t: Translate;
}

/** Each that can be asked, folded: what it asks stands on it, so that few are ever opened. */
export const questionFields = (questions: readonly Question[], words: Words): StaffField[] =>
  Array.from({ length: MOST_QUESTIONS }, (_, index) =>
    questionFold(questions[index], { number: index + 1 }, words),
  );

function questionFold(
  question: Question | undefined,
  { number }: { number: number },
  words: Words,
): StaffField {
  const { t } = words;
  const field = `question-${number}`;
  const lines = question?.lines ?? 4;
  return {
    kind: 'fold',
    name: field,
    label: t('meetings:type.question', { number }),
    note: question?.label.sv ?? t('meetings:type.question-unused'),
    fields: [
      { kind: 'hidden', name: `${field}-id`, value: question?.id ?? `q-${newId()}` },
      ...textFields(
        [
          {
            name: `${field}-label`,
            value: question?.label ?? {},
            label: (language) => t('meetings:type.question-label', { number, language }),
            rows: 1,
          },
          {
            name: `${field}-hint`,
            value: question?.hint ?? {},
            label: (language) => t('meetings:type.question-hint', { number, language }),
            rows: 1,
          },
        ],
        words,
        t('meetings:in-others'),
      ),
      {
        kind: 'select',
        name: `${field}-lines`,
        label: t('meetings:type.question-lines', { number }),
        value: String(lines),
        options: inOrder([1, 4, 8, lines]).map((n) => ({
          value: String(n),
          text: t(`meetings:type.lines.${n === 1 ? 'one' : n > 4 ? 'many' : 'some'}`),
        })),
      },
      {
        kind: 'checks',
        name: `${field}-required`,
        label: t('meetings:type.question-required', { number }),
        value: question?.isRequired ? ['yes'] : [],
        options: [{ value: 'yes', label: t('meetings:type.question-required-yes') }],
      },
    ],
  };
}
