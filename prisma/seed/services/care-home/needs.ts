import { level, more, ordinaryDay, personalCareQuestions } from '../shared/levels';
import type { PageDocument } from '../shared/page';
import { t } from '../texts';
import { health, safety } from './safety';

/** IBIC: personlig vård */
const personalCare: PageDocument = {
  slug: 'personal-care',
  title: t('Sköta dig själv', 'Taking care of yourself', 'العناية بنفسك', 'Itsestä huolehtiminen'),
  lead: ordinaryDay,
  groups: [
    {
      id: 'personal-care-group',
      fields: [...personalCareQuestions],
    },
  ],
};

/** IBIC: förflyttning */
const moving: PageDocument = {
  slug: 'moving',
  title: t('Röra dig', 'Moving about', 'الحركة والتنقل', 'Liikkuminen'),
  lead: ordinaryDay,
  groups: [
    {
      id: 'moving-group',
      fields: [
        level(
          'rise',
          t(
            'Resa dig ur säng och stol',
            'Get up from bed and chair',
            'النهوض من السرير والكرسي',
            'Nouseminen sängystä ja tuolista',
          ),
        ),
        level(
          'move-indoors',
          t('Ta dig fram inomhus', 'Move about indoors', 'التنقل داخل المنزل', 'Liikkuminen sisällä'),
        ),
        level(
          'move-outdoors',
          t('Ta dig fram utomhus', 'Move about outdoors', 'التنقل خارج المنزل', 'Liikkuminen ulkona'),
        ),
        more('moving-more'),
      ],
    },
  ],
};

/** IBIC: hemliv; utbildning, arbete, sysselsättning och ekonomiskt liv */
const household: PageDocument = {
  slug: 'household',
  title: t('Sköta hemmet', 'Looking after your home', 'العناية بالمنزل', 'Kodinhoito'),
  lead: ordinaryDay,
  groups: [
    {
      id: 'household-group',
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
        level(
          'cleaning',
          t('Städa och tvätta', 'Clean and do laundry', 'التنظيف وغسل الملابس', 'Siivous ja pyykinpesu'),
        ),
        level('shopping', t('Handla', 'Shop', 'التسوّق', 'Kaupassa käynti')),
        level(
          'post-and-bills',
          t(
            'Sköta post, räkningar och bankärenden',
            'See to post, bills and bank matters',
            'متابعة البريد والفواتير والشؤون البنكية',
            'Posti, laskut ja pankkiasiat',
          ),
        ),
        more('household-more'),
      ],
    },
  ],
};

/** IBIC: lärande och att tillämpa kunskap; allmänna uppgifter och krav; kommunikation */
const memory: PageDocument = {
  slug: 'memory',
  title: t(
    'Minnas, planera och prata med andra',
    'Remembering, planning and talking with others',
    'التذكّر والتخطيط والتحدث مع الآخرين',
    'Muistaminen, suunnittelu ja keskustelu muiden kanssa',
  ),
  lead: ordinaryDay,
  groups: [
    {
      id: 'memory-group',
      fields: [
        level(
          'remember',
          t(
            'Minnas det du ska och hålla reda på tider',
            'Remember what you have to do, and keep track of time',
            'تذكّر ما عليك فعله ومتابعة المواعيد',
            'Asioiden muistaminen ja ajoista huolehtiminen',
          ),
        ),
        level(
          'plan',
          t(
            'Planera dagen och komma i gång',
            'Plan the day and get started',
            'تخطيط اليوم والبدء بما تريد فعله',
            'Päivän suunnittelu ja alkuun pääseminen',
          ),
        ),
        level(
          'be-understood',
          t(
            'Förstå andra och göra dig förstådd',
            'Understand others and make yourself understood',
            'فهم الآخرين وإيصال ما تريد قوله',
            'Muiden ymmärtäminen ja ymmärretyksi tuleminen',
          ),
        ),
        more('memory-more'),
      ],
    },
  ],
};

/** IBIC: mellanmänskliga interaktioner och relationer; samhällsgemenskap, socialt och medborgerligt liv */
const company: PageDocument = {
  slug: 'company',
  title: t(
    'Träffa andra och göra det du tycker om',
    'Seeing others and doing what you like',
    'لقاء الآخرين والقيام بما تحب',
    'Muiden tapaaminen ja mieluisat tekemiset',
  ),
  lead: ordinaryDay,
  groups: [
    {
      id: 'company-group',
      fields: [
        level(
          'contacts',
          t(
            'Hålla kontakt med andra',
            'Keep in touch with others',
            'البقاء على تواصل مع الآخرين',
            'Yhteydenpito muihin',
          ),
        ),
        level(
          'activities',
          t(
            'Göra sådant som du tycker om',
            'Do things that you like',
            'القيام بالأشياء التي تحبها',
            'Mieluisten asioiden tekeminen',
          ),
        ),
        {
          kind: 'choice',
          id: 'lonely',
          label: t(
            'Känner du dig ensam?',
            'Do you feel lonely?',
            'هل تشعر بالوحدة؟',
            'Tunnetko itsesi yksinäiseksi?',
          ),
          required: true,
          missing: t(
            'Välj om du känner dig ensam',
            'Choose whether you feel lonely',
            'اختر ما إذا كنت تشعر بالوحدة',
            'Valitse, tunnetko itsesi yksinäiseksi',
          ),
          options: [
            {
              value: 'seldom',
              label: t('Sällan eller aldrig', 'Seldom or never', 'نادرًا أو أبدًا', 'Harvoin tai en koskaan'),
            },
            { value: 'sometimes', label: t('Ibland', 'Sometimes', 'أحيانًا', 'Joskus') },
            { value: 'often', label: t('Ofta', 'Often', 'غالبًا', 'Usein') },
          ],
        },
        more('company-more'),
      ],
    },
  ],
};

export const needsPages: PageDocument[] = [personalCare, moving, household, memory, company, safety, health];
