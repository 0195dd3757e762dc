// Long because it is a document: texts in three languages, no logic to divide.
import { level, more, ordinaryDay } from '../shared/levels';
import type { PageDocument } from '../shared/page';
import { t } from '../texts';

/** IBIC: personlig vård */
const personalCare: PageDocument = {
  slug: 'personal-care',
  title: t('Sköta dig själv', 'Taking care of yourself', 'العناية بنفسك'),
  lead: ordinaryDay,
  groups: [
    {
      id: 'personal-care-group',
      fields: [
        level('wash', t('Tvätta dig och duscha', 'Wash and shower', 'الاغتسال والاستحمام')),
        level('dress', t('Klä på dig och av dig', 'Dress and undress', 'ارتداء الملابس وخلعها')),
        level('toilet', t('Gå på toaletten', 'Use the toilet', 'استخدام المرحاض')),
        level('eat', t('Äta och dricka', 'Eat and drink', 'الأكل والشرب')),
        more('personal-care-more'),
      ],
    },
  ],
};

/** IBIC: förflyttning */
const moving: PageDocument = {
  slug: 'moving',
  title: t('Röra dig', 'Moving about', 'الحركة والتنقل'),
  lead: ordinaryDay,
  groups: [
    {
      id: 'moving-group',
      fields: [
        level(
          'rise',
          t('Resa dig ur säng och stol', 'Get up from bed and chair', 'النهوض من السرير والكرسي'),
        ),
        level('move-indoors', t('Ta dig fram inomhus', 'Move about indoors', 'التنقل داخل المنزل')),
        level('move-outdoors', t('Ta dig fram utomhus', 'Move about outdoors', 'التنقل خارج المنزل')),
        more('moving-more'),
      ],
    },
  ],
};

/** IBIC: hemliv; utbildning, arbete, sysselsättning och ekonomiskt liv */
const household: PageDocument = {
  slug: 'household',
  title: t('Sköta hemmet', 'Looking after your home', 'العناية بالمنزل'),
  lead: ordinaryDay,
  groups: [
    {
      id: 'household-group',
      fields: [
        level('meals', t('Laga eller värma mat', 'Cook or heat food', 'طبخ الطعام أو تسخينه')),
        level('cleaning', t('Städa och tvätta', 'Clean and do laundry', 'التنظيف وغسل الملابس')),
        level('shopping', t('Handla', 'Shop', 'التسوّق')),
        level(
          'post-and-bills',
          t(
            'Sköta post, räkningar och bankärenden',
            'See to post, bills and bank matters',
            'متابعة البريد والفواتير والشؤون البنكية',
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
          ),
        ),
        level(
          'plan',
          t(
            'Planera dagen och komma i gång',
            'Plan the day and get started',
            'تخطيط اليوم والبدء بما تريد فعله',
          ),
        ),
        level(
          'be-understood',
          t(
            'Förstå andra och göra dig förstådd',
            'Understand others and make yourself understood',
            'فهم الآخرين وإيصال ما تريد قوله',
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
  ),
  lead: ordinaryDay,
  groups: [
    {
      id: 'company-group',
      fields: [
        level(
          'contacts',
          t('Hålla kontakt med andra', 'Keep in touch with others', 'البقاء على تواصل مع الآخرين'),
        ),
        level(
          'activities',
          t('Göra sådant som du tycker om', 'Do things that you like', 'القيام بالأشياء التي تحبها'),
        ),
        {
          kind: 'choice',
          id: 'lonely',
          label: t('Känner du dig ensam?', 'Do you feel lonely?', 'هل تشعر بالوحدة؟'),
          required: true,
          missing: t(
            'Välj om du känner dig ensam',
            'Choose whether you feel lonely',
            'اختر ما إذا كنت تشعر بالوحدة',
          ),
          options: [
            { value: 'seldom', label: t('Sällan eller aldrig', 'Seldom or never', 'نادرًا أو أبدًا') },
            { value: 'sometimes', label: t('Ibland', 'Sometimes', 'أحيانًا') },
            { value: 'often', label: t('Ofta', 'Often', 'غالبًا') },
          ],
        },
        more('company-more'),
      ],
    },
  ],
};

/** IBIC: känsla av trygghet; personligt stöd från person som vårdar eller stödjer en närstående */
const safety: PageDocument = {
  slug: 'safety',
  title: t('Natt och trygghet', 'Nights and safety', 'الليل والشعور بالأمان'),
  groups: [
    {
      id: 'safety-group',
      fields: [
        {
          kind: 'choice',
          id: 'night-help',
          label: t(
            'Behöver du hjälp på natten?',
            'Do you need help at night?',
            'هل تحتاج إلى مساعدة في الليل؟',
          ),
          required: true,
          missing: t(
            'Välj om du behöver hjälp på natten',
            'Choose whether you need help at night',
            'اختر ما إذا كنت تحتاج إلى مساعدة في الليل',
          ),
          options: [
            { value: 'no', label: t('Nej', 'No', 'لا') },
            { value: 'some-nights', label: t('Vissa nätter', 'Some nights', 'في بعض الليالي') },
            { value: 'every-night', label: t('Varje natt', 'Every night', 'كل ليلة') },
            {
              value: 'several-times',
              label: t('Flera gånger varje natt', 'Several times every night', 'عدة مرات كل ليلة'),
            },
          ],
        },
        {
          kind: 'choice',
          id: 'falls',
          label: t(
            'Har du fallit det senaste halvåret?',
            'Have you fallen in the last six months?',
            'هل سقطت خلال الأشهر الستة الماضية؟',
          ),
          required: true,
          missing: t('Välj om du har fallit', 'Choose whether you have fallen', 'اختر ما إذا كنت قد سقطت'),
          options: [
            { value: 'no', label: t('Nej', 'No', 'لا') },
            { value: 'once', label: t('En gång', 'Once', 'مرة واحدة') },
            { value: 'several', label: t('Flera gånger', 'Several times', 'عدة مرات') },
          ],
        },
        {
          kind: 'choice',
          id: 'unsafe',
          label: t(
            'Känner du dig otrygg hemma?',
            'Do you feel unsafe at home?',
            'هل تشعر بعدم الأمان في المنزل؟',
          ),
          required: true,
          missing: t(
            'Välj om du känner dig otrygg',
            'Choose whether you feel unsafe',
            'اختر ما إذا كنت تشعر بعدم الأمان',
          ),
          options: [
            { value: 'seldom', label: t('Sällan eller aldrig', 'Seldom or never', 'نادرًا أو أبدًا') },
            { value: 'sometimes', label: t('Ibland', 'Sometimes', 'أحيانًا') },
            { value: 'often', label: t('Ofta eller hela tiden', 'Often or all the time', 'غالبًا أو دائمًا') },
          ],
        },
        {
          kind: 'long-text',
          id: 'unsafe-why',
          label: t('Vad gör dig otrygg?', 'What makes you feel unsafe?', 'ما الذي يجعلك تشعر بعدم الأمان؟'),
          shownIf: { in: [{ var: 'unsafe' }, ['sometimes', 'often']] },
          requiredIf: { '==': [{ var: 'unsafe' }, 'often'] },
          missing: t(
            'Skriv vad som gör dig otrygg',
            'Write what makes you feel unsafe',
            'اكتب ما الذي يجعلك تشعر بعدم الأمان',
          ),
        },
        {
          kind: 'yes-no',
          id: 'gets-lost',
          label: t(
            'Händer det att du går hemifrån och inte hittar tillbaka?',
            'Does it happen that you leave home and can’t find the way back?',
            'هل يحدث أن تخرج من المنزل ولا تجد طريق العودة؟',
          ),
          required: true,
          missing: t(
            'Välj ja eller nej: händer det att du inte hittar hem?',
            'Choose yes or no: does it happen that you can’t find the way home?',
            'اختر نعم أو لا: هل يحدث ألا تجد طريق العودة؟',
          ),
        },
      ],
    },
  ],
};

const health: PageDocument = {
  slug: 'health',
  title: t('Minne och hälsa', 'Memory and health', 'الذاكرة والصحة'),
  lead: t(
    'Du behöver inte svara här. Men svaren kan hjälpa oss att hitta ett boende som passar dig bättre.',
    'You don’t have to answer here. But the answers can help us to find a home that suits you better.',
    'لست ملزمًا بالإجابة هنا، لكن الإجابات قد تساعدنا في إيجاد دار تناسبك أكثر.',
  ),
  groups: [
    {
      id: 'health-group',
      fields: [
        {
          kind: 'choice',
          id: 'memory-investigation',
          label: t(
            'Har du gjort en minnesutredning?',
            'Have you had your memory investigated?',
            'هل خضعت لفحص الذاكرة؟',
          ),
          options: [
            {
              value: 'diagnosis',
              label: t(
                'Ja, och jag har en demensdiagnos',
                'Yes, and I have been diagnosed with dementia',
                'نعم، ولديّ تشخيص بالخرف',
              ),
            },
            {
              value: 'no-diagnosis',
              label: t(
                'Ja, men jag har ingen demensdiagnos',
                'Yes, but I have not been diagnosed with dementia',
                'نعم، لكن ليس لديّ تشخيص بالخرف',
              ),
            },
            {
              value: 'ongoing',
              label: t('Utredningen pågår', 'It is under way', 'الفحص جارٍ'),
            },
            { value: 'no', label: t('Nej', 'No', 'لا') },
          ],
        },
        {
          kind: 'long-text',
          id: 'health-other',
          label: t(
            'Är det något annat i din hälsa som gör vardagen svår?',
            'Does anything else in your health make everyday life hard?',
            'هل هناك أمر آخر في صحتك يجعل حياتك اليومية صعبة؟',
          ),
          hint: t(
            'Skriv bara det som påverkar vilken hjälp du behöver.',
            'Write only what affects the help that you need.',
            'اكتب فقط ما يؤثر في المساعدة التي تحتاج إليها.',
          ),
        },
      ],
    },
  ],
};

export const needsPages: PageDocument[] = [personalCare, moving, household, memory, company, safety, health];
