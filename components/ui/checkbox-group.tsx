import { type Choice, type ChoiceInput, ChoiceRow, choiceId } from './choice';
import { FieldError, type FieldProps, Fieldset } from './field';

/** Any number of a few. */
export function CheckboxGroup({
  name,
  id = name,
  label,
  description,
  optional,
  error,
  headingLevel,
  options,
  columns,
  defaultValue,
  ...input
}: FieldProps &
  Omit<ChoiceInput, 'defaultValue'> & {
    options: readonly Choice[];
    /** so many side by side where there is room */
    columns?: 2 | 3 | undefined;
    defaultValue?: readonly string[];
  }) {
  return (
    <Fieldset {...{ id, label, description, optional, error, headingLevel }}>
      <div className="ms-choices" data-columns={columns}>
        {options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            {...option}
            {...input}
            id={choiceId(id, index)}
            name={name}
            type="checkbox"
            invalid={Boolean(error)}
            defaultChecked={defaultValue?.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** A single yes, as a consent. */
export function Checkbox({
  name,
  id = name,
  label,
  description,
  error,
  value = 'yes',
  ...input
}: Pick<FieldProps, 'name' | 'id' | 'label' | 'description' | 'error'> & ChoiceInput & { value?: string }) {
  return (
    <div className="ms-field" data-invalid={error ? true : undefined}>
      {error && <FieldError id={id}>{error}</FieldError>}
      <ChoiceRow
        {...{ id, name, label, description, value }}
        type="checkbox"
        invalid={Boolean(error)}
        {...input}
        aria-describedby={
          [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
        }
      />
    </div>
  );
}
