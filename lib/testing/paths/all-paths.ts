import { careHomePaths } from './care-home';
import { homeCarePaths, homeCarePathsWithoutChoice } from './home-care';
import type { Paths } from './path';

/** The paths of each form in the catalogue, by municipality and slug. */
export const paths: Readonly<Record<string, Paths>> = {
  'granvik/sarskilt-boende': careHomePaths,
  'granvik/hemtjanst': homeCarePaths,
  'ekhamn/sarskilt-boende': careHomePaths,
  'ekhamn/hemtjanst': homeCarePathsWithoutChoice,
};
