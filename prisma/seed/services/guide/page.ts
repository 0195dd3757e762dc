import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import type { Texts } from '@/lib/catalogue/domain/form-shape';

export type GuideDocument = Extract<ServiceDocument, { kind: 'guide' }>;
export type GuidePageDocument = GuideDocument['pages'][number];

export const option = (value: string, label: Texts, hint?: Texts) => ({
  value,
  label,
  ...(hint && { hint }),
});
