import type { ComponentProps, ReactNode } from 'react';

export interface Choice {
  value: string;
  label: ReactNode;
  description?: ReactNode;
}

export type ChoiceInput = Omit<
  ComponentProps<'input'>,
  'id' | 'name' | 'type' | 'value' | 'checked' | 'className' | 'style' | 'children'
>;

/** One radio button or box with its words; all of it can be pressed. */
export function ChoiceRow({
  id,
  name,
  type,
  value,
  label,
  description,
  invalid,
  ...input
}: Choice & ChoiceInput & { id: string; name: string; type: 'radio' | 'checkbox'; invalid?: boolean }) {
  return (
    <div className="ds-field ms-choice">
      <input
        className="ds-input"
        type={type}
        id={id}
        name={name}
        value={value}
        aria-invalid={invalid || undefined}
        aria-describedby={description ? `${id}-description` : undefined}
        {...input}
      />
      <label htmlFor={id}>{label}</label>
      {description && (
        <div data-field="description" id={`${id}-description`}>
          {description}
        </div>
      )}
    </div>
  );
}

/** The first input bears the field's own id, so that the error summary's link lands on it. */
export const choiceId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);
