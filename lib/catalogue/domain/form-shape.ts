import type { Rule, Sum } from './rules';

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
  /** where an answer to begin with comes from */
  prefill?: PrefillSource | undefined;
  /** what the register says may not be changed here: it is put right at the register */
  locked?: boolean | undefined;
  /** what to do when the answer is missing, e.g. "Välj vem som fyller i ansökan" */
  missing?: T | undefined;
}

export const prefillSources = [
  'register-name',
  'register-national-id',
  'register-address',
  'register-civil-status',
  'contact-phone',
  'contact-email',
  'earlier',
] as const;
export type PrefillSource = (typeof prefillSources)[number];

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
export interface NumberField<T> extends Asked<T> {
  kind: 'number';
  min?: number | undefined;
  max?: number | undefined;
  decimals: number;
  /** what is counted, after the box: "kvadratmeter" */
  unit?: T | undefined;
}
/** Crowns, with ore where there are any. */
export interface MoneyField<T> extends Asked<T> {
  kind: 'money';
  min: number;
  max: number;
}
/** The days a date may lie between: a date, "today", or so many days from it, "today+14", "today-90". */
interface DayLimits {
  earliest?: string | undefined;
  latest?: string | undefined;
}
export interface DateField<T> extends Asked<T>, DayLimits {
  kind: 'date';
}
export interface PeriodField<T> extends Asked<T>, DayLimits {
  kind: 'period';
  /** "until further notice": the last day may be left out */
  openEnded: boolean;
  maxDays?: number | undefined;
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
  /** whose number it may be: somebody else's, unless it says anybody's */
  whose?: 'another' | 'anybody' | undefined;
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
/** One of the children in her care, as the register knows them, or another. */
export interface ChildField<T> extends Asked<T> {
  kind: 'child';
}
export interface AddressField<T> extends Asked<T> {
  kind: 'address';
}
export interface BankAccountField<T> extends Asked<T> {
  kind: 'bank-account';
}
/** A property by its designation: "Granvik Åsen 1:23". */
export interface PropertyField<T> extends Asked<T> {
  kind: 'property';
}
/** What applies when: boxes to tick, rows (days) by columns (times). */
export interface ScheduleField<T> extends Asked<T> {
  kind: 'schedule';
  rows: Option<T>[];
  columns: Option<T>[];
}
/** The questions of a repeating group: the plain kinds, always asked. */
export type Column<T> =
  | TextField<T>
  | NumberField<T>
  | MoneyField<T>
  | DateField<T>
  | ChoiceField<T>
  | NationalIdField<T>;
/** The same questions again and again: incomes, members of the household, neighbours. */
export interface RowsField<T> extends Asked<T> {
  kind: 'rows';
  /** what one of them is called: "Inkomst" */
  item: T;
  /** "Lägg till en inkomst" */
  add: T;
  columns: Column<T>[];
  maxRows: number;
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
  tone?: 'info' | 'warning' | undefined;
  /** this application can't go on while this is shown: its text says why, and what to do instead */
  stops?: boolean | undefined;
  /** where to go instead: a path of ours, or an address */
  instead?: { label: T; href: string } | undefined;
}
/** A sum of earlier answers, shown as it changes. */
export interface ComputedField<T> extends Named<T> {
  kind: 'computed';
  value: Sum;
  /** crowns; else a plain number, of `unit` */
  money: boolean;
  unit?: T | undefined;
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
  | NumberField<T>
  | MoneyField<T>
  | DateField<T>
  | PeriodField<T>
  | ChoiceField<T>
  | ChoicesField<T>
  | YesNoField<T>
  | NationalIdField<T>
  | PersonField<T>
  | PhoneField<T>
  | EmailField<T>
  | ChildField<T>
  | AddressField<T>
  | BankAccountField<T>
  | PropertyField<T>
  | ScheduleField<T>
  | RowsField<T>
  | FileField<T>
  | CareHomeWishesField<T>
  | InformationField<T>
  | ComputedField<T>
  | ConsentField<T>;

export type AskedField<T> = Exclude<Field<T>, InformationField<T> | ComputedField<T>>;

export interface Group<T> {
  id: string;
  title?: T | undefined;
  text?: T | undefined;
  shownIf?: Rule | undefined;
  fields: Field<T>[];
}

/** What must hold between answers, on this page and before it. Judged only where all of them are given. */
export interface Limit<T> {
  /** the question on this page where the fault is shown */
  field: string;
  holds: Rule;
  /** what to do about it */
  message: T;
}

export interface Page<T> {
  slug: string;
  title: T;
  lead?: T | undefined;
  shownIf?: Rule | undefined;
  limits?: Limit<T>[] | undefined;
  groups: Group<T>[];
}

export const fileKinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
} as const;
export type FileKind = keyof typeof fileKinds;

/** Whether the field asks for anything at all. */
export const isAsked = <T>(field: Field<T>): field is AskedField<T> =>
  field.kind !== 'information' && field.kind !== 'computed';

/** A repeating group's question in one of its rows, as a field of its own. Rows count from 1. */
export const cellOf = <T>(field: { id: string }, row: number, column: Column<T>): Column<T> => ({
  ...column,
  id: `${field.id}-${row}-${column.id}`,
});
