import type { ComponentProps } from 'react';
import { described, Field, type FieldProps } from './field';

type Input = Omit<ComponentProps<'input'>, keyof FieldProps | 'className' | 'style' | 'width'>;

/**
 * One line. `width` in characters fits the input to the answer: 5 for a post code, none for a name. `unit` stands after
 * the box, "kronor"; it is read with the label's help only where the label says it too.
 */
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
  unit,
  ...input
}: FieldProps & Input & { width?: 4 | 5 | 12 | 20; unit?: string | undefined }) {
  const box = (
    <input
      className="ds-input"
      id={id}
      name={name}
      type={type}
      data-chars={width}
      {...described(id, { description, error })}
      {...input}
    />
  );
  return (
    <Field {...{ id, label, description, optional, error, headingLevel }}>
      {unit ? (
        <div className="ds-field-affixes">
          {box}
          <span className="ds-field-affix">{unit}</span>
        </div>
      ) : (
        box
      )}
    </Field>
  );
}
