import { type Choice, type ChoiceInput, ChoiceRow, choiceId } from './choice';
import { type FieldProps, Fieldset } from './field';

/** One of a few. Nothing is chosen from the start unless the person has answered. */
export function RadioGroup({
  name,
  id = name,
  label,
  description,
  optional,
  error,
  headingLevel,
  options,
  defaultValue,
  inline = false,
  ...input
}: FieldProps &
  Omit<ChoiceInput, 'defaultValue'> & {
    options: readonly Choice[];
    defaultValue?: string;
    /** side by side where there is room: for "Ja" and "Nej" */
    inline?: boolean;
  }) {
  return (
    <Fieldset {...{ id, label, description, optional, error, headingLevel }}>
      <div className="ms-choices" data-inline={inline || undefined}>
        {options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            {...option}
            {...input}
            id={choiceId(id, index)}
            name={name}
            type="radio"
            invalid={Boolean(error)}
            defaultChecked={defaultValue === undefined ? undefined : option.value === defaultValue}
          />
        ))}
      </div>
    </Fieldset>
  );
}
