import * as z from 'zod/mini';
import { type CalendarDate, parseCalendarDate } from '@/lib/kernel/calendar-date';
import { parseNationalId } from '@/lib/kernel/national-id';
import type { FileReference, PersonAnswer } from './answers-shape';
import { type AskedField, type FileKind, fileKinds, type Option } from './form-shape';

// zod would otherwise write itself faster code by `new Function`, which the Content-Security-Policy refuses and reports.
z.config({ jitless: true });

/** Texts of the namespace `forms`, under `problems`; `missing` is the field's own text instead. */
export type ProblemKey =
  | 'missing'
  | 'tooLong'
  | 'notDate'
  | 'dateTooEarly'
  | 'dateTooLate'
  | 'notAnOption'
  | 'exclusive'
  | 'nationalId'
  | 'phone'
  | 'email'
  | 'personName'
  | 'personPhone'
  | 'personRelation'
  | 'fileKind'
  | 'fileTooLarge'
  | 'fileEmpty'
  | 'fileDamaged'
  | 'filePixels'
  | 'fileInfected'
  | 'tooManyFiles'
  | 'tooManyWishes'
  | 'wishTwice'
  | 'wishUnknown';

/** What the checks must know from outside the form. */
export interface CheckContext {
  today: CalendarDate;
  /** slugs of the homes one may wish for */
  homes: readonly string[];
}

interface Finding {
  key: ProblemKey;
  params?: Record<string, string | number>;
  /** which input of the field, where it has several */
  part?: string;
}

/** A zod check whose issues carry a text key and its params. */
function finds<T>(find: (value: T) => Finding[]): z.core.CheckFn<T> {
  return ({ value, issues }) => {
    for (const { key, params, part } of find(value)) {
      issues.push({
        code: 'custom',
        input: value,
        message: key,
        params: params ?? {},
        path: part ? [part] : [],
        continue: true,
      });
    }
  };
}

const when = (isWrong: boolean, key: ProblemKey, params?: Finding['params'], part?: string): Finding[] =>
  isWrong ? [{ key, ...(params && { params }), ...(part && { part }) }] : [];

const words = (max: number) =>
  z.string().check(finds((text) => when(text.length > max, 'tooLong', { max, length: text.length })));

const oneOf = <T>(options: readonly Option<T>[], value: string) =>
  options.some((option) => option.value === value);

// As strict as helps: spaces, hyphens, brackets and a country code are fine, letters are not.
const isPhone = (text: string) =>
  /^\+?[\d\s()/–-]+$/.test(text) && /^\d{6,15}$/.test(text.replace(/\D/g, ''));
const isEmail = (text: string) =>
  text.length <= 254 && /^[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+$/.test(text);

const person = <T>(relations: readonly Option<T>[]) =>
  z
    .object({ name: z.string(), phone: z.string(), relation: z.string() })
    .check(
      finds((value: PersonAnswer) => [
        ...when(value.name === '', 'personName', undefined, 'name'),
        ...when(value.name.length > 100, 'tooLong', { max: 100, length: value.name.length }, 'name'),
        ...when(!isPhone(value.phone), value.phone === '' ? 'personPhone' : 'phone', undefined, 'phone'),
        ...when(!oneOf(relations, value.relation), 'personRelation', undefined, 'relation'),
      ]),
    );

function checkFile(file: FileReference, accept: readonly FileKind[], maxMegabytes: number): Finding[] {
  const allowed = accept.map((kind) => fileKinds[kind]);
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  // The name and the media type are what the browser says; what the file holds is looked at when it is received.
  const fits = allowed.some((kind) => (kind.extensions as readonly string[]).includes(extension));
  return [
    ...when(!fits, 'fileKind', {
      name: file.name,
      kinds: allowed.map((kind) => kind.extensions[0]).join(', '),
    }),
    ...when(file.size === 0, 'fileEmpty', { name: file.name }),
    ...when(file.size > maxMegabytes * 1_000_000, 'fileTooLarge', { name: file.name, max: maxMegabytes }),
  ];
}

const wishes = (max: number, homes: readonly string[]) =>
  z
    .array(z.string())
    .check(
      finds((chosen) => [
        ...when(chosen.length > max, 'tooManyWishes', { max }),
        ...chosen.flatMap((home, index) => [
          ...when(!homes.includes(home), 'wishUnknown', undefined, String(index + 1)),
          ...when(chosen.indexOf(home) < index, 'wishTwice', undefined, String(index + 1)),
        ]),
      ]),
    );

function date(field: { earliest?: string | undefined; latest?: string | undefined }, today: CalendarDate) {
  const bound = (limit: string | undefined) => (limit === 'today' ? today : limit);
  const earliest = bound(field.earliest);
  const latest = bound(field.latest);
  return z.string().check(
    finds((text) => {
      if (!parseCalendarDate(text)) return [{ key: 'notDate' }];
      return [
        ...when(earliest !== undefined && text < earliest, 'dateTooEarly', { date: earliest ?? '' }),
        ...when(latest !== undefined && text > latest, 'dateTooLate', { date: latest ?? '' }),
      ];
    }),
  );
}

const made = new WeakMap<object, { key: string; schema: z.ZodMiniType }>();

/** The schema of one field's answer. Whether there must be an answer is decided by the whole: answers-schema.ts. */
export function fieldSchema<T>(field: AskedField<T>, context: CheckContext): z.ZodMiniType {
  // Definitions stay in memory and are judged again and again; making a schema costs more than using it.
  const key = `${context.today} ${context.homes.join()}`;
  const known = made.get(field);
  if (known?.key === key) return known.schema;
  const schema = makeSchema(field, context);
  made.set(field, { key, schema });
  return schema;
}

function makeSchema<T>(field: AskedField<T>, context: CheckContext): z.ZodMiniType {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return words(field.maxLength);
    case 'date':
      return date(field, context.today);
    case 'yes-no':
    case 'consent':
      return z.string().check(finds((value) => when(value !== 'yes' && value !== 'no', 'notAnOption')));
    case 'choice':
      return z.string().check(finds((value) => when(!oneOf(field.options, value), 'notAnOption')));
    case 'choices':
      return z
        .array(z.string())
        .check(
          finds((values) => [
            ...when(!values.every((value) => oneOf(field.options, value)), 'notAnOption'),
            ...when(
              values.length > 1 &&
                field.options.some((option) => option.exclusive && values.includes(option.value)),
              'exclusive',
            ),
          ]),
        );
    case 'national-id':
      return z
        .string()
        .check(
          finds((text) =>
            when(parseNationalId(text, new Date(`${context.today}T12:00:00Z`)) === null, 'nationalId'),
          ),
        );
    case 'phone':
      return z.string().check(finds((text) => when(!isPhone(text), 'phone')));
    case 'email':
      return z.string().check(finds((text) => when(!isEmail(text), 'email')));
    case 'person':
      return person(field.relations);
    case 'file':
      return z
        .object({
          files: z.array(
            z.object({ id: z.string(), name: z.string(), size: z.number(), mediaType: z.string() }),
          ),
          later: z.boolean(),
        })
        .check(
          finds(({ files }) => [
            ...when(files.length > field.maxFiles, 'tooManyFiles', { max: field.maxFiles }),
            ...files.flatMap((file) => checkFile(file, field.accept, field.maxMegabytes)),
          ]),
        );
    case 'care-home-wishes':
      return wishes(field.max, context.homes);
  }
}
