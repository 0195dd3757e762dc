import type { Texts } from '@/lib/catalogue/domain/form-shape';
import type { Behalf } from '../shared/behalf';

/** Where the municipalities' forms differ. */
export interface Variant extends Behalf {
  /** the place's name in a sentence: "i Granvik", in Finnish "Granvikissa" */
  place: Texts;
  /** how many homes one may wish for */
  wishes: number;
}
