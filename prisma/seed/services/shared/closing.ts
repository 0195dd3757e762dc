import { t } from '../texts';
import type { FieldDocument, PageDocument } from './page';

const wantsContact: FieldDocument['shownIf'] = { '==': [{ var: 'contact-wanted' }, 'yes'] };

export const ownPhone: FieldDocument = {
  kind: 'phone',
  id: 'own-phone',
  label: t('Ditt telefonnummer', 'Your phone number', 'رقم هاتفك', 'Puhelinnumerosi'),
  hint: t(
    'Handläggaren ringer för att boka ett samtal eller ett hembesök.',
    'The officer rings to arrange a talk or a visit at home.',
    'سيتصل بك الموظف المسؤول لتحديد موعد لمحادثة أو زيارة منزلية.',
    'Käsittelijä soittaa ja sopii kanssasi puhelusta tai kotikäynnistä.',
  ),
  required: true,
  missing: t(
    'Skriv ditt telefonnummer',
    'Write your phone number',
    'اكتب رقم هاتفك',
    'Kirjoita puhelinnumerosi',
  ),
  prefill: 'contact-phone',
};

export const contactPage: PageDocument = {
  slug: 'contact',
  title: t('Så når vi dig', 'How we reach you', 'كيف نتواصل معك', 'Näin tavoitamme sinut'),
  groups: [
    {
      id: 'contact-group',
      fields: [
        ownPhone,
        {
          kind: 'yes-no',
          id: 'contact-wanted',
          label: t(
            'Vill du att vi också kan ringa någon annan?',
            'Do you want us to be able to ring somebody else too?',
            'هل تريد أن نتمكن من الاتصال بشخص آخر أيضًا؟',
            'Haluatko, että voimme soittaa myös jollekin toiselle?',
          ),
          hint: t(
            'Till exempel ett barn eller en vän, om vi inte når dig.',
            'For example a child or a friend, if we can’t reach you.',
            'مثلًا أحد أبنائك أو صديق، إذا لم نتمكن من الوصول إليك.',
            'Esimerkiksi lapsellesi tai ystävällesi, jos emme tavoita sinua.',
          ),
          required: true,
          missing: t(
            'Välj om vi också kan ringa någon annan',
            'Choose whether we may ring somebody else too',
            'اختر ما إذا كان بإمكاننا الاتصال بشخص آخر',
            'Valitse, voimmeko soittaa myös jollekin toiselle',
          ),
        },
        {
          kind: 'person',
          id: 'contact-person',
          label: t('Din kontaktperson', 'Your contact person', 'شخص الاتصال', 'Yhteyshenkilösi'),
          hint: t(
            'Fråga personen först om det går bra.',
            'Ask the person first whether that is all right.',
            'اسأل الشخص أولًا إن كان موافقًا.',
            'Kysy häneltä ensin, sopiiko se.',
          ),
          shownIf: wantsContact,
          required: true,
          missing: t(
            'Skriv namnet på din kontaktperson',
            'Write the name of your contact person',
            'اكتب اسم شخص الاتصال',
            'Kirjoita yhteyshenkilösi nimi',
          ),
          relations: [
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
            { value: 'relative', label: t('Annan släkting', 'Other relative', 'قريب آخر', 'Muu sukulainen') },
            {
              value: 'friend',
              label: t('Vän eller granne', 'Friend or neighbour', 'صديق أو جار', 'Ystävä tai naapuri'),
            },
            {
              value: 'representative',
              label: t(
                'God man eller annan företrädare',
                'Representative',
                'وصي أو ممثل آخر',
                'Uskottu mies tai muu edustaja',
              ),
            },
          ],
        },
      ],
    },
  ],
};

export const healthConsent: FieldDocument = {
  kind: 'consent',
  id: 'consent-health',
  label: t(
    'Får vi hämta uppgifter från vården?',
    'May we collect information from health care?',
    'هل يمكننا الحصول على معلومات من الرعاية الصحية؟',
    'Saammeko pyytää tietoja terveydenhuollosta?',
  ),
  text: t(
    'Handläggaren frågar då vårdcentral, sjukhus och sjukvård i hemmet om det som behövs för att bedöma din ansökan, och inget annat.\n\n- Det gäller tills ansökan är beslutad.\n- Vill du ta tillbaka ditt ja säger du det till handläggaren.\n- Säger du nej prövar vi din ansökan ändå. Då kan vi behöva fråga dig om mer.',
    'The officer then asks your health centre, the hospital and nursing at home about what is needed to assess your application, and nothing else.\n\n- It applies until the application is decided.\n- To take back your yes, tell the officer.\n- If you say no we still consider your application. We may then need to ask you more.',
    'سيسأل الموظف المسؤول المركز الصحي والمستشفى والرعاية الصحية المنزلية عما يلزم لتقييم طلبك فقط.\n\n- يسري ذلك حتى صدور القرار في الطلب.\n- إذا أردت سحب موافقتك فأخبر الموظف المسؤول.\n- إذا أجبت بلا فسندرس طلبك رغم ذلك، لكن قد نحتاج إلى سؤالك عن المزيد.',
    'Käsittelijä kysyy silloin terveyskeskuksesta, sairaalasta ja kotisairaanhoidosta vain sitä, mitä hakemuksesi arvioimiseen tarvitaan.\n\n- Suostumus on voimassa, kunnes hakemuksesta on päätetty.\n- Jos haluat perua suostumuksesi, kerro siitä käsittelijälle.\n- Jos vastaat ei, käsittelemme hakemuksesi silti. Silloin voimme joutua kysymään sinulta enemmän.',
  ),
  required: true,
  missing: t(
    'Välj om vi får hämta uppgifter från vården',
    'Choose whether we may collect information from health care',
    'اختر ما إذا كان يمكننا الحصول على معلومات من الرعاية الصحية',
    'Valitse, saammeko pyytää tietoja terveydenhuollosta',
  ),
};

const contactConsent: FieldDocument = {
  kind: 'consent',
  id: 'consent-contact',
  label: t(
    'Får vi berätta för din kontaktperson hur det går med ansökan?',
    'May we tell your contact person how the application goes?',
    'هل يمكننا إخبار شخص الاتصال بسير الطلب؟',
    'Saammeko kertoa yhteyshenkilöllesi, miten hakemuksesi etenee?',
  ),
  text: t(
    'Säger du ja får handläggaren berätta var ansökan är och när ni ska träffas. Säger du nej berättar vi ingenting för kontaktpersonen.\n\n- Det gäller tills ansökan är beslutad.\n- Vill du ta tillbaka ditt ja säger du det till handläggaren.',
    'If you say yes the officer may tell where the application is and when you are to meet. If you say no we tell the contact person nothing.\n\n- It applies until the application is decided.\n- To take back your yes, tell the officer.',
    'إذا أجبت بنعم يمكن للموظف المسؤول أن يخبره بمرحلة الطلب وموعد لقائكم. وإذا أجبت بلا فلن نخبره بأي شيء.\n\n- يسري ذلك حتى صدور القرار في الطلب.\n- إذا أردت سحب موافقتك فأخبر الموظف المسؤول.',
    'Jos vastaat kyllä, käsittelijä saa kertoa, missä vaiheessa hakemus on ja milloin tapaatte. Jos vastaat ei, emme kerro yhteyshenkilölle mitään.\n\n- Suostumus on voimassa, kunnes hakemuksesta on päätetty.\n- Jos haluat perua suostumuksesi, kerro siitä käsittelijälle.',
  ),
  shownIf: wantsContact,
  required: true,
  missing: t(
    'Välj om vi får berätta för din kontaktperson',
    'Choose whether we may tell your contact person',
    'اختر ما إذا كان يمكننا إخبار شخص الاتصال',
    'Valitse, saammeko kertoa yhteyshenkilöllesi',
  ),
};

const consents: PageDocument = {
  slug: 'consents',
  title: t('Det här bestämmer du', 'This is for you to decide', 'القرار لك', 'Tästä päätät sinä'),
  lead: t(
    'Du kan svara ja eller nej. Du får ändra dig när du vill.',
    'You can say yes or no. You may change your mind at any time.',
    'يمكنك الإجابة بنعم أو لا، ويمكنك تغيير رأيك متى شئت.',
    'Voit vastata kyllä tai ei. Voit muuttaa mielesi milloin tahansa.',
  ),
  groups: [{ id: 'consents-group', fields: [healthConsent, contactConsent] }],
};

const attachments: PageDocument = {
  slug: 'attachments',
  title: t(
    'Vill du skicka med något?',
    'Would you like to send anything?',
    'هل تريد إرفاق شيء؟',
    'Haluatko liittää mukaan jotakin?',
  ),
  groups: [
    {
      id: 'attachments-group',
      fields: [
        {
          kind: 'file',
          id: 'attachments',
          label: t(
            'Vill du skicka med något?',
            'Would you like to send anything?',
            'هل تريد إرفاق شيء؟',
            'Haluatko liittää mukaan jotakin?',
          ),
          hint: t(
            'Till exempel ett intyg som du redan har. Du måste inte skicka något. Handläggaren säger till om det behövs.',
            'For example a certificate that you already have. You don’t have to send anything. The officer will tell you if it is needed.',
            'مثلًا شهادة طبية موجودة لديك. لست ملزمًا بإرسال أي شيء. سيخبرك الموظف المسؤول إذا لزم الأمر.',
            'Esimerkiksi todistus, joka sinulla jo on. Sinun ei tarvitse lähettää mitään. Käsittelijä kertoo, jos jotain tarvitaan.',
          ),
          accept: ['pdf', 'jpeg', 'png'],
          bringLater: true,
        },
      ],
    },
  ],
};

/** How an application about care ends: how to reach her, what she lets us do, what she wants to send. */
export const closingPages: PageDocument[] = [contactPage, consents, attachments];
