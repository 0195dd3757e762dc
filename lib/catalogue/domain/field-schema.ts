import * as z from 'zod/mini';
import { parseCalendarDate } from '@/lib/kernel/calendar-date';
import { type FileReference, filledRows, type RowsAnswer } from './answers-shape';
import { type FieldContext, type Finding, finds, type ProblemKey, when } from './findings';
import { type AskedField, type FileKind, fileKinds, type RowsField } from './form-shape';
import { address, bankAccount, child, period, person } from './parts-schema';
import { isEmail, isNationalId, isPhone, isProperty, oneOf, outside, wrongNumber } from './values';

const words = (max: number) =>
  z.string().check(finds((text) => when(text.length > max, 'tooLong', { max, length: text.length })));

function rowsOf<T>(field: RowsField<T>, context: FieldContext) {
  return z.object({ rows: z.array(z.record(z.string(), z.string())) }).check(
    finds((value: RowsAnswer) => {
      const filled = filledRows(value);
      return [
        ...when(filled.length > field.maxRows, 'tooManyRows', { max: field.maxRows }),
        ...filled.flatMap(({ number, cells }) =>
          field.columns.flatMap((column): Finding[] => {
            const part = `${number}-${column.id}`;
            const cell = cells[column.id] ?? '';
            if (cell === '') return when(column.required, 'missing', undefined, part);
            const parsed = fieldSchema(column, context).safeParse(cell);
            return parsed.success
              ? []
              : parsed.error.issues.slice(0, 1).map((issue) => toFinding(issue, part));
          }),
        ),
      ];
    }),
  );
}

const toFinding = (issue: z.core.$ZodIssue, part: string): Finding => ({
  key: issue.message as ProblemKey,
  params: (issue.code === 'custom' ? (issue.params as Finding['params']) : undefined) ?? {},
  part,
});

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

const made = new WeakMap<object, { key: string; schema: z.ZodMiniType }>();

/** What a schema depends on beside its definition. */
export const contextKey = ({ today, homes, children }: FieldContext): string =>
  `${today} ${homes.join()} ${children.join()}`;

/** The schema of one field's answer. Whether there must be an answer is decided by the whole: answers-schema.ts. */
export function fieldSchema<T>(field: AskedField<T>, context: FieldContext): z.ZodMiniType {
  // Kept as the whole form's schema is: making one costs more than using it.
  const key = contextKey(context);
  const known = made.get(field);
  if (known?.key === key) return known.schema;
  const schema = makeSchema(field, context);
  made.set(field, { key, schema });
  return schema;
}

function makeSchema<T>(field: AskedField<T>, context: FieldContext): z.ZodMiniType {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return words(field.maxLength);
    case 'number':
      return z.string().check(finds((text) => wrongNumber(text, field, false)));
    case 'money':
      return z.string().check(finds((text) => wrongNumber(text, { ...field, decimals: 2 }, true)));
    case 'date':
      return z.string().check(
        finds((text) => {
          const date = parseCalendarDate(text);
          return date ? outside(date, field, context.today) : [{ key: 'notDate' }];
        }),
      );
    case 'period':
      return period(field, context.today);
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
      return z.string().check(finds((text) => when(!isNationalId(text, context.today), 'nationalId')));
    case 'phone':
      return z.string().check(finds((text) => when(!isPhone(text), 'phone')));
    case 'email':
      return z.string().check(finds((text) => when(!isEmail(text), 'email')));
    case 'person':
      return person(field.relations);
    case 'child':
      return child(context);
    case 'address':
      return address;
    case 'bank-account':
      return bankAccount;
    case 'property':
      return z.string().check(finds((text) => when(!isProperty(text), 'property')));
    case 'schedule':
      return z.array(z.string()).check(
        finds((cells) =>
          when(
            !cells.every((cell) => {
              const [row = '', column = ''] = cell.split('.');
              return oneOf(field.rows, row) && oneOf(field.columns, column);
            }),
            'notAnOption',
          ),
        ),
      );
    case 'rows':
      return rowsOf(field, context);
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
