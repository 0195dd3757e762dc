import type { Texts } from '@/lib/catalogue/domain/form-shape';
import type { Behalf } from '../shared/behalf';

/** Where the municipalities' forms differ. */
export interface Variant extends Behalf {
  /** the place's name in a sentence: "i Granvik", in Finnish "Granvikissa" */
  place: Texts;
  /** who gives the help, where one may choose (lagen om valfrihetssystem); else there is no such question */
  providers: { value: string; label: Texts; hint?: Texts }[];
  /** help that older people get without an investigation, where there is such help */
  withoutInvestigation: Texts | null;
}
