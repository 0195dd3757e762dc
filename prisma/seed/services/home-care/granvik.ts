// Long because it is a document: texts in four languages, no logic to divide.
import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { behalfPages, onBehalf } from '../shared/behalf';
import { closingPages } from '../shared/closing';
import type { PageDocument } from '../shared/page';
import { t } from '../texts';
import { needsPages } from './needs';
import { situationPages } from './situation';
import type { Variant } from './variant';
import { wishesPages } from './wishes';

const named = (name: string) => t(name, name, name, name);

const variant: Variant = {
  place: t('Granvik', 'Granvik', 'غرانفيك', 'Granvikissa'),
  kinMayApply: true,
  // All invented. The municipality's own comes first because it began; the rest stand by letter.
  providers: [
    {
      value: 'granvik',
      label: named('Granviks hemtjänst'),
      hint: t(
        'Kommunens egen hemtjänst.',
        'The municipality’s own home care.',
        'الرعاية المنزلية التابعة للبلدية.',
        'Kunnan oma kotipalvelu.',
      ),
    },
    { value: 'bjorkvik', label: named('Björkvik Omsorg') },
    { value: 'lotsen', label: named('Hemtjänst Lotsen') },
  ],
  withoutInvestigation: t(
    'Har du fyllt 75 år kan du få städning, tvätt och inköp i upp till sex timmar i månaden utan utredning. Ring Granvik direkt, så ordnar vi det inom tre dagar. Du kan också fortsätta här.',
    'If you are 75 or older you can get cleaning, laundry and shopping for up to six hours a month without an investigation. Ring Granvik Direct and we arrange it within three days. You can also go on here.',
    'إذا بلغت 75 عامًا فيمكنك الحصول على التنظيف وغسل الملابس والتسوق حتى ست ساعات شهريًا دون دراسة للحالة. اتصل بخدمة غرانفيك المباشرة لنرتّب ذلك خلال ثلاثة أيام. ويمكنك أيضًا المتابعة هنا.',
    'Jos olet täyttänyt 75 vuotta, voit saada siivousta, pyykinpesua ja kauppa-apua enintään kuusi tuntia kuukaudessa ilman selvitystä. Soita Granvik direktiin, niin järjestämme asian kolmessa päivässä. Voit myös jatkaa tässä.',
  ),
};

export const homeCarePages = (of: Variant): PageDocument[] => [
  ...behalfPages(of),
  ...situationPages,
  ...needsPages(of),
  ...wishesPages(of),
  ...closingPages,
];

/** Hemtjänst as applied for in Granvik. */
export const granvikHomeCare = {
  kind: 'form',
  schema: 1,
  slug: 'hemtjanst',
  category: 'care',
  languages: ['sv', 'en', 'ar', 'fi'],
  name: t('Hemtjänst', 'Home care', 'الرعاية المنزلية', 'Kotipalvelu'),
  appliesFor: t('hemtjänst', 'home care', 'الرعاية المنزلية', 'kotipalvelua'),
  summary: t(
    'Hjälp hemma med det du inte klarar själv, till exempel dusch, städning eller mat.',
    'Help at home with what you can’t manage yourself, for example showering, cleaning or meals.',
    'مساعدة في المنزل في ما لا تستطيع القيام به بنفسك، مثل الاستحمام أو التنظيف أو الطعام.',
    'Apua kotona siihen, mistä et itse selviydy, esimerkiksi suihkuun, siivoukseen tai ruokaan.',
  ),
  searchWords: t(
    'hemhjälp, städning, handling, dusch, omsorg, äldre, funktionsnedsättning, matlåda',
    'home help, cleaning, shopping, showering, elderly, disability, meals, hemtjänst',
    'مساعدة منزلية، تنظيف، تسوق، كبار السن، إعاقة',
    'kotiapu, kotihoito, siivous, kauppa, suihku, vanhukset, vamma, ateria, hemtjänst',
  ),
  about: t(
    'Hemtjänst är hjälp i ditt eget hem, dag eller natt. Du kan få hjälp med att tvätta dig och klä dig, med mat, städning, tvätt och inköp, eller med att komma ut. En av dem som hjälper dig är din fasta omsorgskontakt, som känner dig lite extra.\n\nDu har alltid rätt att ansöka och få din ansökan prövad.',
    'Home care is help in your own home, day or night. You can get help to wash and dress, with meals, cleaning, laundry and shopping, or to get out. One of those who help you is your own contact, who knows you a little better.\n\nYou always have the right to apply and to have your application considered.',
    'الرعاية المنزلية هي مساعدة في منزلك ليلًا أو نهارًا. يمكنك الحصول على مساعدة في الاغتسال وارتداء الملابس والطعام والتنظيف وغسل الملابس والتسوق أو الخروج من المنزل. أحد من يساعدونك يكون جهة اتصالك الدائمة ويعرفك أكثر من غيره.\n\nلك الحق دائمًا في تقديم الطلب وفي أن يُنظر فيه.',
    'Kotipalvelu on apua omassa kodissasi päivällä tai yöllä. Voit saada apua peseytymiseen ja pukeutumiseen, ruokaan, siivoukseen, pyykkiin ja kauppa-asioihin tai ulos pääsemiseen. Yksi auttajistasi on vakituinen yhteyshenkilösi (fast omsorgskontakt), joka tuntee sinut hieman paremmin.\n\nSinulla on aina oikeus hakea ja saada hakemuksesi käsitellyksi.',
  ),
  forWhom: t(
    'Du som behöver stöd i vardagen på grund av ålder, sjukdom eller funktionsnedsättning, och inte kan få det på annat sätt.',
    'You who need support in everyday life because of age, illness or disability, and can’t get it in another way.',
    'لمن يحتاج إلى دعم في حياته اليومية بسبب السن أو المرض أو الإعاقة ولا يمكنه الحصول عليه بطريقة أخرى.',
    'Sinulle, joka tarvitset tukea arjessa iän, sairauden tai vamman vuoksi etkä voi saada sitä muulla tavalla.',
  ),
  atHand: [
    t(
      'Din e-legitimation',
      'Your e-identification',
      'هويتك الإلكترونية',
      'Sähköinen henkilöllisyystodistuksesi',
    ),
    t(
      'Namn och telefonnummer till den vi kan ringa, om du vill att vi kan ringa någon annan än dig',
      'Name and phone number of somebody we can ring, if you want us to be able to ring somebody else than you',
      'اسم ورقم هاتف شخص يمكننا الاتصال به إذا أردت أن نتصل بغيرك أيضًا',
      'Jonkun sellaisen nimi ja puhelinnumero, jolle voimme soittaa, jos haluat, että soitamme muille kuin sinulle',
    ),
    t(
      'Egenvårdsintyg, om du behöver hjälp med medicin. Du kan skicka det senare.',
      'A self-care certificate, if you need help with medicine. You can send it later.',
      'شهادة العناية الذاتية إذا كنت تحتاج إلى مساعدة في الأدوية. يمكنك إرسالها لاحقًا.',
      'Omahoitotodistus, jos tarvitset apua lääkkeiden kanssa. Voit lähettää sen myöhemmin.',
    ),
    t(
      'Fullmakt eller registerutdrag, om du ansöker för någon annan',
      'A power of attorney or an extract from the register, if you apply for somebody else',
      'توكيل أو مستخرج من السجل إذا كنت تقدّم الطلب عن شخص آخر',
      'Valtakirja tai rekisteriote, jos haet toisen henkilön puolesta',
    ),
  ],
  minutes: 20,
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Oftast inom 14 dagar från att vi har tagit emot ansökan till beslut. Är det bråttom kan hjälpen börja samma dag: ring oss då.',
        'Usually within 14 days from when we have received the application to the decision. If it is urgent the help can begin the same day: ring us then.',
        'عادةً خلال 14 يومًا من استلامنا الطلب حتى صدور القرار. إذا كان الأمر عاجلًا فيمكن أن تبدأ المساعدة في اليوم نفسه: اتصل بنا عندئذ.',
        'Tavallisesti 14 päivän kuluessa siitä, kun olemme saaneet hakemuksen. Jos asia on kiireellinen, apu voi alkaa samana päivänä: soita silloin meille.',
      ),
      weeks: 2,
      source: 'Granviks kommun: Värdighetsgarantier för äldreomsorgen 2026 (påhittad, som kommunen)',
    },
  ],
  cost: [
    {
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      text: t(
        'Det kostar ingenting att ansöka. Avgiften för hjälpen beror på din inkomst och hur mycket hjälp du får. Den är högst 2 660 kronor i månaden under 2026, också om du har flera slags stöd. Mat betalar du för sig.',
        'Applying costs nothing. The fee for the help depends on your income and how much help you get. It is at most 2,660 kronor a month in 2026, also if you have several kinds of support. You pay for meals separately.',
        'تقديم الطلب مجاني. تعتمد رسوم المساعدة على دخلك وعلى مقدار المساعدة. الحد الأعلى 2660 كرونة شهريًا في عام 2026، حتى إذا كنت تحصل على عدة أنواع من الدعم. أما الطعام فتدفع ثمنه على حدة.',
        'Hakeminen ei maksa mitään. Avun maksu riippuu tuloistasi ja avun määrästä. Se on enintään 2 660 kruunua kuukaudessa vuonna 2026, vaikka saisit monenlaista tukea. Ruoan maksat erikseen.',
      ),
      source: 'Prisbasbelopp 2026 (59 200 kr) × 0,5392 / 12; socialtjänstlagen (2025:400) 32 kap.',
    },
    {
      validFrom: '2027-01-01',
      text: t(
        'Det kostar ingenting att ansöka. Avgiften för hjälpen beror på din inkomst och hur mycket hjälp du får. Den har ett tak som ändras varje år. Fråga oss om årets belopp. Mat betalar du för sig.',
        'Applying costs nothing. The fee for the help depends on your income and how much help you get. It has a ceiling that changes each year. Ask us for this year’s amount. You pay for meals separately.',
        'تقديم الطلب مجاني. تعتمد رسوم المساعدة على دخلك وعلى مقدار المساعدة، ولها حد أعلى يتغير كل سنة. اسألنا عن مبلغ هذه السنة. أما الطعام فتدفع ثمنه على حدة.',
        'Hakeminen ei maksa mitään. Avun maksu riippuu tuloistasi ja avun määrästä. Maksulla on katto, joka muuttuu joka vuosi. Kysy meiltä tämän vuoden summaa. Ruoan maksat erikseen.',
      ),
      source: 'Socialtjänstlagen (2025:400) 32 kap.; beloppet följer årets prisbasbelopp',
    },
  ],
  afterwards: [
    t(
      'Du får ett kvitto direkt, med allt du har svarat. Handläggarna får ansökan av oss.',
      'You get a receipt at once, with everything that you answered. We pass the application on to the officers.',
      'تحصل فورًا على إيصال يتضمن كل إجاباتك. ونحن نسلّم الطلب إلى الموظفين المسؤولين.',
      'Saat heti kuitin, jossa on kaikki vastauksesi. Toimitamme hakemuksen käsittelijöille.',
    ),
    t(
      'En biståndshandläggare ringer dig. Ni pratar om vad du behöver, på telefon eller hemma hos dig.',
      'A care-needs assessor rings you. You talk about what you need, by phone or in your home.',
      'يتصل بك موظف تقييم الاحتياجات. تتحدثان عما تحتاج إليه عبر الهاتف أو في منزلك.',
      'Avuntarpeen käsittelijä (biståndshandläggare) soittaa sinulle. Puhutte siitä, mitä tarvitset, puhelimessa tai kotonasi.',
    ),
    t(
      'Du får läsa utredningen och säga vad du tycker innan det blir ett beslut.',
      'You may read the investigation and say what you think before there is a decision.',
      'يحق لك قراءة دراسة الحالة وإبداء رأيك قبل صدور القرار.',
      'Saat lukea selvityksen ja sanoa mielipiteesi ennen päätöstä.',
    ),
    t(
      'Du får beslutet här på Mina sidor. Där står varför, och hur du överklagar om du inte är nöjd.',
      'You get the decision here on Mina sidor. It says why, and how to appeal if you are not content.',
      'تحصل على القرار هنا في «صفحاتي». يوضّح القرار الأسباب وكيفية الاعتراض عليه إن لم تكن راضيًا.',
      'Saat päätöksen täällä Omilla sivuilla. Siinä kerrotaan perustelut ja miten voit valittaa, jos et ole tyytyväinen.',
    ),
    t(
      'Blir det ja ringer hemtjänsten dig. Tillsammans skriver ni en plan för när och hur du får hjälpen.',
      'If it is a yes, home care rings you. Together you write a plan for when and how you get the help.',
      'إذا كان القرار بالموافقة تتصل بك الرعاية المنزلية، وتكتبان معًا خطة لموعد المساعدة وطريقتها.',
      'Jos päätös on myönteinen, kotipalvelu soittaa sinulle. Teette yhdessä suunnitelman siitä, milloin ja miten saat apua.',
    ),
  ],
  law: [
    {
      validFrom: '2025-07-01',
      text: t(
        'Du har rätt till hjälp om du behöver den för att få skäliga levnadsförhållanden och behovet inte kan mötas på annat sätt (11 kap. 1 § socialtjänstlagen).',
        'You have the right to help if you need it for reasonable living conditions and the need can’t be met in another way (Social Services Act, chapter 11 section 1).',
        'لك الحق في المساعدة إذا كنت بحاجة إليها لتعيش في ظروف معيشية معقولة ولم يكن بالإمكان تلبية حاجتك بطريقة أخرى (قانون الخدمات الاجتماعية، الفصل 11 المادة 1).',
        'Sinulla on oikeus apuun, jos tarvitset sitä kohtuullisiin elinoloihin eikä tarvettasi voida täyttää muulla tavalla (sosiaalipalvelulaki, 11 luku 1 §).',
      ),
      source: 'Socialtjänstlagen (2025:400) 11 kap. 1 §',
    },
  ],
  deadlines: [
    {
      validFrom: '2025-07-01',
      text: t(
        'Vi ska besluta så snart vi kan. Har du inte fått ett beslut inom sex månader kan du skriftligt begära det. Då ska vi besluta inom fyra veckor, eller säga varför vi inte gör det.',
        'We must decide as soon as we can. If you have no decision within six months you may ask for it in writing. We must then decide within four weeks, or say why we don’t.',
        'علينا أن نقرر في أسرع وقت ممكن. إذا لم تحصل على قرار خلال ستة أشهر فيمكنك طلبه كتابيًا، وعلينا حينها أن نقرر خلال أربعة أسابيع أو نوضح سبب عدم قيامنا بذلك.',
        'Meidän pitää päättää niin pian kuin voimme. Jos et ole saanut päätöstä kuuden kuukauden kuluessa, voit pyytää sitä kirjallisesti. Silloin meidän pitää päättää neljän viikon kuluessa tai kertoa, miksi emme päätä.',
      ),
      source: 'Förvaltningslagen (2017:900) 9, 11 och 12 §§',
    },
    {
      validFrom: '2025-07-01',
      text: t(
        'Säger vi ja ska hjälpen börja genast. Har den inte börjat inom tre månader ska vi rapportera det till Inspektionen för vård och omsorg.',
        'If we say yes the help must begin at once. If it has not begun within three months we must report that to the Health and Social Care Inspectorate.',
        'إذا وافقنا فيجب أن تبدأ المساعدة فورًا. وإذا لم تبدأ خلال ثلاثة أشهر فعلينا إبلاغ مفتشية الرعاية الصحية والاجتماعية.',
        'Jos päätös on myönteinen, avun pitää alkaa heti. Jos se ei ole alkanut kolmen kuukauden kuluessa, meidän pitää ilmoittaa siitä hoidon ja huolenpidon tarkastusvirastolle (IVO).',
      ),
      source: 'Socialtjänstlagen (2025:400); ivo.se om ej verkställda beslut',
    },
  ],
  signers: 'applicant',
  onBehalf,
  destination: {
    applicationType: 'hemtjanst',
    unit: t(
      'Omsorgsnämnden',
      'the Care Board (Omsorgsnämnden)',
      'لجنة الرعاية (Omsorgsnämnden)',
      'Hoivalautakunta (Omsorgsnämnden)',
    ),
  },
  phases: {
    being_looked_into: t(
      'En biståndshandläggare tar reda på vad du behöver. Behöver du hjälp medan du väntar kan du ringa oss.',
      'A care-needs assessor finds out what you need. If you need help while you wait you can ring us.',
      'يدرس موظف تقييم الاحتياجات ما تحتاج إليه. إذا احتجت إلى مساعدة أثناء الانتظار فيمكنك الاتصال بنا.',
      'Käsittelijä selvittää, mitä tarvitset. Jos tarvitset apua odottaessasi, voit soittaa meille.',
    ),
    decided: t(
      'Det finns ett beslut. Är det ja hör hemtjänsten av sig till dig om när hjälpen börjar.',
      'There is a decision. If it is a yes, home care gets in touch about when the help begins.',
      'صدر قرار. إذا كان بالموافقة فستتواصل معك الرعاية المنزلية بشأن موعد بدء المساعدة.',
      'Päätös on tehty. Jos se on myönteinen, kotipalvelu ottaa yhteyttä ja kertoo, milloin apu alkaa.',
    ),
  },
  pages: homeCarePages(variant),
} satisfies ServiceDocument;
