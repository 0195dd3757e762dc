import { internationalNumber } from '@/lib/kernel/phone-number';
import type { Question } from './appointment-type';
import type { BookingContent } from './booking-seals';
import { answerField, tooLong, typedContent } from './typed-content';
import type { MeetingWay } from './words';

/** The text keys of all that can be wrong. */
export const contentProblems = [
  'errors:appointment-phone-needed',
  'forms:problems.phone',
  'errors:appointment-address-needed',
  'errors:appointment-answer-needed',
  'errors:appointment-language-too-long',
  'errors:appointment-address-too-long',
  'errors:appointment-answer-too-long',
] as const;

/**
 * What is wrong with what she has told for a meeting: a text key for each field. Needed are a number to be called at, a home
 * to come to, and the answers that the type says it needs.
 */
export function contentErrors(
  content: BookingContent,
  { way, questions }: { way: MeetingWay; questions: readonly Question[] },
): Record<string, string> {
  const errors: Record<string, string> = {};
  if (way === 'phone' || content.phone) {
    if (!content.phone?.trim()) errors.phone = 'errors:appointment-phone-needed';
    else if (!internationalNumber(content.phone)) errors.phone = 'forms:problems.phone';
  }
  if (way === 'home' && !content.address?.trim()) errors.address = 'errors:appointment-address-needed';
  for (const { id, isRequired } of questions)
    if (isRequired && !content.answers[id]?.trim())
      errors[answerField(id)] = 'errors:appointment-answer-needed';
  return errors;
}

/** The same of what stands in a form, before it is sent. */
export function formErrors(
  value: (field: string) => string,
  asked: { way: MeetingWay; questions: readonly Question[] },
): Record<string, string> {
  const content = typedContent(value, asked);
  return { ...contentErrors(content, asked), ...tooLong(content) };
}
