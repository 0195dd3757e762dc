import { Fieldset } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { PersonField as PersonDefinition } from '@/lib/catalogue/domain/form-shape';
import type { FieldContext } from './form-field';

/** Somebody else: name, relation, phone. */
export function PersonField({
  field,
  values,
  context: { texts, errors, required, register, headingLevel },
}: {
  field: PersonDefinition<string>;
  values: Record<string, string | string[]>;
  context: FieldContext;
}) {
  const part = (name: 'name' | 'phone' | 'relation') => ({
    ...register(`${field.id}-${name}`),
    error: errors[`${field.id}-${name}`],
    defaultValue: values[`${field.id}-${name}`] ?? '',
  });
  return (
    <Fieldset
      id={field.id}
      label={field.label}
      description={field.hint}
      optional={required ? undefined : texts.optional}
      headingLevel={headingLevel}
    >
      <TextField {...part('name')} label={texts['person.name']} autoComplete="off" />
      <Select
        {...part('relation')}
        label={texts['person.relation']}
        placeholder={texts['person.chooseRelation']}
        options={field.relations.map(({ value, label }) => ({ value, text: label }))}
      />
      <TextField {...part('phone')} label={texts['person.phone']} type="tel" autoComplete="off" width={20} />
    </Fieldset>
  );
}
