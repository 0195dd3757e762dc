import { publishInTx } from '@/lib/catalogue/commands/publish-service-version';
import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import type { PrismaClient } from '@/lib/platform/generated/client';
import { ekhamnBuildingPermit } from './services/building-permit/ekhamn';
import { granvikBuildingPermit } from './services/building-permit/granvik';
import { ekhamnCareHome } from './services/care-home/ekhamn';
import { granvikCareHome } from './services/care-home/granvik';
import { careHomes } from './services/care-homes';
import { ekhamnFirst, ekhamnMonth } from './services/economic-assistance/ekhamn';
import { granvikFirst, granvikMonth } from './services/economic-assistance/granvik';
import { ekhamnElsewhere } from './services/elsewhere';
import { ekhamnHomeCare } from './services/home-care/ekhamn';
import { granvikHomeCare } from './services/home-care/granvik';
import { ekhamnSafetyAlarm } from './services/safety-alarm/ekhamn';
import { granvikSafetyAlarm } from './services/safety-alarm/granvik';
import { ekhamnSchoolTransport } from './services/school-transport/ekhamn';
import { granvikSchoolTransport } from './services/school-transport/granvik';
import { granvikSpecialTransport } from './services/special-transport/granvik';

/** Each municipality's services, in the order of its catalogue. */
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
  ],
};

/** Publishes the services and brings the care homes up to date. A definition that has not changed stays as it is. */
export async function seedCatalogue(client: PrismaClient): Promise<void> {
  for (const [tenantId, documents] of Object.entries(services)) {
    const actor = { kind: 'job', tenantId, job: 'seed' } as const;
    for (const [position, document] of documents.entries()) {
      const checked = checkDocument(document);
      if (!checked.ok) throw new Error(describe(tenantId, document.slug, checked.problems));
      await client.$transaction((tx) => publishInTx(tx, actor, checked.definition, position));
    }
  }
  for (const [tenantId, homes] of Object.entries(careHomes)) {
    for (const [position, home] of homes.entries()) {
      const data = { ...home, languages: [...home.languages], position };
      await client.careHome.upsert({
        where: { tenantId_slug: { tenantId, slug: home.slug } },
        create: { tenantId, ...data },
        update: data,
      });
    }
  }
}

const describe = (tenantId: string, slug: string, problems: { where: string; what: string }[]) =>
  [`${tenantId}/${slug}:`, ...problems.map(({ where, what }) => `  ${where}: ${what}`)].join('\n');
