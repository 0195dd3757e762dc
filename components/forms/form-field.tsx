import { lazy } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { DateField } from '@/components/ui/date-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { FileNote } from '@/lib/applications/domain/received-files';
import type { AnswerValue } from '@/lib/catalogue/domain/answers-shape';
import type { ChildChoice, HomeChoice } from '@/lib/catalogue/domain/form-page';
import type { Field, Option } from '@/lib/catalogue/domain/form-shape';
import type { PageTexts } from '@/lib/catalogue/domain/form-texts';
import { inputValues } from '@/lib/catalogue/domain/input-names';
import { ComputedField } from './computed-field';
import { InformationField } from './information-field';
import { PersonField } from './person-field';
import { RichText } from './rich-text';
import { WishesField } from './wishes-field';

// Fetched by the pages that ask such questions; most don't, and all would be too much for the others. There is no
// boundary round them: the server waits for them and sends the page whole, for those without JavaScript too.
const FilesField = lazy(async () => ({ default: (await import('./files-field')).FilesField }));
const RowsField = lazy(async () => ({ default: (await import('./rows-field')).RowsField }));
const ScheduleField = lazy(async () => ({ default: (await import('./schedule-field')).ScheduleField }));
const PeriodField = lazy(async () => ({ default: (await import('./parts-fields')).PeriodField }));
const ChildField = lazy(async () => ({ default: (await import('./parts-fields')).ChildField }));
const AddressField = lazy(async () => ({ default: (await import('./parts-fields')).AddressField }));
const BankAccountField = lazy(async () => ({ default: (await import('./parts-fields')).BankAccountField }));

/** What a field needs beside its definition. `errors` by input name. */
export interface FieldContext {
  texts: PageTexts;
  homes: readonly HomeChoice[];
  children: readonly ChildChoice[];
  /** what the page's computed fields come to */
  sums: Readonly<Record<string, number | null>>;
  /** the version of the answers that the server last spoke of: a repeating group's rows are drawn anew when it does */
  savedVersion: number;
  errors: Readonly<Record<string, string>>;
  required: boolean;
  value: AnswerValue | undefined;
  /** how it stands with the received files, where a scanner is connected */
  files: readonly FileNote[];
  /** whose files they are; without it they only come with the form */
  applicationId?: string | undefined;
  /** ties an input to the form library; without JavaScript it only gives the name */
  register: (name: string) => UseFormRegisterReturn;
  /** an information's heading: under the group's title where there is one */
  informationLevel: 2 | 3;
  /** the field's label is the page's heading */
  headingLevel?: 1;
}

export const choicesOf = (options: readonly Option<string>[]) =>
  options.map(({ value, label, hint }) => ({ value, label, description: hint }));

/** One question of a form, the same markup with and without JavaScript. */
export function FormField({ field, context }: { field: Field<string>; context: FieldContext }) {
  const { texts, errors, required, register, headingLevel } = context;
  const values = inputValues(field, context.value);
  const value = values[field.id];
  const single = typeof value === 'string' ? value : undefined;
  if (field.kind === 'information') {
    return <InformationField field={field} level={context.informationLevel} error={errors[field.id]} />;
  }
  if (field.kind === 'computed') {
    return <ComputedField field={field} sum={context.sums[field.id] ?? null} texts={texts} />;
  }
  const common = {
    label: field.label,
    description: field.hint,
    optional: required ? undefined : texts.optional,
    error: errors[field.id],
    headingLevel,
  };
  const yesAndNo = [
    { value: 'yes', label: texts.yes },
    { value: 'no', label: texts.no },
  ];
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...common}
          {...register(field.id)}
          defaultValue={single}
          autoComplete={field.autocomplete ?? 'off'}
        />
      );
    case 'long-text':
      return <TextArea {...common} {...register(field.id)} defaultValue={single} rows={4} />;
    case 'phone':
      return (
        <TextField
          {...common}
          {...register(field.id)}
          defaultValue={single}
          type="tel"
          autoComplete="tel"
          width={20}
        />
      );
    case 'email':
      return (
        <TextField
          {...common}
          {...register(field.id)}
          defaultValue={single}
          type="email"
          autoComplete="email"
        />
      );
    case 'national-id':
      return (
        <TextField
          {...common}
          {...register(field.id)}
          description={field.hint ?? texts['nationalId.example']}
          defaultValue={single}
          inputMode="numeric"
          autoComplete="off"
          width={20}
        />
      );
    case 'number':
    case 'money':
      return (
        <TextField
          {...common}
          {...register(field.id)}
          defaultValue={single}
          inputMode={field.kind === 'number' && field.decimals === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          width={12}
          unit={field.kind === 'money' ? texts['money.unit'] : field.unit}
        />
      );
    case 'property':
      return (
        <TextField
          {...common}
          {...register(field.id)}
          description={field.hint ?? texts['property.example']}
          defaultValue={single}
          autoComplete="off"
        />
      );
    case 'date':
      return (
        <DateField
          {...common}
          name={field.id}
          texts={{ day: texts['date.day'], month: texts['date.month'], year: texts['date.year'] }}
          inputProps={(part) => ({
            ...register(`${field.id}-${part}`),
            defaultValue: values[`${field.id}-${part}`],
          })}
        />
      );
    case 'choice':
      return (
        <RadioGroup
          {...common}
          {...register(field.id)}
          options={choicesOf(field.options)}
          defaultValue={single ?? ''}
        />
      );
    case 'choices':
      return (
        <CheckboxGroup
          {...common}
          {...register(field.id)}
          options={choicesOf(field.options)}
          defaultValue={Array.isArray(value) ? value : []}
        />
      );
    case 'yes-no':
      return (
        <RadioGroup
          {...common}
          {...register(field.id)}
          options={yesAndNo}
          defaultValue={single ?? ''}
          inline
        />
      );
    case 'consent':
      return (
        <RadioGroup
          {...common}
          {...register(field.id)}
          description={<RichText text={field.text} />}
          options={yesAndNo}
          defaultValue={single ?? ''}
          inline
        />
      );
    case 'period':
      return <PeriodField field={field} values={values} context={context} />;
    case 'child':
      return <ChildField field={field} values={values} context={context} />;
    case 'address':
      return <AddressField field={field} values={values} context={context} />;
    case 'bank-account':
      return <BankAccountField field={field} values={values} context={context} />;
    case 'schedule':
      return <ScheduleField field={field} value={Array.isArray(value) ? value : []} context={context} />;
    case 'rows':
      return (
        <RowsField
          field={field}
          context={context}
          renderCell={(cell, own) => <FormField key={cell.id} field={cell} context={own} />}
        />
      );
    case 'person':
      return <PersonField field={field} values={values} context={context} />;
    case 'file':
      return <FilesField field={field} context={context} />;
    case 'care-home-wishes':
      return <WishesField field={field} values={values} context={context} />;
  }
}
