// Long because it is a document: texts in four languages, no logic to divide.
import type { PageDocument } from '../shared/page';
import { t } from '../texts';

const where: PageDocument = {
  slug: 'where',
  title: t(
    'Var behöver du hjälp?',
    'Where do you need help?',
    'أين تحتاج إلى المساعدة؟',
    'Missä tarvitset apua?',
  ),
  groups: [
    {
      id: 'where-group',
      fields: [
        {
          kind: 'choice',
          id: 'place-now',
          label: t('Var är du just nu?', 'Where are you just now?', 'أين أنت الآن؟', 'Missä olet juuri nyt?'),
          required: true,
          missing: t(
            'Välj var du är just nu',
            'Choose where you are just now',
            'اختر مكان وجودك الآن',
            'Valitse, missä olet juuri nyt',
          ),
          options: [
            { value: 'home', label: t('Hemma', 'At home', 'في المنزل', 'Kotona') },
            { value: 'hospital', label: t('På sjukhus', 'In hospital', 'في المستشفى', 'Sairaalassa') },
            {
              value: 'short-term',
              label: t(
                'På korttidsboende',
                'In a short-term home',
                'في سكن رعاية قصير الأمد',
                'Lyhytaikaisessa asumisessa (korttidsboende)',
              ),
            },
          ],
        },
        {
          kind: 'date',
          id: 'going-home',
          label: t(
            'Vilken dag åker du hem?',
            'On which day do you go home?',
            'في أي يوم ستعود إلى المنزل؟',
            'Minä päivänä pääset kotiin?',
          ),
          hint: t(
            'Lämna tomt om du inte vet.',
            'Leave empty if you don’t know.',
            'اتركه فارغًا إذا كنت لا تعرف.',
            'Jätä tyhjäksi, jos et tiedä.',
          ),
          shownIf: { in: [{ var: 'place-now' }, ['hospital', 'short-term']] },
          earliest: 'today',
        },
        {
          kind: 'address',
          id: 'home-address',
          label: t(
            'Adressen där du behöver hjälpen',
            'The address where you need the help',
            'العنوان الذي تحتاج فيه إلى المساعدة',
            'Osoite, jossa tarvitset apua',
          ),
          required: true,
          missing: t(
            'Skriv adressen där du behöver hjälpen',
            'Write the address where you need the help',
            'اكتب العنوان الذي تحتاج فيه إلى المساعدة',
            'Kirjoita osoite, jossa tarvitset apua',
          ),
          prefill: 'register-address',
        },
      ],
    },
  ],
};

const household: PageDocument = {
  slug: 'household',
  title: t('De som bor hos dig', 'Those who live with you', 'من يسكن معك', 'Ne, jotka asuvat kanssasi'),
  groups: [
    {
      id: 'household-group',
      fields: [
        {
          kind: 'choice',
          id: 'lives-with',
          label: t('Bor du ensam?', 'Do you live alone?', 'هل تسكن وحدك؟', 'Asutko yksin?'),
          required: true,
          missing: t(
            'Välj om du bor ensam',
            'Choose whether you live alone',
            'اختر ما إذا كنت تسكن وحدك',
            'Valitse, asutko yksin',
          ),
          options: [
            {
              value: 'alone',
              label: t('Ja, jag bor ensam', 'Yes, I live alone', 'نعم، أسكن وحدي', 'Kyllä, asun yksin'),
            },
            {
              value: 'others',
              label: t(
                'Nej, jag bor med någon',
                'No, I live with somebody',
                'لا، أسكن مع غيري',
                'En, asun jonkun kanssa',
              ),
            },
          ],
        },
        {
          kind: 'rows',
          id: 'household',
          label: t('Vilka bor du med?', 'Who do you live with?', 'مع من تسكن؟', 'Kenen kanssa asut?'),
          hint: t(
            'Den som orkar sköta hemmet kan behöva göra det. Men ingen ska behöva göra mer än hen orkar.',
            'Somebody who is able to look after the home may have to do it. But nobody should have to do more than they can manage.',
            'من يستطيع العناية بالمنزل قد يُطلب منه ذلك، لكن لا ينبغي أن يُضطر أحد إلى القيام بأكثر مما يستطيع.',
            'Se, joka jaksaa hoitaa kotia, voi joutua tekemään sen. Kenenkään ei kuitenkaan pidä joutua tekemään enempää kuin jaksaa.',
          ),
          shownIf: { '==': [{ var: 'lives-with' }, 'others'] },
          required: true,
          missing: t(
            'Lägg till den eller dem som du bor med',
            'Add the one or those you live with',
            'أضف الشخص أو الأشخاص الذين تسكن معهم',
            'Lisää se tai ne, joiden kanssa asut',
          ),
          item: t('Person', 'Person', 'شخص', 'Henkilö'),
          add: t('Lägg till en person', 'Add a person', 'إضافة شخص', 'Lisää henkilö'),
          maxRows: 8,
          columns: [
            {
              kind: 'text',
              id: 'name',
              label: t('Namn', 'Name', 'الاسم', 'Nimi'),
              required: true,
              missing: t(
                'Skriv personens namn',
                'Write the person’s name',
                'اكتب اسم الشخص',
                'Kirjoita nimi',
              ),
            },
            {
              kind: 'choice',
              id: 'relation',
              label: t('Vem är det?', 'Who is it?', 'من هو؟', 'Kuka hän on?'),
              required: true,
              missing: t(
                'Välj vem personen är',
                'Choose who the person is',
                'اختر صلتك بهذا الشخص',
                'Valitse, kuka hän on',
              ),
              options: [
                {
                  value: 'partner',
                  label: t(
                    'Make, maka eller sambo',
                    'Husband, wife or partner',
                    'الزوج أو الزوجة أو الشريك',
                    'Aviopuoliso tai avopuoliso',
                  ),
                },
                { value: 'child', label: t('Barn', 'Child', 'ابن أو ابنة', 'Lapsi') },
                { value: 'parent', label: t('Förälder', 'Parent', 'أحد الوالدين', 'Vanhempi') },
                { value: 'other', label: t('Någon annan', 'Somebody else', 'شخص آخر', 'Joku muu') },
              ],
            },
            {
              kind: 'choice',
              id: 'manages',
              label: t(
                'Orkar personen sköta hemmet?',
                'Is the person able to look after the home?',
                'هل يستطيع العناية بالمنزل؟',
                'Jaksaako hän hoitaa kotia?',
              ),
              required: true,
              missing: t(
                'Välj om personen orkar sköta hemmet',
                'Choose whether the person is able to look after the home',
                'اختر ما إذا كان يستطيع العناية بالمنزل',
                'Valitse, jaksaako hän hoitaa kotia',
              ),
              options: [
                { value: 'yes', label: t('Ja', 'Yes', 'نعم', 'Kyllä') },
                { value: 'partly', label: t('Delvis', 'Partly', 'جزئيًا', 'Osittain') },
                { value: 'no', label: t('Nej', 'No', 'لا', 'Ei') },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const helpNow: PageDocument = {
  slug: 'help-now',
  title: t(
    'Hjälp som du har i dag',
    'Help that you have today',
    'المساعدة التي تحصل عليها اليوم',
    'Apu, jota saat tällä hetkellä',
  ),
  groups: [
    {
      id: 'help-now-group',
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
              value: 'alarm',
              label: t('Trygghetslarm', 'Safety alarm', 'جهاز إنذار الأمان', 'Turvapuhelin'),
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
              value: 'assistance',
              label: t(
                'Personlig assistans',
                'Personal assistance',
                'مساعد شخصي',
                'Henkilökohtaista apua (personlig assistans)',
              ),
            },
            {
              value: 'paid',
              label: t(
                'Hjälp som jag betalar själv',
                'Help that I pay for myself',
                'مساعدة أدفع ثمنها بنفسي',
                'Apua, jonka maksan itse',
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
          kind: 'long-text',
          id: 'relatives-help',
          label: t(
            'Vad hjälper närstående dig med?',
            'What do family or friends help you with?',
            'بماذا يساعدك الأقارب أو الأصدقاء؟',
            'Missä läheiset auttavat sinua?',
          ),
          hint: t(
            'Skriv gärna om de vill och orkar fortsätta.',
            'Do write whether they want to go on, and are able to.',
            'يمكنك أن تكتب هل يريدون الاستمرار ويقدرون عليه.',
            'Kerro myös, haluavatko ja jaksavatko he jatkaa.',
          ),
          shownIf: { in: ['relatives', { var: 'help-now' }] },
        },
        {
          kind: 'long-text',
          id: 'why-now',
          label: t(
            'Varför behöver du hjälp nu?',
            'Why do you need help now?',
            'لماذا تحتاج إلى المساعدة الآن؟',
            'Miksi tarvitset apua nyt?',
          ),
          hint: t(
            'Till exempel en sjukdom, en operation eller att den som hjälper dig inte orkar längre. Några meningar räcker.',
            'For example an illness, an operation, or that the one who helps you can’t manage any longer. A few sentences are enough.',
            'مثلًا مرض أو عملية جراحية أو أن من يساعدك لم يعد يقدر على ذلك. تكفي بضع جمل.',
            'Esimerkiksi sairaus, leikkaus tai se, että auttajasi ei enää jaksa. Muutama lause riittää.',
          ),
          required: true,
          missing: t(
            'Skriv varför du behöver hjälp nu',
            'Write why you need help now',
            'اكتب لماذا تحتاج إلى المساعدة الآن',
            'Kirjoita, miksi tarvitset apua nyt',
          ),
        },
      ],
    },
  ],
};

export const situationPages: PageDocument[] = [where, household, helpNow];
