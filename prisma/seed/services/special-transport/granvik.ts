import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { onBehalf } from '../shared/behalf';
import { inLanguages, t } from '../texts';
import { transportPages } from './pages';

const languages = ['sv', 'en'];

/** Färdtjänst as applied for in Granvik. In Ekhamn the region decides of it. */
export const granvikSpecialTransport = inLanguages(
  {
    kind: 'form',
    schema: 1,
    slug: 'fardtjanst',
    category: 'transport',
    languages,
    name: t('Färdtjänst', 'Special transport'),
    appliesFor: t('färdtjänst', 'special transport'),
    summary: t(
      'Resor med taxi eller specialfordon när du har svårt att åka buss eller tåg.',
      'Journeys by taxi or special vehicle when it is hard for you to go by bus or train.',
    ),
    searchWords: t(
      'resa, taxi, rullstol, transport, funktionsnedsättning, ledsagare',
      'travel, taxi, wheelchair, transport, disability, escort, färdtjänst',
    ),
    about: t(
      'Med färdtjänst beställer du en resa från dörr till dörr. Resan kan vara med taxi eller med ett fordon som tar rullstol. Du kan få åka tillsammans med andra.\n\nFärdtjänst är till för resor i kommunen. För långa resor finns riksfärdtjänst, och för resor till vården finns sjukresor. De är egna ansökningar.\n\nDu har alltid rätt att ansöka och få din ansökan prövad.',
      'With special transport you order a journey from door to door. It can be by taxi or by a vehicle that takes a wheelchair. You may have to ride together with others.\n\nSpecial transport is for journeys within the municipality. For long journeys there is national special transport, and for visits to health care there is patient transport. Those are applications of their own.\n\nYou always have the right to apply and to have your application considered.',
    ),
    forWhom: t(
      'Du som bor i kommunen och har en funktionsnedsättning som varar minst tre månader och gör det mycket svårt att ta dig fram själv eller åka kollektivt. Hur gammal du är spelar ingen roll, och inte heller om bussen går sällan.',
      'You who live in the municipality and have a disability that lasts at least three months and makes it very hard to move about by yourself or to use public transport. Your age does not matter, nor does how seldom the bus goes.',
    ),
    atHand: [
      t('Din e-legitimation', 'Your e-identification'),
      t('Läkarintyg, om du har ett', 'A medical certificate, if you have one'),
      t(
        'Rullstolens mått, om du sitter i den när du reser',
        'The size of your wheelchair, if you sit in it when you travel',
      ),
      t(
        'Den andra vårdnadshavarens personnummer, om du ansöker för ett barn',
        'The other guardian’s personal number, if you apply for a child',
      ),
      t(
        'Fullmakt eller registerutdrag, om du ansöker för någon annan',
        'A power of attorney or an extract from the register, if you apply for somebody else',
      ),
    ],
    minutes: 15,
    usualTime: [
      {
        validFrom: '2026-01-01',
        text: t(
          'Oftast inom fyra veckor från att vi har allt som behövs. Vänta inte in intyget: ansök nu och skicka det sedan.',
          'Usually within four weeks from when we have all that is needed. Don’t wait for the certificate: apply now and send it later.',
        ),
        source: 'Granviks kommun: Servicedeklaration för färdtjänst 2026 (påhittad, som kommunen)',
      },
    ],
    cost: [
      {
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        text: t(
          'Det kostar ingenting att ansöka. En resa i kommunen kostar 45 kronor under 2026, och hälften för dig som är under 20 år. En ledsagare som du har fått ja till åker utan kostnad.',
          'Applying costs nothing. A journey within the municipality costs 45 kronor in 2026, and half of that if you are under 20. An escort that you have been granted rides free of charge.',
        ),
        source:
          'Granviks kommun: Taxa för färdtjänst 2026 (påhittad, som kommunen); lagen (1997:736) om färdtjänst 10 och 11 §§',
      },
      {
        validFrom: '2027-01-01',
        text: t(
          'Det kostar ingenting att ansöka. Du betalar en avgift för varje resa. Fråga oss om årets belopp.',
          'Applying costs nothing. You pay a fee for each journey. Ask us for this year’s amount.',
        ),
        source: 'Lagen (1997:736) om färdtjänst 10 och 11 §§',
      },
    ],
    afterwards: [
      t(
        'Du får ett kvitto direkt, med allt du har svarat. Gäller det ett barn med två vårdnadshavare skickas ansökan när båda har skrivit under.',
        'You get a receipt at once, with everything that you answered. For a child with two guardians, the application is sent when both have signed.',
      ),
      t(
        'En färdtjänsthandläggare läser ansökan. Ibland ringer hen dig eller ber om ett intyg.',
        'A special-transport officer reads the application, and sometimes rings you or asks for a certificate.',
      ),
      t(
        'Du får beslutet här på Mina sidor. Där står varför, hur länge det gäller och hur du överklagar om du inte är nöjd.',
        'You get the decision here on Mina sidor. It says why, how long it is valid and how to appeal if you are not content.',
      ),
      t(
        'Blir det ja kan du boka resor samma dag. Ansök igen två månader innan tillståndet går ut.',
        'If it is a yes, you can book journeys the same day. Apply again two months before the permit runs out.',
      ),
    ],
    law: [
      {
        validFrom: '1998-01-01',
        text: t(
          'Du ska få färdtjänst om du har en funktionsnedsättning som inte bara är tillfällig och därför har väsentliga svårigheter att förflytta dig på egen hand eller att åka kollektivt (7 § lagen om färdtjänst). Behöver du en ledsagare gäller tillståndet den också (8 §). Tillståndet kan gälla en viss tid och ha villkor (9 §).',
          'You shall get special transport if you have a disability that is not just temporary and that gives you considerable difficulty in moving about by yourself or in using public transport (Special Transport Services Act, section 7). If you need an escort, the permit is for the escort too (section 8). The permit may be for a certain time and have conditions (section 9).',
        ),
        source: 'Lagen (1997:736) om färdtjänst 7–9 §§',
      },
    ],
    deadlines: [
      {
        validFrom: '2026-01-01',
        text: t(
          'Fattas något i din ansökan säger vi till inom tio arbetsdagar.',
          'If anything is missing from your application we tell you within ten working days.',
        ),
        source: 'Granviks kommun: Servicedeklaration för färdtjänst 2026 (påhittad, som kommunen)',
      },
      {
        validFrom: '2018-07-01',
        text: t(
          'Har du inte fått ett beslut inom sex månader kan du skriftligt begära det. Då ska vi besluta inom fyra veckor, eller säga varför vi inte gör det.',
          'If you have no decision within six months you may ask for it in writing. We must then decide within four weeks, or say why we don’t.',
        ),
        source: 'Förvaltningslagen (2017:900) 12 §',
      },
    ],
    signers: {
      order: 'at-once',
      others: [
        {
          id: 'other-guardian',
          role: t('vårdnadshavare', 'guardian'),
          nationalId: 'other-guardian-national-id',
          name: 'other-guardian-name',
        },
      ],
      answerWithinDays: 14,
      remindAfterDays: [5, 10],
    },
    onBehalf,
    destination: {
      applicationType: 'fardtjanst',
      unit: t('Trafiknämnden', 'the Transport Board (Trafiknämnden)'),
    },
    phases: {
      being_looked_into: t(
        'En färdtjänsthandläggare läser din ansökan och hör av sig om något fattas.',
        'A special-transport officer reads your application and gets in touch if anything is missing.',
      ),
      decided: t(
        'Det finns ett beslut. Är det ja kan du boka resor i dag. Titta hur länge det gäller.',
        'There is a decision. If it is a yes, you can book journeys today. See how long it is valid.',
      ),
    },
    pages: transportPages,
  } satisfies ServiceDocument,
  languages,
);
