import { type FormDocument, t } from '../parts';
import { childPages } from './child';
import { journeyPages } from './journey';
import type { Variant } from './variant';

const variant: Variant = {
  place: 'Granvik',
  distances: [
    { classes: ['f', '1', '2', '3'], kilometres: 2 },
    { classes: ['4', '5', '6'], kilometres: 3 },
    { classes: ['7', '8', '9'], kilometres: 4 },
  ],
  distancesInWords: t(
    'I Granvik får ett barn oftast skolskjuts från 2 kilometer i förskoleklass och årskurs 1–3, 3 kilometer i årskurs 4–6 och 4 kilometer i årskurs 7–9.',
    'In Granvik a child usually gets school transport from 2 kilometres in pre-school class and years 1–3, 3 kilometres in years 4–6 and 4 kilometres in years 7–9.',
  ),
  schools: [
    { value: 'asenskolan', name: 'Åsenskolan' },
    { value: 'hamnskolan', name: 'Hamnskolan' },
    { value: 'kvarnskolan', name: 'Kvarnskolan' },
  ],
};

/** Skolskjuts as applied for in Granvik. */
export const granvikSchoolTransport = {
  kind: 'form',
  schema: 1,
  slug: 'skolskjuts',
  category: 'school',
  languages: ['sv', 'en'],
  name: t('Skolskjuts', 'School transport'),
  appliesFor: t('skolskjuts', 'school transport'),
  summary: t(
    'Resor mellan hemmet och skolan för barn som har lång eller farlig väg.',
    'Journeys between home and school for children whose way is long or dangerous.',
  ),
  searchWords: t(
    'skolbuss, skolväg, skoltaxi, busskort, barn, grundskola, växelvis boende',
    'school bus, school taxi, bus pass, child, compulsory school, skolskjuts',
  ),
  about: t(
    'Ett barn kan få skolskjuts om vägen till skolan är lång eller farlig, eller om barnet har en funktionsnedsättning. Skolskjuts kan vara skolbuss, busskort eller taxi. Kommunen väljer vilket.\n\nAnsökan gäller ett barn och ett läsår i taget. Har barnet två vårdnadshavare ska båda skriva under.\n\nHar du eller barnet skyddade personuppgifter? Ring kontaktcenter i stället, så tar vi emot ansökan på ett säkert sätt.',
    'A child can get school transport if the way to school is long or dangerous, or if the child has a disability. It can be a school bus, a bus pass or a taxi. The municipality chooses which.\n\nThe application is for one child and one school year at a time. If the child has two guardians, both must sign.\n\nDo you or the child have a protected identity? Ring the contact centre instead, and we take the application in a safe way.',
  ),
  forWhom: t(
    'Du som är vårdnadshavare till ett barn i förskoleklass, grundskola eller anpassad grundskola, och barnet är folkbokfört i Granvik.',
    'You who are guardian of a child in pre-school class, compulsory school or adapted compulsory school, registered as living in Granvik.',
  ),
  atHand: [
    t('Din e-legitimation', 'Your e-identification'),
    t(
      'Säg till barnets andra vårdnadshavare, som också ska skriva under med e-legitimation',
      'Tell the child’s other guardian, who is to sign with an e-identification too',
    ),
    t('Hur långt det är att gå till skolan', 'How far it is to walk to school'),
    t('Schema för växelvis boende, om barnet har två hem', 'The schedule, if the child lives in two homes'),
    t(
      'Intyg från vården, om barnet har en funktionsnedsättning eller är sjukt',
      'A certificate from care staff, if the child has a disability or is ill',
    ),
  ],
  minutes: 15,
  cost: [
    {
      validFrom: '2025-07-01',
      text: t('Skolskjuts kostar ingenting.', 'School transport costs nothing.'),
      source: 'Skollagen (2010:800) 10 kap. 32 §',
    },
  ],
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Oftast tre veckor från att båda vårdnadshavarna har skrivit under. I maj och juni tar det längre tid.',
        'Usually three weeks from when both guardians have signed. In May and June it takes longer.',
      ),
      source: 'Utbildningsförvaltningens uppföljning 2025 (påhittad, som kommunen)',
    },
  ],
  deadlines: [
    {
      validFrom: '2026-11-01',
      validTo: '2027-06-30',
      text: t(
        'Ansök senast den 15 april 2027 för läsåret 2027/2028. Då har du ett beslut innan skolan börjar. Du får ansöka senare också, till exempel om ni flyttar.',
        'Apply by 15 April 2027 for the school year 2027/2028. Then you have a decision before school begins. You may apply later too, for example if you move.',
      ),
      source: 'Utbildningsnämndens riktlinjer för skolskjuts 2026 (påhittade, som kommunen)',
    },
  ],
  afterwards: [
    t(
      'Vi ber barnets andra vårdnadshavare att skriva under. När båda har gjort det skickas ansökan in och ni får ett kvitto.',
      'We ask the child’s other guardian to sign. When both have, the application is sent in and you get a receipt.',
    ),
    t(
      'En handläggare mäter vägen och ser om den är farlig. Hen kan be dig om mer.',
      'An officer measures the way and sees whether it is dangerous. They may ask you for more.',
    ),
    t(
      'Ni får beslutet här på Mina sidor. Där står varför, och hur ni överklagar om ni inte är nöjda.',
      'You get the decision here on Mina sidor. It says why, and how to appeal if you are not content.',
    ),
    t(
      'Blir det ja får ni veta hållplats och tider, eller ett busskort, innan resorna börjar.',
      'If it is a yes you are told the stop and the times, or get a bus pass, before the journeys begin.',
    ),
  ],
  law: [
    {
      validFrom: '2025-07-01',
      text: t(
        'Barn i grundskolan har rätt till kostnadsfri skolskjuts om det behövs med hänsyn till hur lång vägen är, trafiken, en funktionsnedsättning eller något annat särskilt. Det gäller inte alltid för den som har valt en annan skola än den som kommunen skulle ha placerat i (10 kap. 32 § skollagen). Gränserna i kilometer bestämmer varje kommun.',
        'Children in compulsory school have the right to free school transport if it is needed because of the length of the way, the traffic, a disability or another special reason. It does not always hold for those who have chosen another school than the one where the municipality would have placed them (Education Act, chapter 10 section 32). Each municipality sets the limits in kilometres.',
      ),
      source: 'Skollagen (2010:800) 10 kap. 32 §; 9 kap. 15 b § och 11 kap. 31 § för andra skolformer',
    },
  ],
  phases: {
    received_by_us: t(
      'Båda har skrivit under, och ansökan är inskickad.',
      'Both have signed, and the application is sent in.',
    ),
    received_by_office: t('Ansökan är hos en handläggare.', 'The application is with an officer.'),
    being_looked_into: t(
      'Handläggaren mäter vägen och prövar skälen.',
      'The officer measures the way and considers the reasons.',
    ),
    waiting_for_you: t('Vi behöver något mer av dig.', 'We need something more from you.'),
    decided: t(
      'Det finns ett beslut. Blir det ja får ni hållplats och tider för sig.',
      'There is a decision. If it is a yes you get the stop and the times separately.',
    ),
  },
  signers: {
    order: 'at-once',
    others: [
      { id: 'guardian', role: t('vårdnadshavare', 'guardian'), guardiansOf: 'child' },
      {
        id: 'named-guardian',
        role: t('vårdnadshavare', 'guardian'),
        nationalId: 'guardian-national-id',
        name: 'guardian-name',
      },
    ],
    answerWithinDays: 21,
    remindAfterDays: [5, 14],
  },
  destination: {
    applicationType: 'skolskjuts',
    unit: t('Utbildningsnämnden', 'the Education Board (Utbildningsnämnden)'),
  },
  pages: [...childPages(variant), ...journeyPages(variant)],
} satisfies FormDocument;
