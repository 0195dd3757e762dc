import type { Texts } from '@/lib/catalogue/domain/form-shape';

export const classes = ['f', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type SchoolClass = (typeof classes)[number];

/** As a value of the form: a name must begin with a letter. */
export const classValue = (name: SchoolClass): string => (name === 'f' ? 'preschool-class' : `class-${name}`);

/** Where the municipalities' forms and rules differ. */
export interface Variant {
  /** the place's name in a sentence: "i Granvik" */
  place: string;
  /** from how many kilometres to school a child usually gets transport, by class */
  distances: { classes: readonly SchoolClass[]; kilometres: number }[];
  /** the same in words */
  distancesInWords: Texts;
  /** the municipality's own schools, one can go elsewhere too */
  schools: { value: string; name: string }[];
}
