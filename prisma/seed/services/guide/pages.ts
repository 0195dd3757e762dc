import { has } from '../parts';
import { t } from '../texts';
import { need } from './need';
import { type GuidePageDocument, option } from './page';

/** A choice must be made; without one there is nowhere to lead. */
const chooseOne = {
  required: true,
  missing: t(
    'Välj det som stämmer bäst',
    'Choose what fits best',
    'اختر ما ينطبق أكثر',
    'Valitse se, mikä sopii parhaiten',
  ),
} as const;

const howMuchTitle = t(
  'Hur mycket hjälp behövs hemma?',
  'How much help is needed at home?',
  'ما مقدار المساعدة المطلوبة في المنزل؟',
  'Kuinka paljon apua kotona tarvitaan?',
);
const journeyTitle = t(
  'Vad är svårt med att resa?',
  'What makes it hard to travel?',
  'ما الصعب في التنقل؟',
  'Mikä matkustamisessa on vaikeaa?',
);
const schoolTitle = t(
  'I vilken skola går barnet?',
  'What kind of school does the child go to?',
  'في أي مدرسة يدرس الطفل؟',
  'Mitä koulua lapsi käy?',
);

const howMuch: GuidePageDocument = {
  slug: 'how-much',
  title: howMuchTitle,
  shownIf: { or: [has('need', 'everyday'), has('need', 'safe')] },
  groups: [
    {
      id: 'how-much-group',
      fields: [
        {
          kind: 'choice',
          id: 'how-much',
          label: howMuchTitle,
          ...chooseOne,
          options: [
            option(
              'none',
              t(
                'Ingen hjälp, men det ska gå att larma',
                'No help, but it must be possible to call for it',
                'لا مساعدة، لكن يجب أن يكون طلب النجدة ممكنًا',
                'Ei apua, mutta avun hälyttämisen on onnistuttava',
              ),
            ),
            option(
              'weekly',
              t('Någon gång i veckan', 'Some time a week', 'مرة أو أكثر في الأسبوع', 'Joskus viikossa'),
            ),
            option('daily', t('Varje dag', 'Every day', 'كل يوم', 'Joka päivä')),
            option(
              'not-alone',
              t(
                'Det går inte att vara ensam',
                'It isn’t possible to be alone',
                'لا يمكن البقاء وحيدًا',
                'Yksin ei voi olla',
              ),
              t(
                'Någon måste vara nära, också på natten',
                'Somebody must be near, also at night',
                'يجب أن يكون شخص ما قريبًا، في الليل أيضًا',
                'Jonkun on oltava lähellä, myös yöllä',
              ),
            ),
          ],
        },
      ],
    },
  ],
};

const money: GuidePageDocument = {
  slug: 'money',
  title: t('Om pengarna', 'About the money', 'عن المال', 'Rahasta'),
  shownIf: has('need', 'money'),
  groups: [
    {
      id: 'money-group',
      fields: [
        {
          kind: 'yes-no',
          id: 'food',
          label: t(
            'Har du pengar till mat och medicin den närmaste veckan?',
            'Do you have money for food and medicine for the coming week?',
            'هل لديك مال للطعام والدواء للأسبوع القادم؟',
            'Onko sinulla rahaa ruokaan ja lääkkeisiin seuraavaksi viikoksi?',
          ),
          ...chooseOne,
        },
        {
          kind: 'yes-no',
          id: 'money-before',
          label: t(
            'Har du fått ekonomiskt bistånd av oss de senaste tre månaderna?',
            'Have you had economic assistance from us in the last three months?',
            'هل حصلت على مساعدة مالية منا خلال الأشهر الثلاثة الماضية؟',
            'Oletko saanut meiltä taloudellista tukea viimeisten kolmen kuukauden aikana?',
          ),
          ...chooseOne,
        },
      ],
    },
  ],
};

const journey: GuidePageDocument = {
  slug: 'journey',
  title: journeyTitle,
  shownIf: has('need', 'travel'),
  groups: [
    {
      id: 'journey-group',
      fields: [
        {
          kind: 'choice',
          id: 'journey',
          label: journeyTitle,
          ...chooseOne,
          options: [
            option(
              'lasting',
              t(
                'Det är svårt att gå, eller att åka buss och tåg',
                'It is hard to walk, or to go by bus and train',
                'يصعب المشي أو ركوب الحافلة والقطار',
                'On vaikea kävellä tai matkustaa bussilla ja junalla',
              ),
              t(
                'Och det kommer att vara så i minst tre månader',
                'And it will be so for at least three months',
                'وسيستمر ذلك ثلاثة أشهر على الأقل',
                'Ja se jatkuu ainakin kolme kuukautta',
              ),
            ),
            option(
              'passing',
              t(
                'Det är svårt just nu, men går över inom tre månader',
                'It is hard just now, but passes within three months',
                'الأمر صعب الآن لكنه يزول خلال ثلاثة أشهر',
                'Se on vaikeaa juuri nyt mutta menee ohi kolmessa kuukaudessa',
              ),
            ),
            option(
              'health-care',
              t(
                'Jag ska till eller från vården',
                'I am going to or from health care',
                'سأذهب إلى الرعاية الصحية أو أعود منها',
                'Olen menossa hoitoon tai tulossa hoidosta',
              ),
            ),
            option(
              'no-bus',
              t(
                'Det går ingen buss där jag bor',
                'There is no bus where I live',
                'لا توجد حافلة حيث أسكن',
                'Asuinpaikastani ei kulje bussia',
              ),
            ),
          ],
        },
      ],
    },
  ],
};

const school: GuidePageDocument = {
  slug: 'school',
  title: schoolTitle,
  shownIf: has('need', 'school'),
  groups: [
    {
      id: 'school-group',
      fields: [
        {
          kind: 'choice',
          id: 'school',
          label: schoolTitle,
          ...chooseOne,
          options: [
            option(
              'compulsory',
              t(
                'Förskoleklass eller grundskola',
                'Preschool class or compulsory school',
                'الصف التمهيدي أو المدرسة الأساسية',
                'Esiluokka tai peruskoulu',
              ),
            ),
            option(
              'adapted',
              t(
                'Anpassad grundskola eller gymnasieskola',
                'Adapted compulsory or upper secondary school',
                'مدرسة أساسية أو ثانوية مكيّفة',
                'Mukautettu peruskoulu tai lukio',
              ),
            ),
            option('upper-secondary', t('Gymnasiet', 'Upper secondary school', 'المدرسة الثانوية', 'Lukio')),
          ],
        },
      ],
    },
  ],
};

export const pages: GuidePageDocument[] = [need, howMuch, money, journey, school];
