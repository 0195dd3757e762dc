import type { Texts } from '@/lib/catalogue/domain/form-shape';
import { t } from '../texts';
import type { FieldDocument } from './page';

/*
 * How one manages what an ordinary day is made of: the life areas of IBIC (Socialstyrelsen) in plain words. IBIC's own
 * names stand beside each page, for the officer who reads the answers by them.
 */

const levels = [
  {
    value: 'alone',
    label: t('Klarar själv', 'Manage alone', 'أقوم به بنفسي', 'Selviydyn itse'),
  },
  {
    value: 'some-help',
    label: t('Behöver viss hjälp', 'Need some help', 'أحتاج إلى بعض المساعدة', 'Tarvitsen vähän apua'),
  },
  {
    value: 'much-help',
    label: t('Behöver mycket hjälp', 'Need much help', 'أحتاج إلى مساعدة كبيرة', 'Tarvitsen paljon apua'),
  },
];

export const level = (id: string, label: Texts): FieldDocument => ({
  kind: 'choice',
  id,
  label,
  required: true,
  missing: t(
    `Välj hur du klarar det här: ${label.sv}`,
    `Choose how you manage this: ${label.en}`,
    `اختر مدى قدرتك على هذا: ${label.ar}`,
    `Valitse, miten selviydyt tästä: ${label.fi}`,
  ),
  options: levels,
});

export const more = (id: string): FieldDocument => ({
  kind: 'long-text',
  id,
  label: t(
    'Vill du berätta mer?',
    'Would you like to tell us more?',
    'هل تريد أن تخبرنا بالمزيد؟',
    'Haluatko kertoa enemmän?',
  ),
  hint: t(
    'Till exempel vad som är svårast, och när på dagen.',
    'For example what is hardest, and at what time of day.',
    'مثلًا ما هو الأصعب، وفي أي وقت من اليوم.',
    'Esimerkiksi mikä on vaikeinta ja mihin aikaan päivästä.',
  ),
});

export const ordinaryDay = t(
  'Hur är det en vanlig dag?',
  'How is it on an ordinary day?',
  'كيف يكون الأمر في يوم عادي؟',
  'Millaista on tavallisena päivänä?',
);

/** IBIC: personlig vård, as both who moves to a care home and who gets help at home are asked. */
export const personalCareQuestions: FieldDocument[] = [
  level(
    'wash',
    t('Tvätta dig och duscha', 'Wash and shower', 'الاغتسال والاستحمام', 'Peseytyminen ja suihku'),
  ),
  level(
    'dress',
    t('Klä på dig och av dig', 'Dress and undress', 'ارتداء الملابس وخلعها', 'Pukeutuminen ja riisuutuminen'),
  ),
  level('toilet', t('Gå på toaletten', 'Use the toilet', 'استخدام المرحاض', 'WC:ssä käynti')),
  level('eat', t('Äta och dricka', 'Eat and drink', 'الأكل والشرب', 'Syöminen ja juominen')),
  more('personal-care-more'),
];
