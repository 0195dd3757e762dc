import { ChoiceRow, choiceId } from '@/components/ui/choice';
import { Fieldset } from '@/components/ui/field';
import type { ScheduleField as ScheduleDefinition } from '@/lib/catalogue/domain/form-shape';
import type { FieldContext } from './form-field';

/** Boxes to tick, a line of them for each day: as a list on a phone, side by side where there is room. */
export function ScheduleField({
  field,
  value,
  context: { texts, errors, required, register, headingLevel },
}: {
  field: ScheduleDefinition<string>;
  value: readonly string[];
  context: FieldContext;
}) {
  const error = errors[field.id];
  const { name, ...input } = register(field.id);
  return (
    <Fieldset
      id={field.id}
      label={field.label}
      description={field.hint}
      optional={required ? undefined : texts.optional}
      error={error}
      headingLevel={headingLevel}
    >
      {field.rows.map((row, r) => (
        <fieldset key={row.value} className="ds-fieldset ms-form-schedule">
          <legend data-weight="semibold">{row.label}</legend>
          <div className="ms-choices" data-inline>
            {field.columns.map((column, c) => {
              const cell = `${row.value}.${column.value}`;
              return (
                <ChoiceRow
                  key={cell}
                  {...input}
                  id={choiceId(field.id, r * field.columns.length + c)}
                  name={name}
                  type="checkbox"
                  value={cell}
                  label={column.label}
                  invalid={Boolean(error)}
                  defaultChecked={value.includes(cell)}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
    </Fieldset>
  );
}
