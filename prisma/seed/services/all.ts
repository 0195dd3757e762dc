import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { ekhamnBuildingPermit } from './building-permit/ekhamn';
import { granvikBuildingPermit } from './building-permit/granvik';
import { ekhamnCareHome } from './care-home/ekhamn';
import { granvikCareHome } from './care-home/granvik';
import { ekhamnFirst, ekhamnMonth } from './economic-assistance/ekhamn';
import { granvikFirst, granvikMonth } from './economic-assistance/granvik';
import { ekhamnElsewhere } from './elsewhere';
import { ekhamnGuide } from './guide/ekhamn';
import { granvikGuide } from './guide/granvik';
import { ekhamnHomeCare } from './home-care/ekhamn';
import { granvikHomeCare } from './home-care/granvik';
import { ekhamnSafetyAlarm } from './safety-alarm/ekhamn';
import { granvikSafetyAlarm } from './safety-alarm/granvik';
import { ekhamnSchoolTransport } from './school-transport/ekhamn';
import { granvikSchoolTransport } from './school-transport/granvik';
import { granvikSpecialTransport } from './special-transport/granvik';

/** Each municipality's services, in the order of its catalogue, and its guide to them. */
export const services: Readonly<Record<string, readonly ServiceDocument[]>> = {
  granvik: [
    granvikCareHome,
    granvikHomeCare,
    granvikSafetyAlarm,
    granvikSpecialTransport,
    granvikFirst,
    granvikMonth,
    granvikBuildingPermit,
    granvikSchoolTransport,
    granvikGuide,
  ],
  ekhamn: [
    ekhamnCareHome,
    ekhamnHomeCare,
    ekhamnSafetyAlarm,
    ekhamnFirst,
    ekhamnMonth,
    ekhamnBuildingPermit,
    ekhamnSchoolTransport,
    ...ekhamnElsewhere,
    ekhamnGuide,
  ],
};
