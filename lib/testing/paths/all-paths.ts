import { careHomePaths } from './care-home';
import type { Paths } from './path';

/** The paths of each form in the catalogue, by municipality and slug. */
export const paths: Readonly<Record<string, Paths>> = {
  'granvik/sarskilt-boende': careHomePaths,
  'ekhamn/sarskilt-boende': careHomePaths,
};
