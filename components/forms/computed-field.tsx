import type { ComputedField as ComputedDefinition } from '@/lib/catalogue/domain/form-shape';
import { fillIn, type PageTexts } from '@/lib/catalogue/domain/form-texts';
import { decimalText } from '@/lib/kernel/decimal';

/** A sum of answers above, read out when it changes. */
export function ComputedField({
  field,
  sum,
  texts,
}: {
  field: ComputedDefinition<string>;
  sum: number | null;
  texts: PageTexts;
}) {
  return (
    <div className="ms-form-computed">
      <p className="ds-label" data-weight="semibold" id={`${field.id}-label`}>
        {field.label}
      </p>
      {field.hint && <p>{field.hint}</p>}
      <output aria-labelledby={`${field.id}-label`}>{sumText(field, sum, texts)}</output>
    </div>
  );
}

function sumText({ money, unit }: ComputedDefinition<string>, sum: number | null, texts: PageTexts): string {
  if (sum === null) return texts['computed.unknown'];
  const amount = decimalText(sum, { money, decimalSign: texts['decimal.sign'] === '.' ? '.' : ',' });
  if (money) return fillIn(texts['money.amount'], { amount });
  return unit ? `${amount} ${unit}` : amount;
}
