import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { t } from './texts';

type Elsewhere = Extract<ServiceDocument, { kind: 'elsewhere' }>;

const shared: Pick<Elsewhere, 'kind' | 'schema' | 'languages'> = {
  kind: 'elsewhere',
  schema: 1,
  languages: ['sv', 'en', 'ar'],
};

/*
 * Services that are not applied for here yet. The catalogue says so, and how one applies today. How the contact centre
 * is reached stands in the municipality's own profile, not in these texts.
 */
const services: Elsewhere[] = [
  {
    ...shared,
    slug: 'fardtjanst',
    category: 'transport',
    name: t('Färdtjänst', 'Special transport', 'خدمة النقل الخاصة'),
    summary: t(
      'Resor med taxi eller specialfordon när du har svårt att åka buss eller tåg.',
      'Journeys by taxi or special vehicle when it is hard for you to go by bus or train.',
      'رحلات بسيارة أجرة أو مركبة خاصة عندما يصعب عليك استخدام الحافلة أو القطار.',
    ),
    searchWords: t(
      'resa, taxi, rullstol, transport, funktionsnedsättning',
      'travel, taxi, wheelchair, transport, disability, färdtjänst',
      'سفر، سيارة أجرة، كرسي متحرك، نقل، إعاقة',
    ),
    about: t(
      'Med färdtjänst beställer du en resa från dörr till dörr. Resan kan vara med taxi eller med ett fordon som tar rullstol. Du betalar en egen avgift för varje resa.',
      'With special transport you order a journey from door to door. It can be by taxi or by a vehicle that takes a wheelchair. You pay a fee for each journey.',
      'بخدمة النقل الخاصة تطلب رحلة من الباب إلى الباب، بسيارة أجرة أو مركبة تتسع لكرسي متحرك. تدفع رسمًا عن كل رحلة.',
    ),
    forWhom: t(
      'Du som har en funktionsnedsättning som varar minst tre månader och gör det mycket svårt att åka kollektivt.',
      'You who have a disability that lasts at least three months and makes it very hard to use public transport.',
      'لمن لديه إعاقة تستمر ثلاثة أشهر على الأقل وتجعل استخدام المواصلات العامة صعبًا جدًا.',
    ),
    howToApply: t(
      'Du kan inte ansöka här på Mina sidor ännu. Ring kontaktcenter, så skickar vi en blankett hem till dig eller fyller i den tillsammans på telefon. Ibland behövs ett läkarintyg; handläggaren säger till.',
      'You cannot apply here on Mina sidor yet. Ring the contact centre and we send you a form, or fill it in with you on the phone. Sometimes a medical certificate is needed; the officer will tell you.',
      'لا يمكنك تقديم الطلب هنا في «صفحاتي» بعد. اتصل بمركز الاتصال لنرسل إليك استمارة أو نملأها معك عبر الهاتف. قد تلزم شهادة طبية أحيانًا، وسيخبرك الموظف المسؤول بذلك.',
    ),
  },
];

export const granvikElsewhere: ServiceDocument[] = services;
