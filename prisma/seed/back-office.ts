import { credentialsFor, municipalities } from '@/demo/back-office/credentials';
import { scopes } from '@/lib/back-office/domain/scopes';
import { webhookSecretContext } from '@/lib/back-office/domain/system-secrets';
import { GUIDE } from '@/lib/catalogue/domain/definition-guide';
import { seal } from '@/lib/platform/crypto';
import { env } from '@/lib/platform/env';
import type { PrismaClient } from '@/lib/platform/generated/client';

/** Ids that stay the same when the demo is loaded again: deliveries and cases point at them. */
export const systemIds = {
  granvik: '0b0f0000-0000-4000-8000-000000000001',
  ekhamn: '0b0f0000-0000-4000-8000-000000000002',
};

/** What residents read where the source of their cases is named. */
const shownAs = {
  granvik: {
    sv: 'Omsorgsförvaltningens ärendesystem',
    en: 'The care administration’s case system',
    fi: 'Hoivahallinnon asianhallintajärjestelmä',
    ar: 'نظام القضايا في إدارة الرعاية',
  },
  ekhamn: {
    sv: 'Vård- och omsorgskontorets ärendesystem',
    en: 'The health and care office’s case system',
    fi: 'Hoito- ja hoivatoimiston asianhallintajärjestelmä',
  },
};

/** The demo's reference back office as a client of each municipality (demo/back-office). */
export async function seedBackOffice(db: PrismaClient): Promise<void> {
  const { BACK_OFFICE_CLIENT_SECRET: secret, PORT } = env();
  if (!secret) throw new Error('BACK_OFFICE_CLIENT_SECRET is missing');
  for (const { tenantId } of municipalities) {
    const id = systemIds[tenantId];
    const { clientId, kid, publicJwk, webhookSecret } = credentialsFor(secret, tenantId);
    const services = await db.service.findMany({
      where: { tenantId, slug: { not: GUIDE } },
      select: { slug: true },
    });
    const system = {
      name: 'Omsorgssystemet (demo)',
      shownAs: shownAs[tenantId],
      clientId,
      scopes: Object.keys(scopes),
      services: services.map(({ slug }) => slug),
      connectorSettings: { sourceUrl: `http://127.0.0.1:${PORT + 4}/source/${tenantId}` },
      webhookUrl: `http://127.0.0.1:${PORT + 4}/webhooks/${tenantId}`,
      webhookSecretSealed: seal(webhookSecret, webhookSecretContext(tenantId, id)),
      active: true,
    };
    await db.backOfficeSystem.upsert({
      where: { tenantId_id: { tenantId, id } },
      create: { tenantId, id, ...system },
      update: system,
    });
    await db.backOfficeKey.upsert({
      where: { tenantId_systemId_kid: { tenantId, systemId: id, kid } },
      create: { tenantId, systemId: id, kid, jwk: publicJwk },
      update: { jwk: publicJwk },
    });
  }
}
