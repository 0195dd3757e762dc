import type { ServiceDocument } from '@/lib/catalogue/domain/definition';

export type PageDocument = Extract<ServiceDocument, { kind: 'form' }>['pages'][number];

/** Where the municipalities' forms differ. */
export interface Variant {
  /** the place's name in a sentence: "i Granvik" */
  place: { sv: string; en: string; ar: string };
  /** how many homes one may wish for */
  wishes: number;
  /**
   * Whether kin may apply by law alone (anhörigbehörighet, föräldrabalken 17 kap.). Municipalities read it differently;
   * the officer checks it in either case.
   */
  kinMayApply: boolean;
}
