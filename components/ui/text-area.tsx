import type { ComponentProps } from 'react';
import { described, Field, type FieldProps } from './field';

type Input = Omit<ComponentProps<'textarea'>, keyof FieldProps | 'className' | 'style'>;

export function TextArea({
  name,
  id = name,
  label,
  description,
  optional,
  error,
  headingLevel,
  rows = 5,
  ...input
}: FieldProps & Input) {
  return (
    <Field {...{ id, label, description, optional, error, headingLevel }}>
      <textarea
        className="ds-input"
        id={id}
        name={name}
        rows={rows}
        {...described(id, { description, error })}
        {...input}
      />
    </Field>
  );
}
