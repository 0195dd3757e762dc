import { cleanLine, cleanText } from '@/lib/kernel/plain-text';
import type { Question } from './appointment-type';
import type { BookingContent } from './booking-seals';
import type { MeetingWay } from './words';

const MAX_LANGUAGE = 60;
const MAX_ANSWER = 1000;
const MAX_ADDRESS = 200;
const MAX_PHONE = 30;

/** The field in which a question is answered. */
export const answerField = (questionId: string): string => `answer-${questionId}`;

/**
 * What a form says of the meeting, as it is kept and told: only what its way and its type ask for. `value` gives what
 * stands in a field.
 */
export function typedContent(
  value: (field: string) => string,
  { way, questions }: { way: MeetingWay; questions: readonly Question[] },
): BookingContent {
  const [interpreter, phone] = ['interpreter', 'phone'].map((field) => cleanLine(value(field)));
  const address = cleanText(value('address'));
  return {
    needs: {
      ...(interpreter && { interpreter }),
      ...(value('signLanguage') && { signLanguage: true }),
      ...(value('stepFree') && way === 'visit' && { stepFree: true }),
      ...(value('companion') && { companion: true }),
    },
    answers: Object.fromEntries(
      questions.flatMap(({ id }) => {
        const answer = cleanText(value(answerField(id)));
        return answer ? [[id, answer]] : [];
      }),
    ),
    ...(way === 'phone' && phone && { phone }),
    ...(way === 'home' && address && { address }),
  };
}

/** Which fields say more than there is room for: a text key for each, which says how much there is. */
export function tooLong({
  needs,
  answers,
  phone = '',
  address = '',
}: BookingContent): Record<string, string> {
  const over = [
    ['interpreter', needs.interpreter ?? '', MAX_LANGUAGE, 'errors:appointment-language-too-long'],
    ['phone', phone, MAX_PHONE, 'forms:problems.phone'],
    ['address', address, MAX_ADDRESS, 'errors:appointment-address-too-long'],
    ...Object.entries(answers).map(
      ([id, answer]) => [answerField(id), answer, MAX_ANSWER, 'errors:appointment-answer-too-long'] as const,
    ),
  ] as const;
  return Object.fromEntries(
    over.filter(([, text, most]) => text.length > most).map(([field, , , problem]) => [field, problem]),
  );
}
