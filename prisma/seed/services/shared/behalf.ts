// Long because it is a document: texts in four languages, no logic to divide.
import type { Texts } from '@/lib/catalogue/domain/form-shape';
import { t } from '../texts';
import type { FieldDocument, PageDocument } from './page';

/** How one may apply for somebody else. The law is the same; what municipalities make of it is not. */
export interface Behalf {
  /**
   * Whether kin may apply by law alone (anhörigbehörighet, föräldrabalken 17 kap.). Municipalities read it differently;
   * the officer checks it in either case.
   */
  kinMayApply: boolean;
  /** questions about those who have the care of a child, where children get the service too */
  guardian?: FieldDocument[];
  /** what a power of attorney must say, where it isn't about support from the social services */
  mustSay?: Texts;
}

const forWhom: PageDocument = {
  slug: 'for-whom',
  title: t('Vem gäller ansökan?', 'Who is the application for?', 'لمن هذا الطلب؟', 'Ketä hakemus koskee?'),
  groups: [
    {
      id: 'for-whom-group',
      fields: [
        {
          kind: 'choice',
          id: 'applies-for',
          label: t(
            'Vem gäller ansökan?',
            'Who is the application for?',
            'لمن هذا الطلب؟',
            'Ketä hakemus koskee?',
          ),
          required: true,
          missing: t(
            'Välj vem ansökan gäller',
            'Choose who the application is for',
            'اختر الشخص الذي يخصه الطلب',
            'Valitse, ketä hakemus koskee',
          ),
          options: [
            { value: 'self', label: t('Mig själv', 'Myself', 'لي شخصيًا', 'Minua itseäni') },
            {
              value: 'other',
              label: t(
                'Någon annan, som jag har rätt att företräda',
                'Somebody else, whom I have the right to represent',
                'لشخص آخر لي الحق في تمثيله',
                'Toista henkilöä, jota minulla on oikeus edustaa',
              ),
              hint: t(
                'Till exempel som god man, förvaltare eller med en fullmakt.',
                'For example as a court-appointed helper or administrator, or with a power of attorney.',
                'مثلًا بصفتك وصيًا أو مديرًا معيّنًا من المحكمة أو بموجب توكيل.',
                'Esimerkiksi uskottuna miehenä (god man), edunvalvojana (förvaltare) tai valtakirjalla.',
              ),
            },
          ],
        },
      ],
    },
  ],
};

const kin = {
  value: 'kin',
  label: t(
    'Nära anhörig till någon som inte längre kan ansöka',
    'Close relative of somebody who can no longer apply',
    'قريب لشخص لم يعد قادرًا على تقديم الطلب',
    'Lähiomainen, kun henkilö ei enää pysty itse hakemaan',
  ),
  hint: t(
    'Det kallas anhörigbehörighet och gäller till exempel make, maka, sambo och barn.',
    'By law (anhörigbehörighet): for example spouse, partner and children.',
    'يسمّى ذلك صلاحية الأقارب، ويشمل مثلًا الزوج والزوجة والشريك والأبناء.',
    'Laissa tätä kutsutaan nimellä anhörigbehörighet. Se koskee esimerkiksi puolisoa, avopuolisoa ja lapsia.',
  ),
};

const guardian = {
  value: 'guardian',
  label: t('Vårdnadshavare', 'Guardian of a child'),
  hint: t('Barnet är under 18 år.', 'The child is under 18.'),
};

const ofSocialServices = t(
  'Den ska säga att du får ansöka om stöd från socialtjänsten.',
  'It must say that you may apply for support from the social services.',
  'يجب أن ينص على أنه يحق لك طلب الدعم من الخدمات الاجتماعية.',
  'Siinä pitää lukea, että saat hakea tukea sosiaalipalvelusta.',
);

const representative = ({
  kinMayApply,
  guardian: ofGuardians = [],
  mustSay = ofSocialServices,
}: Behalf): PageDocument => ({
  slug: 'representative',
  title: t(
    'Du ansöker för någon annan',
    'You apply for somebody else',
    'أنت تقدّم الطلب عن شخص آخر',
    'Haet toisen henkilön puolesta',
  ),
  shownIf: { '==': [{ var: 'applies-for' }, 'other'] },
  groups: [
    {
      id: 'representative-how',
      fields: [
        {
          kind: 'information',
          id: 'representative-info',
          label: t('Så gör du', 'How to do it', 'كيفية القيام بذلك', 'Toimi näin'),
          text: t(
            'Svara så som det är för den person som ansökan gäller. När det står ”du” på de följande sidorna menar vi den personen.\n\nDu skriver under med din egen e-legitimation. Det syns i ansökan att det är du som har fyllt i den. En handläggare kontrollerar att du har rätt att ansöka.',
            'Answer as things are for the person whom the application is for. Where the following pages say “you”, we mean that person.\n\nYou sign with your own e-identification. The application shows that it was filled in by you. An officer checks that you have the right to apply.',
            'أجب بحسب وضع الشخص الذي يخصه الطلب. عندما نكتب «أنت» في الصفحات التالية فإننا نقصد ذلك الشخص.\n\nأنت توقّع بهويتك الإلكترونية الخاصة. يظهر في الطلب أنك أنت من ملأه. يتحقق الموظف المسؤول من أن لك الحق في تقديم الطلب.',
            'Vastaa sen mukaan, millainen tilanne on henkilöllä, jota hakemus koskee. Kun seuraavilla sivuilla lukee ”sinä”, tarkoitamme häntä.\n\nAllekirjoitat omalla sähköisellä henkilöllisyystodistuksellasi. Hakemuksesta näkyy, että sinä olet täyttänyt sen. Käsittelijä tarkistaa, että sinulla on oikeus hakea.',
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
            'Mihin oikeutesi hakea perustuu?',
          ),
          required: true,
          missing: t(
            'Välj vad som ger dig rätt att ansöka',
            'Choose what gives you the right to apply',
            'اختر ما يمنحك الحق في تقديم الطلب',
            'Valitse, mihin oikeutesi hakea perustuu',
          ),
          options: [
            ...(ofGuardians.length > 0 ? [guardian] : []),
            {
              value: 'power-of-attorney',
              label: t('Fullmakt', 'Power of attorney', 'توكيل', 'Valtakirja'),
              hint: mustSay,
            },
            {
              value: 'lasting-power-of-attorney',
              label: t(
                'Framtidsfullmakt',
                'Lasting power of attorney',
                'توكيل مستقبلي',
                'Edunvalvontavaltakirja (framtidsfullmakt)',
              ),
              hint: t(
                'Gäller när personen inte längre kan bestämma själv.',
                'In force when the person can no longer decide.',
                'يسري عندما لا يعود الشخص قادرًا على اتخاذ القرار بنفسه.',
                'Voimassa, kun henkilö ei enää pysty itse päättämään.',
              ),
            },
            {
              value: 'god-man',
              label: t(
                'God man',
                'Court-appointed helper (god man)',
                'وصي معيّن من المحكمة (god man)',
                'Uskottu mies (god man)',
              ),
              hint: t(
                'Personen ska själv vilja ansöka, om det går att fråga.',
                'The person must want to apply, if it is possible to ask.',
                'يجب أن يكون الشخص نفسه راغبًا في تقديم الطلب إن أمكن سؤاله.',
                'Henkilön pitää itse haluta hakea, jos häneltä voi kysyä.',
              ),
            },
            {
              value: 'administrator',
              label: t(
                'Förvaltare',
                'Court-appointed administrator (förvaltare)',
                'مدير معيّن من المحكمة (förvaltare)',
                'Edunvalvoja (förvaltare)',
              ),
            },
            ...(kinMayApply ? [kin] : []),
          ],
        },
        ...ofGuardians,
        {
          kind: 'file',
          id: 'mandate-proof',
          label: t(
            'Fullmakten eller beslutet som visar din rätt',
            'The document that shows your right',
            'الوثيقة التي تثبت حقك',
            'Valtakirja tai päätös, joka osoittaa oikeutesi',
          ),
          hint: t(
            'Till exempel fullmakten eller ett registerutdrag för god man.',
            'For example the power of attorney, or an extract from the register of court-appointed helpers.',
            'مثلًا التوكيل أو مستخرج من سجل الأوصياء.',
            'Esimerkiksi valtakirja tai rekisteriote uskotun miehen määräyksestä.',
          ),
          // Who has the care of a child, the population register knows; kin have nothing to show.
          shownIf: {
            in: [
              { var: 'mandate' },
              ['power-of-attorney', 'lasting-power-of-attorney', 'god-man', 'administrator'],
            ],
          },
          required: true,
          missing: t(
            'Välj en fil, eller kryssa för att du skickar den senare',
            'Choose a file, or tick that you will send it later',
            'اختر ملفًا أو حدّد أنك سترسله لاحقًا',
            'Valitse tiedosto tai merkitse, että lähetät sen myöhemmin',
          ),
          accept: ['pdf', 'jpeg', 'png'],
          maxFiles: 3,
          bringLater: true,
        },
      ],
    },
    {
      id: 'represented',
      title: t(
        'Personen som ansökan gäller',
        'The person whom it is for',
        'الشخص الذي يخصه الطلب',
        'Henkilö, jota hakemus koskee',
      ),
      fields: [
        {
          kind: 'text',
          id: 'represented-name',
          label: t(
            'För- och efternamn',
            'First name and surname',
            'الاسم الأول واسم العائلة',
            'Etu- ja sukunimi',
          ),
          required: true,
          missing: t('Skriv personens namn', 'Write the person’s name', 'اكتب اسم الشخص', 'Kirjoita nimi'),
        },
        {
          kind: 'national-id',
          id: 'represented-national-id',
          label: t('Personnummer', 'Personal number', 'الرقم الشخصي', 'Henkilönumero'),
          required: true,
          missing: t(
            'Skriv personens personnummer',
            'Write the person’s personal number',
            'اكتب الرقم الشخصي للشخص',
            'Kirjoita henkilönumero',
          ),
        },
        {
          kind: 'choice',
          id: 'represented-wants',
          label: t(
            'Vill personen själv att du ansöker?',
            'Does the person want you to apply?',
            'هل يرغب الشخص نفسه في أن تقدّم الطلب؟',
            'Haluaako henkilö itse, että sinä haet?',
          ),
          required: true,
          missing: t(
            'Välj om personen själv vill att du ansöker',
            'Choose whether the person wants you to apply',
            'اختر ما إذا كان الشخص يرغب في ذلك',
            'Valitse, haluaako henkilö itse, että sinä haet',
          ),
          options: [
            { value: 'yes', label: t('Ja', 'Yes', 'نعم', 'Kyllä') },
            { value: 'no', label: t('Nej', 'No', 'لا', 'Ei') },
            {
              value: 'cannot-say',
              label: t(
                'Personen kan inte svara på det',
                'The person is not able to say',
                'الشخص غير قادر على الإجابة',
                'Henkilö ei pysty vastaamaan siihen',
              ),
            },
          ],
        },
      ],
    },
  ],
});

/** Whom it is for, and who fills it in. The form's `onBehalf` points at these questions. */
export const behalfPages = (behalf: Behalf): PageDocument[] => [forWhom, representative(behalf)];
export const onBehalf = { name: 'represented-name', nationalId: 'represented-national-id' };
