import type { GuideStep } from '@/lib/catalogue/domain/guide';
import type { ServiceListItem } from '@/lib/catalogue/queries/list-services';

/** A service as the guide names it, in the language that it has. */
export type FittingService = Pick<ServiceListItem, 'slug' | 'name' | 'language'>;

/** What the guide shows. It is all there is: nothing of it is kept anywhere but on the page. */
export interface GuideState {
  step: GuideStep<FittingService>;
  /** where the server could not answer */
  message?: string;
}
