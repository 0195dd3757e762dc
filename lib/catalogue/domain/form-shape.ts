import type { Rule } from './rules';

/** A text in each of the definition's languages. */
export type Texts = Record<string, string>;

/*
 * The shape of a form. T is `Texts` in a stored definition and `string` once a language has been chosen,
 * so that the two can't drift apart.
 */
interface Named<T> {
  /** unique in the whole form: rules and stored answers use it */
  id: string;
  label: T;
  hint?: T | undefined;
  shownIf?: Rule | undefined;
}

interface Asked<T> extends Named<T> {
  required: boolean;
  requiredIf?: Rule | undefined;
  /** what to do when the answer is missing, e.g. "Välj vem som fyller i ansökan" */
  missing?: T | undefined;
}

export interface Option<T> {
  value: string;
  label: T;
  hint?: T | undefined;
  /** "none of these": can't be combined with the others */
  exclusive?: boolean | undefined;
}

export interface TextField<T> extends Asked<T> {
  kind: 'text';
  maxLength: number;
  autocomplete?: string | undefined;
}
export interface LongTextField<T> extends Asked<T> {
  kind: 'long-text';
  maxLength: number;
}
export interface DateField<T> extends Asked<T> {
  kind: 'date';
  /** a date, or "today" */
  earliest?: string | undefined;
  latest?: string | undefined;
}
export interface ChoiceField<T> extends Asked<T> {
  kind: 'choice';
  options: Option<T>[];
}
export interface ChoicesField<T> extends Asked<T> {
  kind: 'choices';
  options: Option<T>[];
}
export interface YesNoField<T> extends Asked<T> {
  kind: 'yes-no';
}
export interface NationalIdField<T> extends Asked<T> {
  kind: 'national-id';
}
export interface PersonField<T> extends Asked<T> {
  kind: 'person';
  relations: Option<T>[];
}
export interface PhoneField<T> extends Asked<T> {
  kind: 'phone';
}
export interface EmailField<T> extends Asked<T> {
  kind: 'email';
}
export interface FileField<T> extends Asked<T> {
  kind: 'file';
  accept: FileKind[];
  maxFiles: number;
  maxMegabytes: number;
  bringLater: boolean;
}
export interface CareHomeWishesField<T> extends Asked<T> {
  kind: 'care-home-wishes';
  max: number;
}
export interface InformationField<T> extends Named<T> {
  kind: 'information';
  /** paragraphs with an empty line between; lines that begin with "- " are a list */
  text: T;
}
/** Asked as a yes/no question: a consent that is not given must be as easy to say as one that is. */
export interface ConsentField<T> extends Asked<T> {
  kind: 'consent';
  /** to what, towards whom, how long, and how it is taken back; written as in an information field */
  text: T;
}

export type Field<T> =
  | TextField<T>
  | LongTextField<T>
  | DateField<T>
  | ChoiceField<T>
  | ChoicesField<T>
  | YesNoField<T>
  | NationalIdField<T>
  | PersonField<T>
  | PhoneField<T>
  | EmailField<T>
  | FileField<T>
  | CareHomeWishesField<T>
  | InformationField<T>
  | ConsentField<T>;

export type AskedField<T> = Exclude<Field<T>, InformationField<T>>;

export interface Group<T> {
  id: string;
  title?: T | undefined;
  text?: T | undefined;
  shownIf?: Rule | undefined;
  fields: Field<T>[];
}

export interface Page<T> {
  slug: string;
  title: T;
  lead?: T | undefined;
  shownIf?: Rule | undefined;
  groups: Group<T>[];
}

export const fileKinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
} as const;
export type FileKind = keyof typeof fileKinds;

/** Whether the field asks for anything at all. */
export const isAsked = <T>(field: Field<T>): field is AskedField<T> => field.kind !== 'information';
