import type { ComponentProps } from 'react';
import { described, Field, type FieldProps } from './field';

type Input = Omit<ComponentProps<'input'>, keyof FieldProps | 'type' | 'className' | 'style'>;

/** Choose a file. Say in `description` which kinds and how big. The browser's own control: it works everywhere, also without JavaScript. */
export function FileField({
  name,
  id = name,
  label,
  description,
  optional,
  error,
  headingLevel,
  ...input
}: FieldProps & Input) {
  return (
    <Field {...{ id, label, description, optional, error, headingLevel }}>
      <input
        className="ms-file"
        id={id}
        name={name}
        type="file"
        {...described(id, { description, error })}
        {...input}
      />
    </Field>
  );
}
