import type { ComponentProps } from 'react';
import { described, Field, type FieldProps } from './field';

type Input = Omit<ComponentProps<'input'>, keyof FieldProps | 'className' | 'style' | 'width'>;

/** One line. `width` in characters fits the input to the answer: 5 for a post code, none for a name. */
export function TextField({
  name,
  id = name,
  label,
  description,
  optional,
  error,
  headingLevel,
  width,
  type = 'text',
  ...input
}: FieldProps & Input & { width?: 4 | 5 | 12 | 20 }) {
  return (
    <Field {...{ id, label, description, optional, error, headingLevel }}>
      <input
        className="ds-input"
        id={id}
        name={name}
        type={type}
        data-chars={width}
        {...described(id, { description, error })}
        {...input}
      />
    </Field>
  );
}
