import { type Status, statusSchema } from '@/lib/cases/domain/status';
import type { PrismaClient } from '@/lib/platform/generated/client';

const granvik: Status[] = [
  {
    code: 'handlaggare-utsedd',
    name: 'Handläggare utsedd',
    phase: 'received_by_office',
    texts: {
      sv: 'En handläggare har fått ditt ärende',
      en: 'An officer has been given your case',
      fi: 'Asiasi on annettu käsittelijälle',
      ar: 'أُسندت قضيتك إلى موظف',
    },
    after: [],
    messagesOpen: true,
    supplementsOpen: true,
    lateAfterDays: 5,
  },
  {
    code: 'hembesok-planeras',
    name: 'Hembesök planeras',
    phase: 'being_looked_into',
    texts: {
      sv: 'Vi planerar ett hembesök hos dig',
      en: 'We are planning a visit to your home',
      fi: 'Suunnittelemme kotikäyntiä luoksesi',
      ar: 'نخطط لزيارة منزلك',
    },
    after: [],
    messagesOpen: true,
    supplementsOpen: true,
    lateAfterDays: 10,
  },
  {
    code: 'intyg-granskas',
    name: 'Intyg granskas',
    phase: 'being_looked_into',
    texts: {
      sv: 'Vi läser dina intyg',
      en: 'We are reading your certificates',
      fi: 'Luemme todistuksiasi',
      ar: 'نقرأ شهاداتك',
    },
    after: ['handlaggare-utsedd', 'hembesok-planeras'],
    messagesOpen: true,
    supplementsOpen: true,
    lateAfterDays: 10,
  },
  {
    code: 'infor-namnd',
    name: 'Inför nämnd',
    phase: 'being_looked_into',
    texts: {
      sv: 'Nämnden ska besluta i ditt ärende',
      en: 'The board is to decide your case',
      fi: 'Lautakunta päättää asiastasi',
      ar: 'ستبتّ اللجنة في قضيتك',
    },
    after: ['hembesok-planeras', 'intyg-granskas'],
    messagesOpen: true,
    supplementsOpen: false,
    lateAfterDays: 20,
  },
  {
    code: 'bestallning-skickad',
    name: 'Beställning skickad',
    phase: 'being_carried_out',
    texts: {
      sv: 'Den som ska ge dig stödet håller på att ordna det',
      en: 'Whoever is to give you the support is arranging it',
      fi: 'Tuen antaja järjestää sitä parhaillaan',
      ar: 'مقدّم الدعم يعمل على ترتيبه',
    },
    after: [],
    messagesOpen: true,
    supplementsOpen: false,
    lateAfterDays: 15,
  },
  {
    code: 'overlamnat-till-domstol',
    name: 'Överlämnat till domstol',
    phase: 'appealed',
    texts: {
      sv: 'Vi har skickat ditt överklagande till domstolen',
      en: 'We have sent your appeal to the court',
      fi: 'Olemme lähettäneet valituksesi tuomioistuimeen',
      ar: 'أرسلنا طعنك إلى المحكمة',
    },
    after: [],
    messagesOpen: false,
    supplementsOpen: false,
    lateAfterDays: null,
  },
];

/** As Granvik, but no board decides there, and nobody is told in Arabic. */
const ekhamn: Status[] = granvik
  .filter(({ code }) => code !== 'infor-namnd')
  .map(({ texts: { ar: _, ...texts }, ...status }) => ({ ...status, texts }));

/**
 * Each municipality's own statuses, in the order they usually come. Which of a back office's codes mean which is mapped by
 * the municipality itself (decision 0088).
 */
export const statuses = { granvik, ekhamn };

/** Reference data: run twice, it is the same. One that is gone from here is deprecated, since cases speak by it. */
export async function seedStatuses(db: Pick<PrismaClient, 'caseStatus'>): Promise<void> {
  for (const [tenantId, own] of Object.entries(statuses)) {
    for (const [position, status] of own.entries()) {
      const { code, ...data } = statusSchema.parse(status);
      await db.caseStatus.upsert({
        where: { tenantId_code: { tenantId, code } },
        create: { tenantId, code, position, ...data },
        update: { position, deprecatedAt: null, ...data },
      });
    }
    const codes = own.map(({ code }) => code);
    await db.caseStatus.updateMany({
      where: { tenantId, code: { notIn: codes }, deprecatedAt: null },
      data: { deprecatedAt: new Date() },
    });
  }
}
