import type { ComponentProps } from 'react';
import { described, Field, type FieldProps } from './field';

export interface SelectOption {
  value: string;
  text: string;
}

type Input = Omit<ComponentProps<'select'>, keyof FieldProps | 'className' | 'style' | 'children'>;

/** For many alternatives that people know; few are better as a RadioGroup. `placeholder` is the empty first choice. */
export function Select({
  name,
  id = name,
  label,
  description,
  optional,
  error,
  headingLevel,
  options,
  placeholder,
  ...input
}: FieldProps & Input & { options: readonly SelectOption[]; placeholder?: string }) {
  return (
    <Field {...{ id, label, description, optional, error, headingLevel }}>
      <select className="ds-input" id={id} name={name} {...described(id, { description, error })} {...input}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
