// Long because it is a document: texts in four languages, no logic to divide.

import { behalfPages } from '../shared/behalf';
import type { PageDocument } from '../shared/page';
import { t } from '../texts';

const home: PageDocument = {
  slug: 'home',
  title: t('Så bor du i dag', 'How you live today', 'كيف تسكن اليوم', 'Näin asut tällä hetkellä'),
  groups: [
    {
      id: 'home-group',
      fields: [
        {
          kind: 'choice',
          id: 'living',
          label: t(
            'Var bor du just nu?',
            'Where do you live just now?',
            'أين تسكن حاليًا؟',
            'Missä asut juuri nyt?',
          ),
          required: true,
          missing: t(
            'Välj var du bor just nu',
            'Choose where you live just now',
            'اختر مكان سكنك الحالي',
            'Valitse, missä asut juuri nyt',
          ),
          options: [
            {
              value: 'own',
              label: t(
                'I lägenhet eller hus',
                'In a flat or a house',
                'في شقة أو منزل',
                'Kerrostalossa tai omakotitalossa',
              ),
            },
            {
              value: 'senior',
              label: t(
                'I seniorboende eller trygghetsboende',
                'In housing for older people',
                'في سكن مخصص لكبار السن',
                'Senioriasunnossa tai turva-asunnossa',
              ),
            },
            {
              value: 'short-term',
              label: t(
                'På korttidsboende',
                'In a short-term home',
                'في سكن رعاية قصير الأمد',
                'Lyhytaikaisessa asumisessa (korttidsboende)',
              ),
            },
            { value: 'hospital', label: t('På sjukhus', 'In hospital', 'في المستشفى', 'Sairaalassa') },
            {
              value: 'other',
              label: t('På ett annat sätt', 'In another way', 'في مكان آخر', 'Muulla tavalla'),
            },
          ],
        },
        {
          kind: 'text',
          id: 'living-other',
          label: t('Hur bor du?', 'How do you live?', 'كيف تسكن؟', 'Miten asut?'),
          shownIf: { '==': [{ var: 'living' }, 'other'] },
          required: true,
          missing: t('Skriv hur du bor', 'Write how you live', 'اكتب كيف تسكن', 'Kirjoita, miten asut'),
        },
        {
          kind: 'choice',
          id: 'lives-with',
          label: t('Vem bor du med?', 'Who do you live with?', 'مع من تسكن؟', 'Kenen kanssa asut?'),
          required: true,
          missing: t(
            'Välj vem du bor med',
            'Choose who you live with',
            'اختر مع من تسكن',
            'Valitse, kenen kanssa asut',
          ),
          options: [
            { value: 'alone', label: t('Jag bor ensam', 'I live alone', 'أسكن وحدي', 'Asun yksin') },
            {
              value: 'partner',
              label: t(
                'Make, maka eller sambo',
                'Husband, wife or partner',
                'الزوج أو الزوجة أو الشريك',
                'Aviopuolison tai avopuolison kanssa',
              ),
            },
            { value: 'others', label: t('Någon annan', 'Somebody else', 'شخص آخر', 'Jonkun muun kanssa') },
          ],
        },
        {
          kind: 'choices',
          id: 'obstacles',
          label: t(
            'Är något i bostaden svårt för dig?',
            'Is anything in your home difficult for you?',
            'هل هناك شيء صعب عليك في مسكنك؟',
            'Onko asunnossasi jotakin hankalaa?',
          ),
          hint: t(
            'Välj allt som stämmer.',
            'Choose all that apply.',
            'اختر كل ما ينطبق.',
            'Valitse kaikki sopivat.',
          ),
          options: [
            {
              value: 'stairs',
              label: t(
                'Trappor eller ingen hiss',
                'Stairs or no lift',
                'السلالم أو عدم وجود مصعد',
                'Portaat tai hissin puuttuminen',
              ),
            },
            {
              value: 'bathroom',
              label: t(
                'Badrummet är trångt eller svårt att använda',
                'The bathroom is narrow or hard to use',
                'الحمام ضيق أو صعب الاستخدام',
                'Kylpyhuone on ahdas tai vaikea käyttää',
              ),
            },
            {
              value: 'getting-out',
              label: t(
                'Jag kommer inte ut på egen hand',
                'I can’t get out on my own',
                'لا أستطيع الخروج بمفردي',
                'En pääse yksin ulos',
              ),
            },
            {
              value: 'far',
              label: t(
                'Långt till affär och vård',
                'Far to shops and care',
                'المتاجر والرعاية بعيدة',
                'Pitkä matka kauppaan ja hoitoon',
              ),
            },
            {
              value: 'none',
              label: t('Inget av detta', 'None of these', 'لا شيء مما ذُكر', 'Ei mitään näistä'),
              exclusive: true,
            },
          ],
        },
      ],
    },
  ],
};

const help: PageDocument = {
  slug: 'help',
  title: t(
    'Hjälp som du har i dag',
    'Help that you have today',
    'المساعدة التي تحصل عليها اليوم',
    'Apu, jota saat tällä hetkellä',
  ),
  groups: [
    {
      id: 'help-group',
      fields: [
        {
          kind: 'choices',
          id: 'help-now',
          label: t(
            'Vilken hjälp har du nu?',
            'What help do you have now?',
            'ما المساعدة التي لديك الآن؟',
            'Mitä apua saat nyt?',
          ),
          hint: t(
            'Välj allt som stämmer.',
            'Choose all that apply.',
            'اختر كل ما ينطبق.',
            'Valitse kaikki sopivat.',
          ),
          required: true,
          missing: t(
            'Välj den hjälp du har, eller ”Ingen hjälp”',
            'Choose the help you have, or “No help”',
            'اختر المساعدة التي لديك أو «لا توجد مساعدة»',
            'Valitse saamasi apu tai ”En mitään apua”',
          ),
          options: [
            { value: 'home-care', label: t('Hemtjänst', 'Home care', 'الرعاية المنزلية', 'Kotipalvelua') },
            {
              value: 'alarm',
              label: t('Trygghetslarm', 'Safety alarm', 'جهاز إنذار الأمان', 'Turvapuhelin'),
            },
            {
              value: 'relatives',
              label: t(
                'Hjälp av närstående',
                'Help from family or friends',
                'مساعدة من الأقارب أو الأصدقاء',
                'Läheisten apua',
              ),
            },
            {
              value: 'home-nursing',
              label: t(
                'Sjukvård i hemmet',
                'Nursing at home',
                'الرعاية الصحية في المنزل',
                'Kotisairaanhoitoa',
              ),
            },
            {
              value: 'day-centre',
              label: t('Dagverksamhet', 'Day centre', 'مركز الأنشطة النهارية', 'Päivätoimintaa'),
            },
            {
              value: 'short-term',
              label: t(
                'Korttidsboende eller växelvård',
                'Short-term or alternating care',
                'رعاية قصيرة الأمد أو متناوبة',
                'Lyhytaikaista asumista tai vuorohoitoa',
              ),
            },
            {
              value: 'none',
              label: t('Ingen hjälp', 'No help', 'لا توجد مساعدة', 'En mitään apua'),
              exclusive: true,
            },
          ],
        },
        {
          kind: 'choice',
          id: 'home-care-visits',
          label: t(
            'Hur ofta kommer hemtjänsten?',
            'How often does home care come?',
            'كم مرة تأتي الرعاية المنزلية؟',
            'Miten usein kotipalvelu käy?',
          ),
          shownIf: { in: ['home-care', { var: 'help-now' }] },
          required: true,
          missing: t(
            'Välj hur ofta hemtjänsten kommer',
            'Choose how often home care comes',
            'اختر عدد مرات زيارة الرعاية المنزلية',
            'Valitse, miten usein kotipalvelu käy',
          ),
          options: [
            {
              value: 'some-days',
              label: t(
                'Några dagar i veckan',
                'Some days a week',
                'بعض الأيام في الأسبوع',
                'Muutamana päivänä viikossa',
              ),
            },
            {
              value: 'daily',
              label: t(
                'En eller två gånger om dagen',
                'Once or twice a day',
                'مرة أو مرتين في اليوم',
                'Kerran tai kaksi päivässä',
              ),
            },
            {
              value: 'often',
              label: t(
                'Tre gånger om dagen eller mer',
                'Three times a day or more',
                'ثلاث مرات في اليوم أو أكثر',
                'Kolme kertaa päivässä tai useammin',
              ),
            },
            {
              value: 'nights-too',
              label: t(
                'Både dag och natt',
                'Both day and night',
                'في النهار والليل',
                'Sekä päivällä että yöllä',
              ),
            },
          ],
        },
        {
          kind: 'long-text',
          id: 'relatives-help',
          label: t(
            'Vad hjälper närstående dig med?',
            'What do family or friends help you with?',
            'بماذا يساعدك الأقارب أو الأصدقاء؟',
            'Missä läheiset auttavat sinua?',
          ),
          hint: t(
            'Skriv gärna hur den som hjälper dig har det. Orkar hen?',
            'Do write how the one who helps you is. Can they manage?',
            'يمكنك أن تكتب عن حال من يساعدك. هل يقدر على ذلك؟',
            'Kerro myös, miten auttajasi voi. Jaksaako hän?',
          ),
          shownIf: { in: ['relatives', { var: 'help-now' }] },
        },
        {
          kind: 'long-text',
          id: 'not-enough',
          label: t(
            'Varför räcker inte hjälpen hemma?',
            'Why is help at home not enough?',
            'لماذا لا تكفي المساعدة في المنزل؟',
            'Miksi apu kotona ei riitä?',
          ),
          hint: t(
            'Berätta med egna ord. Några meningar räcker.',
            'Tell us in your own words. A few sentences are enough.',
            'أخبرنا بكلماتك الخاصة. تكفي بضع جمل.',
            'Kerro omin sanoin. Muutama lause riittää.',
          ),
          required: true,
          missing: t(
            'Skriv varför hjälpen hemma inte räcker',
            'Write why help at home is not enough',
            'اكتب لماذا لا تكفي المساعدة في المنزل',
            'Kirjoita, miksi apu kotona ei riitä',
          ),
        },
      ],
    },
  ],
};

export const livingPages: PageDocument[] = [...behalfPages({ kinMayApply: true }), home, help];
