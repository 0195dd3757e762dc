import { type AnswerValue, isFiles, isPerson } from './answers-shape';
import { type Field, isAsked } from './form-shape';

/** Name of the hidden input that lists the questions that stood on the page when it was sent. */
export const SHOWN = 'shown';

export const personParts = ['name', 'phone', 'relation'] as const;
export const dateParts = ['day', 'month', 'year'] as const;

/** The names of the inputs that a field is made of, in the order they stand on the page. */
export function inputNames<T>(field: Field<T>): string[] {
  switch (field.kind) {
    case 'information':
      return [];
    case 'person':
      return personParts.map((part) => `${field.id}-${part}`);
    case 'date':
      return dateParts.map((part) => `${field.id}-${part}`);
    case 'care-home-wishes':
      return Array.from({ length: field.max }, (_, index) => `${field.id}-${index + 1}`);
    case 'file':
      return [field.id, `${field.id}-later`];
    default:
      return [field.id];
  }
}

/** What the inputs of a field hold for an answer: what fills the form in, and reads back as the same answer. */
export function inputValues(
  field: Field<unknown>,
  value: AnswerValue | undefined,
): Record<string, string | string[]> {
  if (value === undefined || !isAsked(field)) return {};
  if (field.kind === 'file') return isFiles(value) && value.later ? { [`${field.id}-later`]: 'yes' } : {};
  if (isPerson(value)) {
    return Object.fromEntries(personParts.map((part) => [`${field.id}-${part}`, value[part]]));
  }
  if (field.kind === 'care-home-wishes' && Array.isArray(value)) {
    return Object.fromEntries(value.map((home, index) => [`${field.id}-${index + 1}`, home]));
  }
  if (field.kind === 'date' && typeof value === 'string') {
    const [year = '', month = '', day = ''] = value.split('-');
    return { [`${field.id}-day`]: day, [`${field.id}-month`]: month, [`${field.id}-year`]: year };
  }
  return typeof value === 'string' || Array.isArray(value) ? { [field.id]: value } : {};
}
