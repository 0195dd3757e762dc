import { Details } from '@/components/ui/details';
import { Fieldset } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { CareHomeWishesField } from '@/lib/catalogue/domain/form-shape';
import { fillIn } from '@/lib/catalogue/domain/form-texts';
import { directionOf } from '@/lib/kernel/said';
import type { FieldContext } from './form-field';

/** Homes in order of wish: one list per place in the order, and the homes to read about above. */
export function WishesField({
  field,
  values,
  context: { texts, homes, errors, required, register, headingLevel },
}: {
  field: CareHomeWishesField<string>;
  values: Record<string, string | string[]>;
  context: FieldContext;
}) {
  const options = homes.map(({ slug, name, district }) => ({ value: slug, text: `${name}, ${district}` }));
  return (
    <Fieldset
      id={field.id}
      label={field.label}
      description={field.hint}
      optional={required ? undefined : texts.optional}
      headingLevel={headingLevel}
    >
      <div className="ms-form-homes">
        {homes.map((home) => (
          <Details key={home.slug} summary={`${home.name}, ${home.district}`}>
            <p lang={home.description.lang} dir={directionOf(home.description.lang)}>
              {home.description.text}
            </p>
            <p>{home.address}</p>
          </Details>
        ))}
      </div>
      {Array.from({ length: field.max }, (_, index) => {
        const name = `${field.id}-${index + 1}`;
        return (
          <Select
            key={name}
            {...register(name)}
            label={fillIn(texts['wish.label'], { number: index + 1 })}
            error={errors[name] ?? (index === 0 ? errors[field.id] : undefined)}
            defaultValue={values[name] ?? ''}
            placeholder={texts['wish.none']}
            options={options}
          />
        );
      })}
    </Fieldset>
  );
}
