import type { Rule } from '@/lib/catalogue/domain/rules';
import { level, more, ordinaryDay, personalCareQuestions } from '../shared/levels';
import type { PageDocument } from '../shared/page';
import { t } from '../texts';
import type { Variant } from './variant';

/** IBIC: personlig vård; förflyttning */
const personalCare: PageDocument = {
  slug: 'personal-care',
  title: t('Sköta dig själv', 'Taking care of yourself', 'العناية بنفسك', 'Itsestä huolehtiminen'),
  lead: ordinaryDay,
  groups: [
    {
      id: 'personal-care-group',
      fields: [
        level('rise', t('Komma upp ur sängen', 'Get out of bed', 'النهوض من السرير', 'Nouseminen sängystä')),
        ...personalCareQuestions,
      ],
    },
  ],
};

const needsHelp = (id: string): Rule => ({ in: [{ var: id }, ['some-help', 'much-help']] });
const manages = (id: string): Rule => ({ '==': [{ var: id }, 'alone'] });
const ownCare = ['rise', 'wash', 'dress', 'toilet', 'eat'];
const chores = ['cleaning', 'laundry', 'shopping'];

/** Help that comes at certain times of the day: for that the wished times are asked for. */
export const comesAtTimes: Rule = { or: [...ownCare, 'meals'].map(needsHelp) };

/** IBIC: hemliv */
const home = ({ withoutInvestigation }: Variant): PageDocument => ({
  slug: 'home',
  title: t('Sköta hemmet', 'Looking after your home', 'العناية بالمنزل', 'Kodinhoito'),
  lead: ordinaryDay,
  groups: [
    {
      id: 'home-group',
      fields: [
        level(
          'meals',
          t(
            'Laga eller värma mat',
            'Cook or heat food',
            'طبخ الطعام أو تسخينه',
            'Ruoan laittaminen tai lämmittäminen',
          ),
        ),
        level('cleaning', t('Städa', 'Clean', 'التنظيف', 'Siivous')),
        level('laundry', t('Tvätta kläder', 'Do the laundry', 'غسل الملابس', 'Pyykinpesu')),
        level('shopping', t('Handla', 'Shop', 'التسوّق', 'Kaupassa käynti')),
        ...(withoutInvestigation
          ? [
              {
                kind: 'information' as const,
                id: 'without-investigation',
                label: t(
                  'Hjälp utan utredning',
                  'Help without an investigation',
                  'مساعدة دون دراسة للحالة',
                  'Apua ilman selvitystä',
                ),
                text: withoutInvestigation,
                shownIf: { and: [...ownCare.map(manages), manages('meals'), { or: chores.map(needsHelp) }] },
              },
            ]
          : []),
        more('home-more'),
      ],
    },
  ],
});

/** IBIC: mellanmänskliga interaktioner och relationer; samhällsgemenskap, socialt och medborgerligt liv */
const outside: PageDocument = {
  slug: 'outside',
  title: t(
    'Komma ut och träffa andra',
    'Getting out and seeing others',
    'الخروج ولقاء الآخرين',
    'Ulkoilu ja muiden tapaaminen',
  ),
  lead: ordinaryDay,
  groups: [
    {
      id: 'outside-group',
      fields: [
        level('go-out', t('Komma ut', 'Get out', 'الخروج من المنزل', 'Ulos pääseminen')),
        level(
          'contacts',
          t(
            'Hålla kontakt med andra',
            'Keep in touch with others',
            'البقاء على تواصل مع الآخرين',
            'Yhteydenpito muihin',
          ),
        ),
        more('outside-more'),
      ],
    },
  ],
};

/** IBIC: allmänna uppgifter och krav; känsla av trygghet */
const safety: PageDocument = {
  slug: 'safety',
  title: t('Minne och trygghet', 'Memory and safety', 'الذاكرة والشعور بالأمان', 'Muisti ja turvallisuus'),
  groups: [
    {
      id: 'safety-group',
      fields: [
        level(
          'remember',
          t(
            'Minnas det du ska göra, till exempel att äta',
            'Remember what you have to do, for example to eat',
            'تذكّر ما عليك فعله، مثل تناول الطعام',
            'Asioiden muistaminen, esimerkiksi syömisen',
          ),
        ),
        {
          kind: 'choice',
          id: 'looked-in-on',
          label: t(
            'Behöver någon titta till dig?',
            'Does somebody need to look in on you?',
            'هل تحتاج إلى أن يطمئن عليك أحد؟',
            'Tarvitseeko jonkun käydä katsomassa vointiasi?',
          ),
          required: true,
          missing: t(
            'Välj om någon behöver titta till dig',
            'Choose whether somebody needs to look in on you',
            'اختر ما إذا كنت تحتاج إلى أن يطمئن عليك أحد',
            'Valitse, tarvitseeko jonkun käydä katsomassa vointiasi',
          ),
          options: [
            { value: 'no', label: t('Nej', 'No', 'لا', 'Ei') },
            { value: 'day', label: t('Ja, på dagen', 'Yes, by day', 'نعم، نهارًا', 'Kyllä, päivällä') },
            { value: 'night', label: t('Ja, på natten', 'Yes, at night', 'نعم، ليلًا', 'Kyllä, yöllä') },
            {
              value: 'both',
              label: t(
                'Ja, dag och natt',
                'Yes, day and night',
                'نعم، نهارًا وليلًا',
                'Kyllä, päivällä ja yöllä',
              ),
            },
          ],
        },
        {
          kind: 'information',
          id: 'night-info',
          label: t('Hjälp på natten', 'Help at night', 'المساعدة في الليل', 'Apu yöllä'),
          text: t(
            'På natten är det alltid kommunens egen personal som kommer. Vill du hellre kan du få tillsyn med en kamera, så att ingen behöver väcka dig. Kameran sätts bara upp om du själv säger ja.',
            'At night it is always the municipality’s own staff who come. If you prefer, you can be looked in on by camera, so that nobody needs to wake you. The camera is put up only if you say yes.',
            'في الليل يأتي دائمًا موظفو البلدية أنفسهم. إذا فضّلت ذلك يمكن الاطمئنان عليك بواسطة كاميرا كي لا يوقظك أحد. لا تُركّب الكاميرا إلا بموافقتك.',
            'Yöllä käy aina kunnan oma henkilökunta. Jos haluat, vointisi voidaan tarkistaa kameralla, jotta kenenkään ei tarvitse herättää sinua. Kamera asennetaan vain, jos itse suostut siihen.',
          ),
          shownIf: { in: [{ var: 'looked-in-on' }, ['night', 'both']] },
        },
      ],
    },
  ],
};

const selfCare: PageDocument = {
  slug: 'self-care',
  title: t(
    'Medicin och annan egenvård',
    'Medicine and other self-care',
    'الأدوية والعناية الصحية الذاتية',
    'Lääkkeet ja muu omahoito',
  ),
  groups: [
    {
      id: 'self-care-group',
      fields: [
        {
          kind: 'yes-no',
          id: 'self-care',
          label: t(
            'Behöver du hjälp med medicin, ögondroppar eller stödstrumpor?',
            'Do you need help with medicine, eye drops or support stockings?',
            'هل تحتاج إلى مساعدة في الأدوية أو قطرات العين أو الجوارب الضاغطة؟',
            'Tarvitsetko apua lääkkeiden, silmätippojen tai tukisukkien kanssa?',
          ),
          required: true,
          missing: t(
            'Välj om du behöver hjälp med medicin eller annan egenvård',
            'Choose whether you need help with medicine or other self-care',
            'اختر ما إذا كنت تحتاج إلى مساعدة في الأدوية أو العناية الذاتية',
            'Valitse, tarvitsetko apua lääkkeiden tai muun omahoidon kanssa',
          ),
        },
        {
          kind: 'file',
          id: 'self-care-certificate',
          label: t(
            'Egenvårdsintyg',
            'Self-care certificate (egenvårdsintyg)',
            'شهادة العناية الذاتية (egenvårdsintyg)',
            'Omahoitotodistus (egenvårdsintyg)',
          ),
          hint: t(
            'Vården avgör om hemtjänsten får hjälpa dig med det här. Fråga din vårdcentral efter ett egenvårdsintyg. Har du inget än kan du skicka det senare.',
            'Health care decides whether home care may help you with this. Ask your health centre for a self-care certificate. If you have none yet, you can send it later.',
            'الرعاية الصحية هي التي تحدد هل يمكن للرعاية المنزلية مساعدتك في ذلك. اطلب من مركزك الصحي شهادة عناية ذاتية. إذا لم تكن لديك بعد فيمكنك إرسالها لاحقًا.',
            'Terveydenhuolto päättää, saako kotipalvelu auttaa sinua tässä. Pyydä terveyskeskuksestasi omahoitotodistus. Jos sinulla ei ole sitä vielä, voit lähettää sen myöhemmin.',
          ),
          shownIf: { '==': [{ var: 'self-care' }, 'yes'] },
          accept: ['pdf', 'jpeg', 'png'],
          maxFiles: 3,
          bringLater: true,
        },
      ],
    },
  ],
};

export const needsPages = (variant: Variant): PageDocument[] => [
  personalCare,
  home(variant),
  outside,
  safety,
  selfCare,
];
