import type { Field } from './form-shape';

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
