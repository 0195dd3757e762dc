import { t } from './texts';

export interface CareHomeSeed {
  slug: string;
  name: string;
  district: string;
  address: string;
  places: number;
  description: Record<string, string>;
  /** languages that staff speak */
  languages: string[];
}

/** All invented, as the municipalities. */
export const careHomes: Readonly<Record<string, readonly CareHomeSeed[]>> = {
  granvik: [
    {
      slug: 'strandgarden',
      name: 'Strandgården',
      district: 'Hamnen',
      address: 'Strandgatan 31, Granvik',
      places: 48,
      description: t(
        'Ligger vid vattnet med egen brygga. Sex avdelningar med åtta lägenheter var, två av dem för dig med demenssjukdom.',
        'By the water with a jetty of its own. Six units with eight flats each, two of them for people with dementia.',
        'تقع على الماء ولها رصيف خاص. ستة أقسام في كل منها ثماني شقق، قسمان منها لمرضى الخرف.',
        'Veden äärellä, oma laituri. Kuusi osastoa, joissa kussakin on kahdeksan asuntoa. Niistä kaksi on muistisairaille.',
      ),
      languages: ['sv', 'fi', 'en'],
    },
    {
      slug: 'lindbacken',
      name: 'Lindbacken',
      district: 'Centrum',
      address: 'Kyrkogatan 9, Granvik',
      places: 36,
      description: t(
        'Mitt i centrum, nära bibliotek och torg. Öppen matsal dit vänner och grannar kan komma och äta.',
        'In the town centre, near the library and the square. An open dining room where friends and neighbours can come and eat.',
        'في وسط المدينة قرب المكتبة والساحة. فيها قاعة طعام مفتوحة يمكن للأصدقاء والجيران تناول الطعام فيها.',
        'Aivan keskustassa, lähellä kirjastoa ja toria. Avoin ruokasali, johon ystävät ja naapurit voivat tulla syömään.',
      ),
      languages: ['sv', 'ar', 'en'],
    },
    {
      slug: 'solangen',
      name: 'Solängen',
      district: 'Norrängen',
      address: 'Ängsvägen 2, Granvik',
      places: 54,
      description: t(
        'Ett plan, med trädgård runt huset som är lätt att gå ut i. Alla avdelningar är för dig med demenssjukdom.',
        'On one floor, with a garden round the house that is easy to go out into. All units are for people with dementia.',
        'مبنى من طابق واحد تحيط به حديقة يسهل الخروج إليها. جميع الأقسام مخصصة لمرضى الخرف.',
        'Yhdessä tasossa, ja talon ympärillä on puutarha, johon on helppo lähteä. Kaikki osastot ovat muistisairaille.',
      ),
      languages: ['sv', 'en'],
    },
    {
      slug: 'kvarnhuset',
      name: 'Kvarnhuset',
      district: 'Kvarnbyn',
      address: 'Kvarngatan 40, Granvik',
      places: 28,
      description: t(
        'Ett litet boende i en gammal kvarn. Maten lagas på varje våning och du får vara med om du vill.',
        'A small home in an old mill. Food is cooked on each floor and you may join in if you like.',
        'دار صغيرة في مطحنة قديمة. يُطبخ الطعام في كل طابق ويمكنك المشاركة إن أردت.',
        'Pieni koti vanhassa myllyssä. Ruoka laitetaan joka kerroksessa, ja saat olla mukana, jos haluat.',
      ),
      languages: ['sv', 'ar', 'fi'],
    },
    {
      slug: 'bjorkhaga',
      name: 'Björkhaga',
      district: 'Björkbacken',
      address: 'Björkbacken 18, Granvik',
      places: 60,
      description: t(
        'Större lägenheter, flera av dem för två. Hit kan ni flytta tillsammans. Gym, snickarverkstad och kör.',
        'Larger flats, several of them for two: you can move here together. Gym, carpentry workshop and choir.',
        'شقق واسعة، عدد منها لشخصين، ويمكنكما الانتقال إليها معًا. فيها صالة رياضية وورشة نجارة وجوقة.',
        'Isompia asuntoja, joista monet kahdelle: tänne voitte muuttaa yhdessä. Kuntosali, puutyöpaja ja kuoro.',
      ),
      languages: ['sv', 'en'],
    },
    {
      slug: 'fyrklovern',
      name: 'Fyrklövern',
      district: 'Sörby',
      address: 'Byvägen 5, Sörby',
      places: 24,
      description: t(
        'På landet, med höns och katt. Fyra avdelningar med sex rum var. Buss till Granvik en gång i timmen.',
        'In the countryside, with hens and a cat. Four units with six rooms each. A bus to Granvik once an hour.',
        'في الريف مع دجاج وقطة. أربعة أقسام في كل منها ست غرف. حافلة إلى غرانفيك كل ساعة.',
        'Maaseudulla, kanoja ja kissa. Neljä osastoa, joissa kussakin on kuusi huonetta. Bussi Granvikiin kerran tunnissa.',
      ),
      languages: ['sv'],
    },
  ],
  ekhamn: [
    {
      slug: 'magasinet',
      name: 'Magasinet',
      district: 'Innerstaden',
      address: 'Magasinsplatsen 6, Ekhamn',
      places: 72,
      description: {
        sv: 'I ett ombyggt magasin vid kajen. Åtta avdelningar, takterrass och restaurang på bottenvåningen.',
        en: 'In a converted warehouse on the quay. Eight units, a roof terrace and a restaurant on the ground floor.',
        fi: 'Laiturin varrella, vanhasta makasiinista rakennettu. Kahdeksan osastoa, kattoterassi ja ravintola pohjakerroksessa.',
      },
      languages: ['sv', 'en', 'so'],
    },
    {
      slug: 'ekbacken',
      name: 'Ekbacken',
      district: 'Ekbacken',
      address: 'Skolgatan 22, Ekhamn',
      places: 40,
      description: {
        sv: 'Lugnt läge intill skogen. Hälften av platserna är för dig med demenssjukdom.',
        en: 'A quiet place beside the wood. Half of the places are for people with dementia.',
        fi: 'Rauhallinen paikka metsän vieressä. Puolet paikoista on muistisairaille.',
      },
      languages: ['sv', 'en'],
    },
    {
      slug: 'lotsen',
      name: 'Lotsen',
      district: 'Västra hamnen',
      address: 'Lotsvägen 3, Ekhamn',
      places: 32,
      description: {
        sv: 'Nybyggt, med lägenheter på två rum och kök. Hit kan ni flytta tillsammans.',
        en: 'New, with flats of two rooms and a kitchen. You can move here together.',
        fi: 'Uusi rakennus, asunnoissa kaksi huonetta ja keittiö. Tänne voitte muuttaa yhdessä.',
      },
      languages: ['sv', 'fi', 'en'],
    },
  ],
};
