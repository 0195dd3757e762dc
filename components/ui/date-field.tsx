import type { ComponentProps } from 'react';
import { type FieldProps, Fieldset } from './field';

type Part = 'day' | 'month' | 'year';
const parts = ['day', 'month', 'year'] as const;

/**
 * A date that people know, as a birthday: three small inputs, no calendar to fight with. Posts `name-day`,
 * `name-month`, `name-year`; the error summary links to `id`, which is the day.
 */
export function DateField({
  name,
  id = name,
  label,
  description,
  optional,
  error,
  headingLevel,
  texts,
  defaultValue,
  wrong = parts,
  autoComplete,
  inputProps,
}: FieldProps & {
  texts: Record<Part, string>;
  defaultValue?: Partial<Record<Part, string>>;
  /** which parts the error is about; all unless said */
  wrong?: readonly Part[];
  autoComplete?: 'bday';
  /** for a form library: what it wants on each input */
  inputProps?: (part: Part) => Omit<ComponentProps<'input'>, 'id' | 'type' | 'className' | 'style'>;
}) {
  return (
    <Fieldset {...{ id, label, description, optional, error, headingLevel }}>
      <div className="ms-date">
        {parts.map((part) => {
          const inputId = part === 'day' ? id : `${id}-${part}`;
          return (
            <div className="ds-field" key={part}>
              <label htmlFor={inputId}>{texts[part]}</label>
              <input
                className="ds-input"
                id={inputId}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                data-chars={part === 'year' ? 4 : 2}
                maxLength={part === 'year' ? 4 : 2}
                defaultValue={defaultValue?.[part]}
                autoComplete={autoComplete && `${autoComplete}-${part}`}
                aria-invalid={(error && wrong.includes(part)) || undefined}
                {...inputProps?.(part)}
              />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
