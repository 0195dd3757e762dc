import type { ServiceDocument, ServiceForm } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { checkVariant, type VariantDocument } from '@/lib/catalogue/domain/definition-variant';

/** What a municipality's variant makes of a shared form. Such a variant of ours with a fault is a fault of the code. */
export function inherited(shared: ServiceDocument, variant: VariantDocument): ServiceForm {
  const base = checkDocument(shared);
  const checked = base.ok ? checkVariant(base.definition, variant.changes) : base;
  if (!checked.ok) throw new Error(`${variant.inherits}: ${JSON.stringify(checked.problems, null, 2)}`);
  if (checked.definition.kind !== 'form') throw new Error(`${variant.inherits} is no form`);
  return checked.definition;
}
