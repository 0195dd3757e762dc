import { buildingPermitPaths } from './building-permit';
import { careHomePaths } from './care-home';
import { ekhamnMonthPaths, firstPaths, granvikMonthPaths } from './economic-assistance';
import { homeCarePaths, homeCarePathsWithoutChoice } from './home-care';
import type { Paths } from './path';
import { alarmPathsByAge, alarmPathsByNeed } from './safety-alarm';
import { schoolTransportPaths } from './school-transport';
import { transportPaths } from './special-transport';

/** The paths of each form in the catalogue, by municipality and slug. */
export const paths: Readonly<Record<string, Paths>> = {
  'granvik/sarskilt-boende': careHomePaths,
  'granvik/hemtjanst': homeCarePaths,
  'granvik/trygghetslarm': alarmPathsByAge,
  'granvik/fardtjanst': transportPaths,
  'ekhamn/sarskilt-boende': careHomePaths,
  'ekhamn/hemtjanst': homeCarePathsWithoutChoice,
  'ekhamn/trygghetslarm': alarmPathsByNeed,
  'granvik/ekonomiskt-bistand': firstPaths,
  'ekhamn/ekonomiskt-bistand': firstPaths,
  'granvik/ekonomiskt-bistand-ny-manad': granvikMonthPaths,
  'ekhamn/ekonomiskt-bistand-ny-manad': ekhamnMonthPaths,
  'granvik/bygglov': buildingPermitPaths,
  'ekhamn/bygglov': buildingPermitPaths,
  'granvik/skolskjuts': schoolTransportPaths('asenskolan'),
  'ekhamn/skolskjuts': schoolTransportPaths('ekskolan'),
};
