import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { t } from './texts';

/*
 * Services that are not applied for here. The catalogue says so, and how one applies. How the contact centre is reached
 * stands in the municipality's own profile, not in these texts.
 */

/** The city has handed its special transport over to the region. */
const specialTransport: ServiceDocument = {
  kind: 'elsewhere',
  schema: 1,
  slug: 'fardtjanst',
  category: 'transport',
  languages: ['sv', 'en'],
  name: t('Färdtjänst', 'Special transport'),
  summary: t(
    'Resor med taxi eller specialfordon när du har svårt att åka buss eller tåg.',
    'Journeys by taxi or special vehicle when it is hard for you to go by bus or train.',
  ),
  searchWords: t(
    'resa, taxi, rullstol, transport, funktionsnedsättning',
    'travel, taxi, wheelchair, transport, disability, färdtjänst',
  ),
  about: t(
    'Med färdtjänst beställer du en resa från dörr till dörr. Resan kan vara med taxi eller med ett fordon som tar rullstol. Du betalar en avgift för varje resa.',
    'With special transport you order a journey from door to door. It can be by taxi or by a vehicle that takes a wheelchair. You pay a fee for each journey.',
  ),
  forWhom: t(
    'Du som har en funktionsnedsättning som varar minst tre månader och gör det mycket svårt att ta dig fram själv eller åka kollektivt.',
    'You who have a disability that lasts at least three months and makes it very hard to move about by yourself or to use public transport.',
  ),
  howToApply: t(
    'I Ekhamn är det regionen som beslutar om färdtjänst. Du ansöker hos dem, i deras egen tjänst. När de har tagit emot ansökan ser du ärendet här på Mina sidor också. Ring kontaktcenter om du vill ha hjälp att hitta rätt.',
    'In Ekhamn the region decides on special transport. You apply to them, in their own service. When they have received the application you see the case here too. Ring the contact centre if you would like help to find the right place.',
  ),
  applyAt: {
    url: 'https://fardtjanst.kustregionen.example/ansok',
    owner: t('Kustregionen', 'the region (Kustregionen)'),
    logIn: t(
      'Du loggar in på nytt hos dem, med BankID eller Freja.',
      'You log in again there, with BankID or Freja.',
    ),
  },
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Oftast inom fyra veckor från att regionen har tagit emot ansökan.',
        'Usually within four weeks from when the region has received the application.',
      ),
      weeks: 4,
      source: 'Kustregionens servicedeklaration 2026 (påhittad, som regionen)',
    },
  ],
  phases: {
    received_by_office: t(
      'Regionen har din ansökan. Frågor om den besvarar de.',
      'The region has your application. They answer questions about it.',
    ),
    being_looked_into: t(
      'Regionens handläggare prövar om du har rätt till färdtjänst.',
      'The region’s officers consider whether you have the right to special transport.',
    ),
  },
};

export const ekhamnElsewhere: ServiceDocument[] = [specialTransport];
