import { DateField } from '@/components/ui/date-field';
import { Fieldset } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import type {
  AddressField as AddressDefinition,
  BankAccountField as BankAccountDefinition,
  ChildField as ChildDefinition,
  Field,
  PeriodField as PeriodDefinition,
} from '@/lib/catalogue/domain/form-shape';
import { OTHER_CHILD } from '@/lib/catalogue/domain/input-names';
import type { FieldContext } from './form-field';

/* Questions that are answered in several inputs. */

interface Props<F> {
  field: F;
  values: Record<string, string | string[]>;
  context: FieldContext;
}

/** What frames all of them, and what each of their inputs needs. */
function useParts({ field, values, context }: Props<Field<string> & { hint?: string | undefined }>) {
  const { texts, errors, required, register, headingLevel } = context;
  const frame = {
    id: field.id,
    label: field.label,
    description: field.hint,
    optional: required ? undefined : texts.optional,
    headingLevel,
  };
  const input = (part: string) => ({
    ...register(`${field.id}-${part}`),
    error: errors[`${field.id}-${part}`],
    defaultValue: textOf(values[`${field.id}-${part}`]),
  });
  return { frame, input, texts };
}

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/** First and last day. */
export function PeriodField({ field, values, context }: Props<PeriodDefinition<string>>) {
  const { frame, texts } = useParts({ field, values, context });
  const day = (part: 'from' | 'to', label: string) => (
    <DateField
      name={`${field.id}-${part}`}
      label={label}
      error={context.errors[`${field.id}-${part}`]}
      texts={{ day: texts['date.day'], month: texts['date.month'], year: texts['date.year'] }}
      inputProps={(unit) => ({
        ...context.register(`${field.id}-${part}-${unit}`),
        defaultValue: textOf(values[`${field.id}-${part}-${unit}`]),
      })}
    />
  );
  return (
    <Fieldset {...frame}>
      {day('from', texts['period.from'])}
      {day('to', field.openEnded ? texts['period.toOpen'] : texts['period.to'])}
    </Fieldset>
  );
}

/** A child in her care as the register knows it, or another by name and number. */
export function ChildField({ field, values, context }: Props<ChildDefinition<string>>) {
  const { frame, input, texts } = useParts({ field, values, context });
  const { children } = context;
  const { defaultValue, ...choice } = input('child');
  const other = (
    <div className="ms-form-other">
      <TextField {...input('name')} label={texts['child.name']} autoComplete="off" />
      <TextField
        {...input('national-id')}
        label={texts['child.nationalId']}
        description={texts['nationalId.example']}
        inputMode="numeric"
        autoComplete="off"
        width={20}
      />
    </div>
  );
  if (children.length === 0) return <Fieldset {...frame}>{other}</Fieldset>;
  return (
    <Fieldset {...frame}>
      <RadioGroup
        {...choice}
        label={texts['child.which']}
        options={[
          ...children.map(({ key, name }) => ({ value: key, label: name })),
          { value: OTHER_CHILD, label: texts['child.other'] },
        ]}
        defaultValue={defaultValue}
      />
      {other}
    </Fieldset>
  );
}

export function AddressField({ field, values, context }: Props<AddressDefinition<string>>) {
  const { frame, input, texts } = useParts({ field, values, context });
  return (
    <Fieldset {...frame}>
      <TextField {...input('street')} label={texts['address.street']} autoComplete="off" />
      <TextField
        {...input('postcode')}
        label={texts['address.postcode']}
        inputMode="numeric"
        autoComplete="off"
        width={12}
      />
      <TextField {...input('city')} label={texts['address.city']} autoComplete="off" />
    </Fieldset>
  );
}

export function BankAccountField({ field, values, context }: Props<BankAccountDefinition<string>>) {
  const { frame, input, texts } = useParts({ field, values, context });
  return (
    <Fieldset {...frame}>
      <TextField
        {...input('clearing')}
        label={texts['bank.clearing']}
        inputMode="numeric"
        autoComplete="off"
        width={12}
      />
      <TextField
        {...input('account')}
        label={texts['bank.account']}
        inputMode="numeric"
        autoComplete="off"
        width={20}
      />
    </Fieldset>
  );
}
