import type { Prisma } from '@/lib/platform/generated/client';
import { type TenantProfile, tenantProfileSchema } from '@/lib/tenants/domain/tenant-profile';

interface TenantSeed {
  id: string;
  name: string;
  hosts: string[];
  languages: string[];
  theme: string;
  profile: TenantProfile;
}

// Both are invented. The telephone numbers are from the series that Sweden keeps free for fiction.
export const tenants: readonly TenantSeed[] = [
  {
    id: 'granvik',
    name: 'Granviks kommun',
    hosts: ['granvik.localhost', 'localhost', '127.0.0.1', '[::1]'],
    languages: ['sv', 'en', 'fi', 'ar'],
    theme: 'granvik',
    profile: {
      placeName: 'Granvik',
      welcome: {
        sv: 'Här söker du stöd och omsorg, följer dina ärenden och ser vad som händer härnäst.',
        en: 'Apply for care and support, follow your cases and see what happens next.',
        fi: 'Täällä haet tukea ja hoivaa, seuraat asioitasi ja näet, mitä seuraavaksi tapahtuu.',
        ar: 'هنا تقدّم طلبات الدعم والرعاية، وتتابع قضاياك، وترى ما سيحدث بعد ذلك.',
      },
      arms: '/icons/granvik-arms.svg',
      scene: '/icons/granvik-scene.svg',
      themeColor: '#0b6469',
      contact: {
        name: {
          sv: 'Granvik direkt',
          en: 'Granvik Direct',
          fi: 'Granvik direkt',
          ar: 'خدمة غرانفيك المباشرة',
        },
        phone: '0980-319 200',
        phoneLink: '+46980319200',
        textPhone: '0980-319 201',
        email: 'direkt@granvik.example',
        visit: { street: 'Strandgatan 4', postCode: '981 07', city: 'Granvik' },
        hours: [
          {
            days: {
              sv: 'Måndag till torsdag',
              en: 'Monday to Thursday',
              fi: 'Maanantaista torstaihin',
              ar: 'من الاثنين إلى الخميس',
            },
            times: '08.00–17.00',
          },
          { days: { sv: 'Fredag', en: 'Friday', fi: 'Perjantaina', ar: 'الجمعة' }, times: '08.00–16.00' },
        ],
      },
      accessibility: {
        publishedOn: '2026-11-16',
        assessedOn: '2026-11-22',
        knownFaults: [
          {
            sv: 'Beslut som kommer som pdf från handläggarnas system kan sakna det som en skärmläsare behöver. Be oss om beslutet i en annan form, så får du det.',
            en: 'Decisions that come as PDF from the officers’ systems may lack what a screen reader needs. Ask us for the decision in another form, and you will get it.',
            fi: 'Päätöksistä, jotka tulevat PDF-tiedostoina käsittelijöiden järjestelmistä, voi puuttua se, mitä ruudunlukuohjelma tarvitsee. Pyydä meiltä päätös toisessa muodossa, niin saat sen.',
            ar: 'قد تفتقر القرارات التي تصل بصيغة PDF من أنظمة الموظفين إلى ما يحتاجه قارئ الشاشة. اطلب منا القرار بشكل آخر وستحصل عليه.',
          },
          {
            sv: 'Sidorna är inte prövade av personer som använder skärmläsare till vardags.',
            en: 'The pages have not been tried by people who use a screen reader every day.',
            fi: 'Sivuja eivät ole kokeilleet henkilöt, jotka käyttävät ruudunlukuohjelmaa päivittäin.',
            ar: 'لم يجرّب الصفحات بعد أشخاص يستخدمون قارئ الشاشة يومياً.',
          },
        ],
        reports: {
          email: 'tillganglighet@granvik.example',
          reader: {
            sv: 'tillgänglighetssamordnaren',
            en: 'the accessibility coordinator',
            fi: 'saavutettavuuskoordinaattori',
            ar: 'منسّق إمكانية الوصول',
          },
        },
      },
      sessions: {
        idleMinutes: 30,
        absoluteHours: 4,
        warningSeconds: 180,
        decidedOn: '2026-11-16',
        source: 'Granviks kommun: Riktlinjer för informationssäkerhet 2026',
      },
      staff: {
        roleClaim: 'roles',
        roles: { admin: ['mina-sidor-administrator'] },
        idleMinutes: 15,
        absoluteMinutes: 60,
        decidedOn: '2026-11-16',
        source: 'Granviks kommun: Riktlinjer för informationssäkerhet 2026',
      },
    },
  },
  {
    id: 'ekhamn',
    name: 'Ekhamns stad',
    hosts: ['ekhamn.localhost'],
    languages: ['sv', 'en', 'fi'],
    theme: 'ekhamn',
    profile: {
      placeName: 'Ekhamn',
      welcome: {
        sv: 'Ansök, följ dina ärenden och se vad staden vet om dig. Öppet dygnet runt.',
        en: 'Apply, follow your cases and see what the city knows about you. Open day and night.',
        fi: 'Hae palveluja, seuraa asioitasi ja katso, mitä kaupunki tietää sinusta. Avoinna vuorokauden ympäri.',
      },
      arms: '/icons/ekhamn-arms.svg',
      scene: '/icons/ekhamn-scene.svg',
      themeColor: '#2a2566',
      contact: {
        name: { sv: 'Ekhamns kontaktcenter', en: 'Ekhamn contact centre', fi: 'Ekhamnin yhteyskeskus' },
        phone: '031-390 06 10',
        phoneLink: '+46313900610',
        email: 'kontaktcenter@ekhamn.example',
        visit: { street: 'Magasinsplatsen 1', postCode: '411 99', city: 'Ekhamn' },
        hours: [
          {
            days: { sv: 'Måndag till fredag', en: 'Monday to Friday', fi: 'Maanantaista perjantaihin' },
            times: '07.30–18.00',
          },
        ],
      },
      accessibility: {
        publishedOn: '2026-11-16',
        assessedOn: '2026-11-22',
        knownFaults: [
          {
            sv: 'Beslut som kommer som pdf från handläggarnas system kan sakna det som en skärmläsare behöver. Be oss om beslutet i en annan form, så får du det.',
            en: 'Decisions that come as PDF from the officers’ systems may lack what a screen reader needs. Ask us for the decision in another form, and you will get it.',
            fi: 'Päätöksistä, jotka tulevat PDF-tiedostoina käsittelijöiden järjestelmistä, voi puuttua se, mitä ruudunlukuohjelma tarvitsee. Pyydä meiltä päätös toisessa muodossa, niin saat sen.',
          },
          {
            sv: 'Sidorna är inte prövade av personer som använder skärmläsare till vardags.',
            en: 'The pages have not been tried by people who use a screen reader every day.',
            fi: 'Sivuja eivät ole kokeilleet henkilöt, jotka käyttävät ruudunlukuohjelmaa päivittäin.',
          },
        ],
        reports: {
          email: 'webb@ekhamn.example',
          reader: { sv: 'webbredaktionen', en: 'the web editors', fi: 'verkkotoimitus' },
        },
      },
      sessions: {
        idleMinutes: 20,
        absoluteHours: 4,
        warningSeconds: 120,
        decidedOn: '2026-11-16',
        source: 'Ekhamns stad: Regler för e-tjänster 2026',
      },
      staff: {
        roleClaim: 'groups',
        roles: { admin: ['Tjänsteägare e-tjänster'] },
        idleMinutes: 15,
        absoluteMinutes: 45,
        decidedOn: '2026-11-16',
        source: 'Ekhamns stad: Regler för e-tjänster 2026',
      },
    },
  },
];

/** Puts the municipalities in place, or back to what stands here. Safe to run again. */
export async function seedTenants(db: Pick<Prisma.TransactionClient, 'tenant'>): Promise<void> {
  for (const { profile, ...tenant } of tenants) {
    const data = { ...tenant, profile: tenantProfileSchema.parse(profile) };
    await db.tenant.upsert({ where: { id: tenant.id }, create: data, update: data });
  }
}
