// Long because it is a document: texts in three languages, no logic to divide.
import { t } from '../texts';
import type { PageDocument, Variant } from './variant';

const forWhom: PageDocument = {
  slug: 'for-whom',
  title: t('Vem gäller ansökan?', 'Who is the application for?', 'لمن هذا الطلب؟'),
  groups: [
    {
      id: 'for-whom-group',
      fields: [
        {
          kind: 'choice',
          id: 'applies-for',
          label: t('Vem gäller ansökan?', 'Who is the application for?', 'لمن هذا الطلب؟'),
          required: true,
          missing: t(
            'Välj vem ansökan gäller',
            'Choose who the application is for',
            'اختر الشخص الذي يخصه الطلب',
          ),
          options: [
            { value: 'self', label: t('Mig själv', 'Myself', 'لي شخصيًا') },
            {
              value: 'other',
              label: t(
                'Någon annan, som jag har rätt att företräda',
                'Somebody else, whom I have the right to represent',
                'لشخص آخر لي الحق في تمثيله',
              ),
              hint: t(
                'Till exempel som god man, förvaltare eller med en fullmakt.',
                'For example as a court-appointed helper or administrator, or with a power of attorney.',
                'مثلًا بصفتك وصيًا أو مديرًا معيّنًا من المحكمة أو بموجب توكيل.',
              ),
            },
          ],
        },
      ],
    },
  ],
};

const representative = ({ kinMayApply }: Variant): PageDocument => ({
  slug: 'representative',
  title: t('Du ansöker för någon annan', 'You apply for somebody else', 'أنت تقدّم الطلب عن شخص آخر'),
  shownIf: { '==': [{ var: 'applies-for' }, 'other'] },
  groups: [
    {
      id: 'representative-how',
      fields: [
        {
          kind: 'information',
          id: 'representative-info',
          label: t('Så gör du', 'How to do it', 'كيفية القيام بذلك'),
          text: t(
            'Svara så som det är för den person som ansökan gäller. När det står ”du” på de följande sidorna menar vi den personen.\n\nDu skriver under med din egen e-legitimation. Det syns i ansökan att det är du som har fyllt i den. En handläggare kontrollerar att du har rätt att ansöka.',
            'Answer as things are for the person whom the application is for. Where the following pages say “you”, we mean that person.\n\nYou sign with your own e-identification. The application shows that it was filled in by you. An officer checks that you have the right to apply.',
            'أجب بحسب وضع الشخص الذي يخصه الطلب. عندما نكتب «أنت» في الصفحات التالية فإننا نقصد ذلك الشخص.\n\nأنت توقّع بهويتك الإلكترونية الخاصة. يظهر في الطلب أنك أنت من ملأه. يتحقق الموظف المسؤول من أن لك الحق في تقديم الطلب.',
          ),
        },
      ],
    },
    {
      id: 'representative-mandate',
      fields: [
        {
          kind: 'choice',
          id: 'mandate',
          label: t(
            'Vad ger dig rätt att ansöka?',
            'What gives you the right to apply?',
            'ما الذي يمنحك الحق في تقديم الطلب؟',
          ),
          required: true,
          missing: t(
            'Välj vad som ger dig rätt att ansöka',
            'Choose what gives you the right to apply',
            'اختر ما يمنحك الحق في تقديم الطلب',
          ),
          options: [
            {
              value: 'power-of-attorney',
              label: t('Fullmakt', 'Power of attorney', 'توكيل'),
              hint: t(
                'Den ska säga att du får ansöka om stöd från socialtjänsten.',
                'It must say that you may apply for support from the social services.',
                'يجب أن ينص على أنه يحق لك طلب الدعم من الخدمات الاجتماعية.',
              ),
            },
            {
              value: 'lasting-power-of-attorney',
              label: t('Framtidsfullmakt', 'Lasting power of attorney', 'توكيل مستقبلي'),
              hint: t(
                'Gäller när personen inte längre kan bestämma själv.',
                'In force when the person can no longer decide.',
                'يسري عندما لا يعود الشخص قادرًا على اتخاذ القرار بنفسه.',
              ),
            },
            {
              value: 'god-man',
              label: t('God man', 'Court-appointed helper (god man)', 'وصي معيّن من المحكمة (god man)'),
              hint: t(
                'Personen ska själv vilja ansöka, om det går att fråga.',
                'The person must want to apply, if it is possible to ask.',
                'يجب أن يكون الشخص نفسه راغبًا في تقديم الطلب إن أمكن سؤاله.',
              ),
            },
            {
              value: 'administrator',
              label: t(
                'Förvaltare',
                'Court-appointed administrator (förvaltare)',
                'مدير معيّن من المحكمة (förvaltare)',
              ),
            },
            ...(kinMayApply
              ? [
                  {
                    value: 'kin',
                    label: t(
                      'Nära anhörig till någon som inte längre kan ansöka',
                      'Close relative of somebody who can no longer apply',
                      'قريب لشخص لم يعد قادرًا على تقديم الطلب',
                    ),
                    hint: t(
                      'Det kallas anhörigbehörighet och gäller till exempel make, maka, sambo och barn.',
                      'By law (anhörigbehörighet): for example spouse, partner and children.',
                      'يسمّى ذلك صلاحية الأقارب، ويشمل مثلًا الزوج والزوجة والشريك والأبناء.',
                    ),
                  },
                ]
              : []),
          ],
        },
        {
          kind: 'file',
          id: 'mandate-proof',
          label: t(
            'Fullmakten eller beslutet som visar din rätt',
            'The document that shows your right',
            'الوثيقة التي تثبت حقك',
          ),
          hint: t(
            'Till exempel fullmakten eller ett registerutdrag för god man.',
            'For example the power of attorney, or an extract from the register of court-appointed helpers.',
            'مثلًا التوكيل أو مستخرج من سجل الأوصياء.',
          ),
          required: true,
          missing: t(
            'Välj en fil, eller kryssa för att du skickar den senare',
            'Choose a file, or tick that you will send it later',
            'اختر ملفًا أو حدّد أنك سترسله لاحقًا',
          ),
          accept: ['pdf', 'jpeg', 'png'],
          maxFiles: 3,
          bringLater: true,
        },
      ],
    },
    {
      id: 'represented',
      title: t('Personen som ansökan gäller', 'The person whom it is for', 'الشخص الذي يخصه الطلب'),
      fields: [
        {
          kind: 'text',
          id: 'represented-name',
          label: t('För- och efternamn', 'First name and surname', 'الاسم الأول واسم العائلة'),
          required: true,
          missing: t('Skriv personens namn', 'Write the person’s name', 'اكتب اسم الشخص'),
        },
        {
          kind: 'national-id',
          id: 'represented-national-id',
          label: t('Personnummer', 'Personal number', 'الرقم الشخصي'),
          required: true,
          missing: t(
            'Skriv personens personnummer',
            'Write the person’s personal number',
            'اكتب الرقم الشخصي للشخص',
          ),
        },
        {
          kind: 'choice',
          id: 'represented-wants',
          label: t(
            'Vill personen själv att du ansöker?',
            'Does the person want you to apply?',
            'هل يرغب الشخص نفسه في أن تقدّم الطلب؟',
          ),
          required: true,
          missing: t(
            'Välj om personen själv vill att du ansöker',
            'Choose whether the person wants you to apply',
            'اختر ما إذا كان الشخص يرغب في ذلك',
          ),
          options: [
            { value: 'yes', label: t('Ja', 'Yes', 'نعم') },
            { value: 'no', label: t('Nej', 'No', 'لا') },
            {
              value: 'cannot-say',
              label: t(
                'Personen kan inte svara på det',
                'The person is not able to say',
                'الشخص غير قادر على الإجابة',
              ),
            },
          ],
        },
      ],
    },
  ],
});

const home: PageDocument = {
  slug: 'home',
  title: t('Så bor du i dag', 'How you live today', 'كيف تسكن اليوم'),
  groups: [
    {
      id: 'home-group',
      fields: [
        {
          kind: 'choice',
          id: 'living',
          label: t('Var bor du just nu?', 'Where do you live just now?', 'أين تسكن حاليًا؟'),
          required: true,
          missing: t('Välj var du bor just nu', 'Choose where you live just now', 'اختر مكان سكنك الحالي'),
          options: [
            { value: 'own', label: t('I lägenhet eller hus', 'In a flat or a house', 'في شقة أو منزل') },
            {
              value: 'senior',
              label: t(
                'I seniorboende eller trygghetsboende',
                'In housing for older people',
                'في سكن مخصص لكبار السن',
              ),
            },
            {
              value: 'short-term',
              label: t('På korttidsboende', 'In a short-term home', 'في سكن رعاية قصير الأمد'),
            },
            { value: 'hospital', label: t('På sjukhus', 'In hospital', 'في المستشفى') },
            { value: 'other', label: t('På ett annat sätt', 'In another way', 'في مكان آخر') },
          ],
        },
        {
          kind: 'text',
          id: 'living-other',
          label: t('Hur bor du?', 'How do you live?', 'كيف تسكن؟'),
          shownIf: { '==': [{ var: 'living' }, 'other'] },
          required: true,
          missing: t('Skriv hur du bor', 'Write how you live', 'اكتب كيف تسكن'),
        },
        {
          kind: 'choice',
          id: 'lives-with',
          label: t('Vem bor du med?', 'Who do you live with?', 'مع من تسكن؟'),
          required: true,
          missing: t('Välj vem du bor med', 'Choose who you live with', 'اختر مع من تسكن'),
          options: [
            { value: 'alone', label: t('Jag bor ensam', 'I live alone', 'أسكن وحدي') },
            {
              value: 'partner',
              label: t('Make, maka eller sambo', 'Husband, wife or partner', 'الزوج أو الزوجة أو الشريك'),
            },
            { value: 'others', label: t('Någon annan', 'Somebody else', 'شخص آخر') },
          ],
        },
        {
          kind: 'choices',
          id: 'obstacles',
          label: t(
            'Är något i bostaden svårt för dig?',
            'Is anything in your home difficult for you?',
            'هل هناك شيء صعب عليك في مسكنك؟',
          ),
          hint: t('Välj allt som stämmer.', 'Choose all that apply.', 'اختر كل ما ينطبق.'),
          options: [
            {
              value: 'stairs',
              label: t('Trappor eller ingen hiss', 'Stairs or no lift', 'السلالم أو عدم وجود مصعد'),
            },
            {
              value: 'bathroom',
              label: t(
                'Badrummet är trångt eller svårt att använda',
                'The bathroom is narrow or hard to use',
                'الحمام ضيق أو صعب الاستخدام',
              ),
            },
            {
              value: 'getting-out',
              label: t(
                'Jag kommer inte ut på egen hand',
                'I can’t get out on my own',
                'لا أستطيع الخروج بمفردي',
              ),
            },
            {
              value: 'far',
              label: t('Långt till affär och vård', 'Far to shops and care', 'المتاجر والرعاية بعيدة'),
            },
            {
              value: 'none',
              label: t('Inget av detta', 'None of these', 'لا شيء مما ذُكر'),
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
  title: t('Hjälp som du har i dag', 'Help that you have today', 'المساعدة التي تحصل عليها اليوم'),
  groups: [
    {
      id: 'help-group',
      fields: [
        {
          kind: 'choices',
          id: 'help-now',
          label: t('Vilken hjälp har du nu?', 'What help do you have now?', 'ما المساعدة التي لديك الآن؟'),
          hint: t('Välj allt som stämmer.', 'Choose all that apply.', 'اختر كل ما ينطبق.'),
          required: true,
          missing: t(
            'Välj den hjälp du har, eller ”Ingen hjälp”',
            'Choose the help you have, or “No help”',
            'اختر المساعدة التي لديك أو «لا توجد مساعدة»',
          ),
          options: [
            { value: 'home-care', label: t('Hemtjänst', 'Home care', 'الرعاية المنزلية') },
            { value: 'alarm', label: t('Trygghetslarm', 'Safety alarm', 'جهاز إنذار الأمان') },
            {
              value: 'relatives',
              label: t('Hjälp av närstående', 'Help from family or friends', 'مساعدة من الأقارب أو الأصدقاء'),
            },
            {
              value: 'home-nursing',
              label: t('Sjukvård i hemmet', 'Nursing at home', 'الرعاية الصحية في المنزل'),
            },
            { value: 'day-centre', label: t('Dagverksamhet', 'Day centre', 'مركز الأنشطة النهارية') },
            {
              value: 'short-term',
              label: t(
                'Korttidsboende eller växelvård',
                'Short-term or alternating care',
                'رعاية قصيرة الأمد أو متناوبة',
              ),
            },
            { value: 'none', label: t('Ingen hjälp', 'No help', 'لا توجد مساعدة'), exclusive: true },
          ],
        },
        {
          kind: 'choice',
          id: 'home-care-visits',
          label: t(
            'Hur ofta kommer hemtjänsten?',
            'How often does home care come?',
            'كم مرة تأتي الرعاية المنزلية؟',
          ),
          shownIf: { in: ['home-care', { var: 'help-now' }] },
          required: true,
          missing: t(
            'Välj hur ofta hemtjänsten kommer',
            'Choose how often home care comes',
            'اختر عدد مرات زيارة الرعاية المنزلية',
          ),
          options: [
            {
              value: 'some-days',
              label: t('Några dagar i veckan', 'Some days a week', 'بعض الأيام في الأسبوع'),
            },
            {
              value: 'daily',
              label: t('En eller två gånger om dagen', 'Once or twice a day', 'مرة أو مرتين في اليوم'),
            },
            {
              value: 'often',
              label: t(
                'Tre gånger om dagen eller mer',
                'Three times a day or more',
                'ثلاث مرات في اليوم أو أكثر',
              ),
            },
            {
              value: 'nights-too',
              label: t('Både dag och natt', 'Both day and night', 'في النهار والليل'),
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
          ),
          hint: t(
            'Skriv gärna hur den som hjälper dig har det. Orkar hen?',
            'Do write how the one who helps you is. Can they manage?',
            'يمكنك أن تكتب عن حال من يساعدك. هل يقدر على ذلك؟',
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
          ),
          hint: t(
            'Berätta med egna ord. Några meningar räcker.',
            'Tell us in your own words. A few sentences are enough.',
            'أخبرنا بكلماتك الخاصة. تكفي بضع جمل.',
          ),
          required: true,
          missing: t(
            'Skriv varför hjälpen hemma inte räcker',
            'Write why help at home is not enough',
            'اكتب لماذا لا تكفي المساعدة في المنزل',
          ),
        },
      ],
    },
  ],
};

export const livingPages = (variant: Variant): PageDocument[] => [
  forWhom,
  representative(variant),
  home,
  help,
];
