import type { Question, Texts } from '@/lib/appointments/domain/appointment-type';
import type { MeetingWay } from '@/lib/appointments/domain/words';

/* What the demo's municipalities offer meetings about, and who meets. Everybody and every place is invented. */

export interface SeededType {
  slug: string;
  name: Texts;
  about: Texts;
  prepare: Texts;
  audience: 'open' | 'service';
  /** of those with cases of a service: its slug */
  service?: string;
  ways: MeetingWay[];
  minutes: number;
  stepMinutes: number;
  afterMinutes?: number;
  travelMinutes?: number;
  seats?: number;
  needsRoom?: boolean;
  noticeMinutes: number;
  aheadDays: number;
  changeMinutes: number;
  questions?: Question[];
}

export const types: readonly SeededType[] = [
  {
    slug: 'samtal-om-stod',
    name: {
      sv: 'Samtal om stöd och omsorg',
      en: 'A talk about support and care',
      fi: 'Keskustelu tuesta ja hoivasta',
      ar: 'محادثة حول الدعم والرعاية',
    },
    about: {
      sv: 'Vi berättar vilket stöd som finns för dig eller en anhörig, och hur man söker. Du behöver inte ha bestämt något.',
      en: 'We tell you what support there is for you or a relative, and how to apply. You need not have decided anything.',
      fi: 'Kerromme, mitä tukea sinulle tai omaisellesi on ja miten sitä haetaan. Sinun ei tarvitse olla päättänyt mitään.',
      ar: 'نخبرك بالدعم المتاح لك أو لأحد أقاربك وكيفية تقديم الطلب. ليس من الضروري أن تكون قد قررت شيئًا.',
    },
    prepare: {
      sv: 'Fundera gärna på vad som är svårt i vardagen. Du får gärna ta med någon.',
      en: 'Think about what is difficult in everyday life, if you like. You may bring someone.',
      fi: 'Voit miettiä etukäteen, mikä arjessa on vaikeaa. Voit ottaa jonkun mukaan.',
      ar: 'يمكنك التفكير مسبقًا فيما هو صعب في حياتك اليومية. يمكنك اصطحاب شخص معك.',
    },
    audience: 'open',
    ways: ['visit', 'phone', 'video'],
    minutes: 45,
    stepMinutes: 60,
    afterMinutes: 15,
    needsRoom: true,
    noticeMinutes: 120,
    aheadDays: 60,
    changeMinutes: 120,
    questions: [
      {
        id: 'about',
        label: {
          sv: 'Vad vill du prata om?',
          en: 'What would you like to talk about?',
          fi: 'Mistä haluat keskustella?',
          ar: 'عمّ تريد أن تتحدث؟',
        },
        isRequired: false,
        lines: 4,
      },
    ],
  },
  {
    slug: 'behovsbedomning',
    name: {
      sv: 'Behovsbedömning',
      en: 'Needs assessment',
      fi: 'Palvelutarpeen arviointi',
      ar: 'تقييم الاحتياجات',
    },
    about: {
      sv: 'Handläggaren går igenom din ansökan med dig och frågar hur du har det. Det är underlag för beslutet.',
      en: 'The officer goes through your application with you and asks how things are. It is part of what the decision builds on.',
      fi: 'Käsittelijä käy hakemuksesi läpi kanssasi ja kysyy tilanteestasi. Päätös perustuu siihen.',
      ar: 'يراجع الموظف طلبك معك ويسألك عن وضعك. وهذا جزء مما يُبنى عليه القرار.',
    },
    prepare: {
      sv: 'Ha dina läkarintyg och din medicinlista till hands.',
      en: 'Have your medical certificates and your list of medicines at hand.',
      fi: 'Pidä lääkärintodistukset ja lääkelista saatavilla.',
      ar: 'احتفظ بشهاداتك الطبية وقائمة أدويتك في متناول اليد.',
    },
    audience: 'service',
    service: 'sarskilt-boende',
    ways: ['home', 'visit', 'video'],
    minutes: 60,
    stepMinutes: 30,
    afterMinutes: 15,
    travelMinutes: 30,
    needsRoom: true,
    noticeMinutes: 1440,
    aheadDays: 42,
    changeMinutes: 1440,
  },
  {
    slug: 'bygglovsradgivning',
    name: {
      sv: 'Bygglovsrådgivning',
      en: 'Advice on building permits',
      fi: 'Rakennuslupaneuvonta',
      ar: 'استشارة بشأن رخص البناء',
    },
    about: {
      sv: 'Fråga om det du vill bygga behöver bygglov, och vad som ska vara med i ansökan.',
      en: 'Ask whether what you want to build needs a permit, and what the application must hold.',
      fi: 'Kysy, tarvitseeko rakennushankkeesi luvan ja mitä hakemuksessa pitää olla.',
      ar: 'اسأل عمّا إذا كان ما تريد بناءه يحتاج إلى رخصة، وما الذي يجب أن يتضمنه الطلب.',
    },
    prepare: {
      sv: 'Ha fastighetens beteckning och gärna en skiss till hands.',
      en: 'Have the property’s designation at hand, and a sketch if you have one.',
      fi: 'Pidä kiinteistön tunnus ja mielellään luonnos saatavilla.',
      ar: 'احتفظ برقم العقار ورسم تخطيطي إن وُجد في متناول اليد.',
    },
    audience: 'open',
    ways: ['video', 'phone'],
    minutes: 30,
    stepMinutes: 30,
    noticeMinutes: 60,
    aheadDays: 30,
    changeMinutes: 60,
  },
  {
    slug: 'informationstraff-for-anhoriga',
    name: {
      sv: 'Informationsträff för anhöriga',
      en: 'Information meeting for relatives',
      fi: 'Tiedotustilaisuus omaisille',
      ar: 'لقاء إعلامي للأقارب',
    },
    about: {
      sv: 'För dig som hjälper någon som är gammal eller sjuk. Högst tolv personer, och vi bjuder på kaffe.',
      en: 'For you who help somebody who is old or ill. Twelve people at most, and there is coffee.',
      fi: 'Sinulle, joka autat vanhaa tai sairasta läheistä. Enintään kaksitoista henkilöä, tarjoamme kahvit.',
      ar: 'لك أنت الذي تساعد شخصًا مسنًا أو مريضًا. اثنا عشر شخصًا كحد أقصى، ونقدم القهوة.',
    },
    prepare: {
      sv: 'Du behöver inte ta med något.',
      en: 'You need not bring anything.',
      fi: 'Sinun ei tarvitse ottaa mitään mukaan.',
      ar: 'لا تحتاج إلى إحضار أي شيء.',
    },
    audience: 'open',
    ways: ['visit'],
    minutes: 90,
    stepMinutes: 90,
    seats: 12,
    needsRoom: true,
    noticeMinutes: 1440,
    aheadDays: 90,
    changeMinutes: 180,
  },
];

export interface SeededOfficer {
  name: string;
  unit: string;
  languages?: string[];
  types: string[];
  openings: {
    /** index of the municipality's places; none: no visits */
    place?: number;
    ways: MeetingWay[];
    days: string;
    from: number;
    to: number;
    everyWeeks?: number;
  }[];
}

export interface SeededPlace {
  name: string;
  address: string;
  directions: Texts;
  isStepFree: boolean;
  rooms: { name: string; seats: number }[];
}

const care = ['samtal-om-stod', 'behovsbedomning'];
const calls: MeetingWay[] = ['phone', 'video'];
const all: MeetingWay[] = ['visit', 'home', 'phone', 'video'];
const office: MeetingWay[] = ['visit', 'phone', 'video'];

export const municipalities: Record<string, { places: SeededPlace[]; officers: SeededOfficer[] }> = {
  granvik: {
    places: [
      {
        name: 'Omsorgshuset',
        address: 'Storgatan 12, Granvik',
        directions: {
          sv: 'Ingång från torget, plan 2. Hiss till höger om receptionen.',
          en: 'Enter from the square, second floor. The lift is to the right of the reception.',
          fi: 'Sisäänkäynti torilta, 2. kerros. Hissi on vastaanoton oikealla puolella.',
          ar: 'المدخل من الساحة، الطابق الثاني. المصعد على يمين الاستقبال.',
        },
        isStepFree: true,
        rooms: [
          { name: 'Björken', seats: 4 },
          { name: 'Linden', seats: 4 },
          { name: 'Stora salen', seats: 20 },
        ],
      },
      {
        name: 'Norra medborgarkontoret',
        address: 'Skolvägen 3, Norrby, Granvik',
        directions: {
          sv: 'Bredvid biblioteket. Det är ett trappsteg vid dörren.',
          en: 'Beside the library. There is one step at the door.',
          fi: 'Kirjaston vieressä. Ovella on yksi porras.',
          ar: 'بجانب المكتبة. توجد درجة واحدة عند الباب.',
        },
        isStepFree: false,
        rooms: [{ name: 'Samtalsrummet', seats: 3 }],
      },
    ],
    officers: [
      {
        name: 'Maria Öberg',
        unit: 'Biståndsenheten',
        types: care,
        openings: [
          { place: 0, ways: all, days: 'MO,TU,TH', from: 9, to: 15 },
          { ways: calls, days: 'FR', from: 9, to: 12 },
        ],
      },
      {
        name: 'Jonas Ek',
        unit: 'Biståndsenheten',
        languages: ['en'],
        types: care,
        openings: [
          { place: 0, ways: all, days: 'WE,TH', from: 8, to: 16 },
          { place: 1, ways: office, days: 'TU', from: 10, to: 15, everyWeeks: 2 },
        ],
      },
      {
        name: 'Leila Karimi',
        unit: 'Äldreomsorgens handläggare',
        languages: ['ar', 'en'],
        types: care,
        openings: [{ place: 0, ways: all, days: 'MO,WE,FR', from: 9, to: 16 }],
      },
      {
        name: 'Per Wallin',
        unit: 'Bygglovsenheten',
        types: ['bygglovsradgivning'],
        openings: [{ ways: calls, days: 'MO,TU,WE,TH', from: 9, to: 11 }],
      },
      {
        name: 'Karin Blomqvist',
        unit: 'Anhörigstödet',
        types: ['informationstraff-for-anhoriga'],
        openings: [{ place: 0, ways: ['visit'], days: 'TU', from: 17.5, to: 19, everyWeeks: 2 }],
      },
    ],
  },
  ekhamn: {
    places: [
      {
        name: 'Hamnkontoret',
        address: 'Kajen 4, Ekhamn',
        directions: {
          sv: 'Ingång från kajen, bottenvåningen.',
          en: 'Enter from the quay, ground floor.',
          fi: 'Sisäänkäynti laiturilta, pohjakerros.',
        },
        isStepFree: true,
        rooms: [
          { name: 'Fyren', seats: 4 },
          { name: 'Ankaret', seats: 14 },
        ],
      },
      {
        name: 'Medborgarkontoret Ekbacken',
        address: 'Ekbacksvägen 20, Ekhamn',
        directions: {
          sv: 'I samma hus som vårdcentralen, plan 1.',
          en: 'In the same building as the health centre, first floor.',
          fi: 'Samassa talossa terveyskeskuksen kanssa, 1. kerros.',
        },
        isStepFree: true,
        rooms: [{ name: 'Rum 1', seats: 3 }],
      },
    ],
    officers: [
      {
        name: 'Ida Falk',
        unit: 'Vård- och omsorgskontoret',
        types: care,
        openings: [{ place: 0, ways: all, days: 'MO,TU,WE', from: 8.5, to: 15.5 }],
      },
      {
        name: 'Omar Haddad',
        unit: 'Vård- och omsorgskontoret',
        languages: ['en', 'ar'],
        types: care,
        openings: [{ place: 1, ways: all, days: 'WE,TH,FR', from: 9, to: 15 }],
      },
      {
        name: 'Lena Sjöström',
        unit: 'Samhällsbyggnadskontoret',
        types: ['bygglovsradgivning'],
        openings: [{ ways: calls, days: 'TU,TH', from: 13, to: 16 }],
      },
      {
        name: 'Mikael Holm',
        unit: 'Anhörigcenter',
        types: ['informationstraff-for-anhoriga'],
        openings: [{ place: 0, ways: ['visit'], days: 'TH', from: 17, to: 18.5, everyWeeks: 2 }],
      },
    ],
  },
};
