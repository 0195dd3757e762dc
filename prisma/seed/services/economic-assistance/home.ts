import { is, isOneOf, must, option, type PageDocument, page, t } from '../parts';
import { asLastTime, type Occasion } from './variant';

const hasHome = isOneOf('housing', 'first-hand', 'second-hand', 'lodger', 'own', 'relatives', 'other');

export const household = (occasion: Occasion): PageDocument =>
  page('household', t('Barn och andra hemma', 'Children and others at home'), [
    {
      kind: 'yes-no',
      id: 'has-children',
      label: t(
        'Bor det barn hos dig, hela tiden eller ibland?',
        'Do children live with you, all the time or sometimes?',
      ),
      hint: t(
        'Räkna barn under 18 år, och barn under 21 år som går i gymnasiet.',
        'Count children under 18, and children under 21 who are in upper secondary school.',
      ),
      ...asLastTime(occasion),
      ...must('Välj om det bor barn hos dig', 'Choose whether children live with you'),
    },
    {
      kind: 'rows',
      id: 'children',
      label: t('Barnen', 'The children'),
      hint: t(
        'Skriv hur många dagar barnet bor hos dig den månad som ansökan gäller. Skriv 31 för ett barn som alltid bor hos dig.',
        'Write how many days the child lives with you in the month that the application is for. Write 31 for a child who always lives with you.',
      ),
      item: t('Barn', 'Child'),
      add: t('Lägg till ett barn', 'Add a child'),
      maxRows: 12,
      shownIf: is('has-children', 'yes'),
      ...asLastTime(occasion),
      ...must('Skriv vilka barn som bor hos dig', 'Write which children live with you'),
      columns: [
        {
          kind: 'text',
          id: 'name',
          label: t('För- och efternamn', 'First name and surname'),
          ...must('Skriv barnets namn', 'Write the child’s name'),
        },
        {
          kind: 'national-id',
          id: 'national-id',
          label: t('Personnummer', 'Personal number'),
          ...must('Skriv barnets personnummer', 'Write the child’s personal number'),
        },
        {
          kind: 'number',
          id: 'days',
          label: t('Dagar hos dig under månaden', 'Days with you during the month'),
          min: 1,
          max: 31,
          unit: t('dagar', 'days'),
          ...must('Skriv hur många dagar barnet bor hos dig', 'Write how many days the child lives with you'),
        },
      ],
    },
    {
      kind: 'number',
      id: 'others-living',
      label: t('Hur många andra bor i bostaden?', 'How many others live in the home?'),
      hint: t(
        'Räkna alla utom dig, din medsökande och barnen ovan. Skriv 0 om det inte är någon.',
        'Count everybody but you, your co-applicant and the children above. Write 0 if there is nobody.',
      ),
      min: 0,
      max: 30,
      unit: t('personer', 'people'),
      ...asLastTime(occasion),
      ...must('Skriv hur många andra som bor i bostaden', 'Write how many others live in the home'),
    },
    {
      kind: 'long-text',
      id: 'others-who',
      label: t('Vilka är det?', 'Who are they?'),
      hint: t(
        'Till exempel en inneboende, ett vuxet barn eller dina föräldrar.',
        'For example a lodger, a grown-up child or your parents.',
      ),
      shownIf: { '>': [{ var: 'others-living' }, 0] },
      ...asLastTime(occasion),
      ...must('Skriv vilka som bor i bostaden', 'Write who lives in the home'),
    },
  ]);

export const housing = (occasion: Occasion): PageDocument => ({
  slug: 'housing',
  title: t('Din bostad', 'Your home'),
  groups: [
    {
      id: 'housing-group',
      fields: [
        {
          kind: 'choice',
          id: 'housing',
          label: t('Hur bor du?', 'How do you live?'),
          ...asLastTime(occasion),
          ...must('Välj hur du bor', 'Choose how you live'),
          options: [
            option('first-hand', 'Hyr med eget kontrakt', 'Rent on a contract of my own'),
            option('second-hand', 'Hyr i andra hand', 'Rent second-hand (sublet)'),
            option('lodger', 'Hyr ett rum hos någon', 'Rent a room in somebody’s home'),
            option('own', 'Äger min bostad', 'Own my home'),
            option('relatives', 'Bor hos släkt eller vänner', 'Live with relatives or friends'),
            option('other', 'Bor på annat sätt', 'Live in another way'),
            option('none', 'Har ingenstans att bo', 'Have nowhere to live'),
          ],
        },
        {
          kind: 'information',
          id: 'no-home-info',
          tone: 'warning',
          label: t('Ring oss om du inte har någonstans att sova', 'Ring us if you have nowhere to sleep'),
          text: t(
            'Ring kontaktcenter i dag och säg att det är akut. Vänta inte på svar på ansökan.',
            'Ring the contact centre today and say that it is urgent. Don’t wait for an answer to the application.',
          ),
          shownIf: is('housing', 'none'),
        },
      ],
    },
    {
      id: 'housing-cost',
      shownIf: hasHome,
      fields: [
        {
          kind: 'number',
          id: 'rooms',
          label: t('Hur många rum har bostaden?', 'How many rooms does the home have?'),
          hint: t('Räkna inte köket.', 'Don’t count the kitchen.'),
          min: 1,
          max: 20,
          unit: t('rum', 'rooms'),
          ...asLastTime(occasion),
          ...must('Skriv hur många rum bostaden har', 'Write how many rooms the home has'),
        },
        {
          kind: 'money',
          id: 'rent',
          label: t('Vad betalar du för bostaden i månaden?', 'What do you pay for the home each month?'),
          hint: t(
            'Hela hyran eller avgiften. Äger du din bostad skriver du räntan och driftskostnaden. Skriv 0 om du inte betalar något.',
            'The whole rent or fee. If you own your home, write the interest and running costs. Write 0 if you pay nothing.',
          ),
          max: 100_000,
          ...asLastTime(occasion),
          ...must('Skriv vad du betalar för bostaden', 'Write what you pay for the home'),
        },
        {
          kind: 'choices',
          id: 'rent-includes',
          label: t('Ingår något av det här i hyran?', 'Is any of this included in the rent?'),
          ...asLastTime(occasion),
          options: [
            option('electricity', 'El', 'Electricity'),
            option('heating', 'Värme och vatten', 'Heating and water'),
            option('internet', 'Internet', 'Internet'),
            option('insurance', 'Hemförsäkring', 'Home insurance'),
            { ...option('nothing', 'Inget av detta', 'None of these'), exclusive: true },
          ],
        },
        {
          kind: 'yes-no',
          id: 'arrears',
          label: t('Har du obetald hyra eller el?', 'Do you have unpaid rent or electricity?'),
          ...must(
            'Välj om du har obetald hyra eller el',
            'Choose whether you have unpaid rent or electricity',
          ),
        },
        {
          kind: 'money',
          id: 'arrears-amount',
          label: t('Hur mycket är obetalt?', 'How much is unpaid?'),
          min: 1,
          shownIf: is('arrears', 'yes'),
          ...must('Skriv hur mycket som är obetalt', 'Write how much is unpaid'),
        },
        {
          kind: 'yes-no',
          id: 'eviction',
          label: t(
            'Har du fått brev om att du kan förlora bostaden eller att elen kan stängas av?',
            'Have you had a letter saying that you may lose your home or that the electricity may be cut off?',
          ),
          shownIf: is('arrears', 'yes'),
          ...must('Välj om du har fått ett sådant brev', 'Choose whether you have had such a letter'),
        },
        {
          kind: 'information',
          id: 'eviction-info',
          tone: 'warning',
          label: t('Ring oss så snart du kan', 'Ring us as soon as you can'),
          text: t(
            'Ofta går det att behålla bostaden om skulden betalas i tid. Ring kontaktcenter och berätta om brevet. Ha det framför dig.',
            'Often the home can be kept if the debt is paid in time. Ring the contact centre and tell them about the letter. Have it in front of you.',
          ),
          shownIf: is('eviction', 'yes'),
        },
      ],
    },
  ],
});
