import type { PageDocument } from '../shared/page';
import { t } from '../texts';

/** IBIC: känsla av trygghet; personligt stöd från person som vårdar eller stödjer en närstående */
export const safety: PageDocument = {
  slug: 'safety',
  title: t('Natt och trygghet', 'Nights and safety', 'الليل والشعور بالأمان', 'Yö ja turvallisuus'),
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
            'Tarvitsetko apua yöllä?',
          ),
          required: true,
          missing: t(
            'Välj om du behöver hjälp på natten',
            'Choose whether you need help at night',
            'اختر ما إذا كنت تحتاج إلى مساعدة في الليل',
            'Valitse, tarvitsetko apua yöllä',
          ),
          options: [
            { value: 'no', label: t('Nej', 'No', 'لا', 'En') },
            {
              value: 'some-nights',
              label: t('Vissa nätter', 'Some nights', 'في بعض الليالي', 'Joinakin öinä'),
            },
            { value: 'every-night', label: t('Varje natt', 'Every night', 'كل ليلة', 'Joka yö') },
            {
              value: 'several-times',
              label: t(
                'Flera gånger varje natt',
                'Several times every night',
                'عدة مرات كل ليلة',
                'Monta kertaa joka yö',
              ),
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
            'Oletko kaatunut viimeisen puolen vuoden aikana?',
          ),
          required: true,
          missing: t(
            'Välj om du har fallit',
            'Choose whether you have fallen',
            'اختر ما إذا كنت قد سقطت',
            'Valitse, oletko kaatunut',
          ),
          options: [
            { value: 'no', label: t('Nej', 'No', 'لا', 'En') },
            { value: 'once', label: t('En gång', 'Once', 'مرة واحدة', 'Kerran') },
            { value: 'several', label: t('Flera gånger', 'Several times', 'عدة مرات', 'Monta kertaa') },
          ],
        },
        {
          kind: 'choice',
          id: 'unsafe',
          label: t(
            'Känner du dig otrygg hemma?',
            'Do you feel unsafe at home?',
            'هل تشعر بعدم الأمان في المنزل؟',
            'Tunnetko olosi kotona turvattomaksi?',
          ),
          required: true,
          missing: t(
            'Välj om du känner dig otrygg',
            'Choose whether you feel unsafe',
            'اختر ما إذا كنت تشعر بعدم الأمان',
            'Valitse, tunnetko olosi turvattomaksi',
          ),
          options: [
            {
              value: 'seldom',
              label: t('Sällan eller aldrig', 'Seldom or never', 'نادرًا أو أبدًا', 'Harvoin tai en koskaan'),
            },
            { value: 'sometimes', label: t('Ibland', 'Sometimes', 'أحيانًا', 'Joskus') },
            {
              value: 'often',
              label: t(
                'Ofta eller hela tiden',
                'Often or all the time',
                'غالبًا أو دائمًا',
                'Usein tai koko ajan',
              ),
            },
          ],
        },
        {
          kind: 'long-text',
          id: 'unsafe-why',
          label: t(
            'Vad gör dig otrygg?',
            'What makes you feel unsafe?',
            'ما الذي يجعلك تشعر بعدم الأمان؟',
            'Mikä tekee olosi turvattomaksi?',
          ),
          shownIf: { in: [{ var: 'unsafe' }, ['sometimes', 'often']] },
          requiredIf: { '==': [{ var: 'unsafe' }, 'often'] },
          missing: t(
            'Skriv vad som gör dig otrygg',
            'Write what makes you feel unsafe',
            'اكتب ما الذي يجعلك تشعر بعدم الأمان',
            'Kirjoita, mikä tekee olosi turvattomaksi',
          ),
        },
        {
          kind: 'yes-no',
          id: 'gets-lost',
          label: t(
            'Händer det att du går hemifrån och inte hittar tillbaka?',
            'Does it happen that you leave home and can’t find the way back?',
            'هل يحدث أن تخرج من المنزل ولا تجد طريق العودة؟',
            'Käykö niin, että lähdet kotoa etkä löydä takaisin?',
          ),
          required: true,
          missing: t(
            'Välj ja eller nej: händer det att du inte hittar hem?',
            'Choose yes or no: does it happen that you can’t find the way home?',
            'اختر نعم أو لا: هل يحدث ألا تجد طريق العودة؟',
            'Valitse kyllä tai ei: käykö niin, ettet löydä kotiin?',
          ),
        },
      ],
    },
  ],
};

export const health: PageDocument = {
  slug: 'health',
  title: t('Minne och hälsa', 'Memory and health', 'الذاكرة والصحة', 'Muisti ja terveys'),
  lead: t(
    'Du behöver inte svara här. Men svaren kan hjälpa oss att hitta ett boende som passar dig bättre.',
    'You don’t have to answer here. But the answers can help us to find a home that suits you better.',
    'لست ملزمًا بالإجابة هنا، لكن الإجابات قد تساعدنا في إيجاد دار تناسبك أكثر.',
    'Sinun ei tarvitse vastata tähän. Vastaukset voivat kuitenkin auttaa meitä löytämään sinulle sopivamman kodin.',
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
            'Onko muistiasi tutkittu?',
          ),
          options: [
            {
              value: 'diagnosis',
              label: t(
                'Ja, och jag har en demensdiagnos',
                'Yes, and I have been diagnosed with dementia',
                'نعم، ولديّ تشخيص بالخرف',
                'Kyllä, ja minulla on muistisairauden diagnoosi',
              ),
            },
            {
              value: 'no-diagnosis',
              label: t(
                'Ja, men jag har ingen demensdiagnos',
                'Yes, but I have not been diagnosed with dementia',
                'نعم، لكن ليس لديّ تشخيص بالخرف',
                'Kyllä, mutta minulla ei ole muistisairauden diagnoosia',
              ),
            },
            {
              value: 'ongoing',
              label: t('Utredningen pågår', 'It is under way', 'الفحص جارٍ', 'Tutkimus on kesken'),
            },
            { value: 'no', label: t('Nej', 'No', 'لا', 'Ei') },
          ],
        },
        {
          kind: 'long-text',
          id: 'health-other',
          label: t(
            'Är det något annat i din hälsa som gör vardagen svår?',
            'Does anything else in your health make everyday life hard?',
            'هل هناك أمر آخر في صحتك يجعل حياتك اليومية صعبة؟',
            'Onko terveydessäsi jotain muuta, mikä tekee arjesta vaikeaa?',
          ),
          hint: t(
            'Skriv bara det som påverkar vilken hjälp du behöver.',
            'Write only what affects the help that you need.',
            'اكتب فقط ما يؤثر في المساعدة التي تحتاج إليها.',
            'Kirjoita vain se, mikä vaikuttaa avun tarpeeseesi.',
          ),
        },
      ],
    },
  ],
};
