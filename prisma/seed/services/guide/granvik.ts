import type { Texts } from '@/lib/catalogue/domain/form-shape';
import type { Rule } from '@/lib/catalogue/domain/rules';
import { has, is } from '../parts';
import { t } from '../texts';
import type { GuideDocument } from './page';
import { pages } from './pages';

const not = (rule: Rule): Rule => ({ '!': rule });
const any = (...rules: Rule[]): Rule => ({ or: rules });
const all = (...rules: Rule[]): Rule => ({ and: rules });

const fits = (id: string, service: string, when: Rule, why: Texts): GuideDocument['outcomes'][number] => ({
  id,
  service,
  when,
  why,
});

/** First what can't wait, then the help that somebody else gives. */
const advice: GuideDocument['advice'] = [
  {
    kind: 'information',
    id: 'money-now',
    tone: 'warning',
    shownIf: is('food', 'no'),
    label: t(
      'Ring oss i dag om du inte har pengar till mat eller medicin',
      'Ring us today if you have no money for food or medicine',
      'اتصل بنا اليوم إذا لم يكن لديك مال للطعام أو الدواء',
      'Soita meille jo tänään, jos sinulla ei ole rahaa ruokaan tai lääkkeisiin',
    ),
    text: t(
      'Du kan få hjälp snabbare än på vanligt sätt. Numret står längre ner på sidan. Är det kväll eller helg: ring 112 och be att få prata med socialjouren.',
      'You can get help sooner than in the usual way. The number is further down on the page. In the evening or at the weekend: ring 112 and ask for the social emergency service (socialjouren).',
      'يمكنك الحصول على المساعدة بسرعة أكبر من المعتاد. الرقم موجود في أسفل الصفحة. في المساء أو في عطلة نهاية الأسبوع: اتصل بالرقم 112 واطلب التحدث مع خدمة الطوارئ الاجتماعية (socialjouren).',
      'Voit saada apua tavallista nopeammin. Numero on alempana tällä sivulla. Illalla tai viikonloppuna: soita numeroon 112 ja pyydä saada puhua sosiaalipäivystyksen (socialjouren) kanssa.',
    ),
  },
  {
    kind: 'information',
    id: 'alone',
    tone: 'warning',
    shownIf: is('how-much', 'not-alone'),
    label: t(
      'Är du orolig för i natt?',
      'Are you worried about tonight?',
      'هل أنت قلق بشأن هذه الليلة؟',
      'Huolestuttaako ensi yö?',
    ),
    text: t(
      'Ring oss i dag i stället för att ansöka här. Hjälp som inte kan vänta kan börja innan ansökan är klar. Behöver du vård: ring 1177. Är det fara för liv: ring 112.',
      'Ring us today instead of applying here. Help that can’t wait can begin before the application is ready. If you need health care: ring 1177. If a life is in danger: ring 112.',
      'اتصل بنا اليوم بدلًا من تقديم الطلب هنا. يمكن أن تبدأ المساعدة التي لا تحتمل الانتظار قبل أن يكتمل الطلب. إذا كنت بحاجة إلى رعاية صحية: اتصل بالرقم 1177. إذا كان هناك خطر على الحياة: اتصل بالرقم 112.',
      'Soita meille jo tänään sen sijaan, että hakisit täällä. Apu, joka ei voi odottaa, voi alkaa ennen kuin hakemus on valmis. Jos tarvitset sairaanhoitoa: soita 1177. Jos henki on vaarassa: soita 112.',
    ),
  },
  {
    kind: 'information',
    id: 'health-journey',
    shownIf: is('journey', 'health-care'),
    label: t(
      'Resor till vården beställer du hos regionen',
      'Journeys to health care are ordered from the region',
      'تُطلب الرحلات إلى الرعاية الصحية من المنطقة (regionen)',
      'Matkat terveydenhuoltoon tilataan alueelta (regionen)',
    ),
    text: t(
      'Det heter sjukresa. Läs mer på 1177.se, eller fråga den mottagning som du ska till.',
      'It is called sjukresa. Read more on 1177.se, or ask the clinic that you are going to.',
      'تُسمّى هذه الرحلة sjukresa. اقرأ المزيد على 1177.se أو اسأل العيادة التي ستذهب إليها.',
      'Sitä kutsutaan nimellä sjukresa. Lue lisää osoitteessa 1177.se tai kysy vastaanotolta, jolle olet menossa.',
    ),
    instead: {
      label: t(
        'Sjukresor på 1177.se',
        'Journeys to health care on 1177.se',
        'الرحلات الطبية على 1177.se',
        'Sairausmatkat sivustolla 1177.se',
      ),
      href: 'https://www.1177.se/',
    },
  },
  {
    kind: 'information',
    id: 'upper-secondary',
    shownIf: is('school', 'upper-secondary'),
    label: t(
      'I gymnasiet gäller andra regler',
      'Other rules hold in upper secondary school',
      'تُطبَّق قواعد أخرى في المدرسة الثانوية',
      'Lukiossa on toiset säännöt',
    ),
    text: t(
      'Skolskjuts är för förskoleklass, grundskola och anpassad skola. Den som går i gymnasiet och har långt till skolan kan få busskort eller annat stöd. Fråga på skolan, eller ring oss.',
      'School transport is for the preschool class, compulsory school and adapted school. Whoever goes to upper secondary school and has a long way there can get a bus card or other support. Ask at the school, or ring us.',
      'النقل المدرسي مخصص للصف التمهيدي والمدرسة الأساسية والمدرسة المكيّفة. من يدرس في الثانوية ومدرسته بعيدة قد يحصل على بطاقة حافلة أو دعم آخر. اسأل في المدرسة أو اتصل بنا.',
      'Koulukuljetus on esiluokkaa, peruskoulua ja mukautettua koulua varten. Lukiolainen, jolla on pitkä koulumatka, voi saada bussikortin tai muuta tukea. Kysy koulusta tai soita meille.',
    ),
  },
];

const outcomes: GuideDocument['outcomes'] = [
  fits(
    'care-home',
    'sarskilt-boende',
    any(has('need', 'move'), is('how-much', 'not-alone')),
    t(
      'För dig som behöver ha personal nära dig dygnet runt, och där hjälp hemma inte räcker.',
      'For you who need staff near you day and night, where help at home is not enough.',
      'لمن يحتاج إلى موظفين قريبين منه على مدار الساعة ولا تكفيه المساعدة في المنزل.',
      'Sinulle, joka tarvitset henkilökuntaa lähellesi ympäri vuorokauden ja jolle kotiin annettava apu ei riitä.',
    ),
  ),
  fits(
    'home-care',
    'hemtjanst',
    any(has('need', 'everyday'), is('how-much', 'daily'), is('how-much', 'not-alone')),
    t(
      'För dig som behöver hjälp hemma, till exempel med mat, städning eller dusch. Hjälpen kan komma någon gång i veckan eller flera gånger om dagen.',
      'For you who need help at home, for example with food, cleaning or showering. The help can come some time a week or several times a day.',
      'لمن يحتاج إلى مساعدة في المنزل، مثل الطعام أو التنظيف أو الاستحمام. يمكن أن تأتي المساعدة مرة في الأسبوع أو عدة مرات في اليوم.',
      'Sinulle, joka tarvitset apua kotona esimerkiksi ruuan, siivouksen tai suihkun kanssa. Apu voi tulla kerran viikossa tai monta kertaa päivässä.',
    ),
  ),
  fits(
    'alarm',
    'trygghetslarm',
    has('need', 'safe'),
    t(
      'För dig som vill kunna larma och få hjälp dygnet runt, till exempel om du ramlar hemma.',
      'For you who want to be able to call for help day and night, for example if you fall at home.',
      'لمن يريد أن يستطيع طلب المساعدة على مدار الساعة، مثلًا إذا سقط في المنزل.',
      'Sinulle, joka haluat voida hälyttää apua ympäri vuorokauden, esimerkiksi jos kaadut kotona.',
    ),
  ),
  fits(
    'special-transport',
    'fardtjanst',
    is('journey', 'lasting'),
    t(
      'För dig som har svårt att ta dig fram själv eller att åka buss och tåg, och där svårigheten varar i minst tre månader.',
      'For you who find it hard to move about by yourself or to go by bus and train, where the difficulty lasts at least three months.',
      'لمن يصعب عليه التنقل بمفرده أو ركوب الحافلة والقطار، وتستمر الصعوبة ثلاثة أشهر على الأقل.',
      'Sinulle, jonka on vaikea liikkua yksin tai matkustaa bussilla ja junalla, kun vaikeus kestää vähintään kolme kuukautta.',
    ),
  ),
  fits(
    'money-again',
    'ekonomiskt-bistand-ny-manad',
    is('money-before', 'yes'),
    t(
      'För dig som redan har fått ekonomiskt bistånd här och behöver det en månad till. Det är en kortare ansökan.',
      'For you who have already had economic assistance here and need it another month. It is a shorter application.',
      'لمن حصل بالفعل على مساعدة مالية هنا ويحتاج إليها شهرًا آخر. هذا طلب أقصر.',
      'Sinulle, joka olet jo saanut taloudellista tukea täällä ja tarvitset sitä vielä kuukauden. Hakemus on lyhyempi.',
    ),
  ),
  fits(
    'money-first',
    'ekonomiskt-bistand',
    is('money-before', 'no'),
    t(
      'För dig som inte har tillräckligt med pengar till det nödvändigaste, som hyra och mat, och inte har fått hjälp av oss nyligen.',
      'For you who don’t have enough money for what is most necessary, such as rent and food, and haven’t had help from us lately.',
      'لمن لا يملك مالًا كافيًا للضروريات مثل الإيجار والطعام، ولم يحصل على مساعدة منا مؤخرًا.',
      'Sinulle, jonka rahat eivät riitä välttämättömimpään, kuten vuokraan ja ruokaan, etkä ole saanut meiltä apua viime aikoina.',
    ),
  ),
  fits(
    'school-transport',
    'skolskjuts',
    all(has('need', 'school'), not(is('school', 'upper-secondary'))),
    t(
      'För barn som har lång eller farlig väg till skolan, eller som behöver skjuts av andra skäl.',
      'For children who have a long or dangerous way to school, or need to be driven for other reasons.',
      'للأطفال الذين طريقهم إلى المدرسة طويل أو خطر، أو الذين يحتاجون إلى النقل لأسباب أخرى.',
      'Lapsille, joiden koulumatka on pitkä tai vaarallinen tai jotka tarvitsevat kyydin muusta syystä.',
    ),
  ),
  fits(
    'building',
    'bygglov',
    has('need', 'build'),
    t(
      'För dig som ska bygga nytt, bygga till, ändra eller riva. En del mindre byggen behöver inget lov: läs på sidan vad som gäller, innan du börjar.',
      'For you who are going to build, extend, change or demolish. Some smaller buildings need no permit: read on the page what holds, before you begin.',
      'لمن يريد البناء أو التوسيع أو التغيير أو الهدم. بعض الأبنية الصغيرة لا تحتاج إلى رخصة: اقرأ في الصفحة ما ينطبق قبل أن تبدأ.',
      'Sinulle, joka aiot rakentaa, laajentaa, muuttaa tai purkaa. Jotkin pienet rakennukset eivät tarvitse lupaa: lue sivulta, mikä pätee, ennen kuin aloitat.',
    ),
  ),
];

/** "Which service fits me?", for a municipality with all of the services; another's leaves out what it doesn't have. */
export const granvikGuide: GuideDocument = {
  kind: 'guide',
  schema: 1,
  slug: 'guide',
  languages: ['sv', 'en', 'ar', 'fi'],
  name: t(
    'Vilken tjänst passar mig?',
    'Which service fits me?',
    'ما الخدمة التي تناسبني؟',
    'Mikä palvelu sopii minulle?',
  ),
  summary: t(
    'Svara på några korta frågor, så visar vi vad du kan söka. Du behöver inte logga in.',
    'Answer a few short questions, and we show what you can apply for. You don’t need to log in.',
    'أجب عن بضعة أسئلة قصيرة، ونعرض لك ما يمكنك التقديم عليه. لا تحتاج إلى تسجيل الدخول.',
    'Vastaa muutamaan lyhyeen kysymykseen, niin näytämme, mitä voit hakea. Sinun ei tarvitse kirjautua sisään.',
  ),
  pages,
  advice,
  outcomes,
  otherwise: {
    title: t(
      'Ingen av tjänsterna här passar det du har svarat',
      'None of the services here fits what you have answered',
      'لا تناسب أي من الخدمات هنا ما أجبت به',
      'Mikään täällä olevista palveluista ei sovi vastauksiisi',
    ),
    text: t(
      'Det betyder inte att du inte kan få hjälp. Ring oss och berätta vad du behöver, så hittar vi rätt tillsammans. Numret står här nedanför.',
      'That doesn’t mean that you can’t get help. Ring us and say what you need, and we find the right place together. The number is here below.',
      'هذا لا يعني أنك لا تستطيع الحصول على مساعدة. اتصل بنا وأخبرنا بما تحتاج إليه، ونجد المكان المناسب معًا. الرقم موجود أدناه.',
      'Se ei tarkoita, ettetkö voisi saada apua. Soita meille ja kerro, mitä tarvitset, niin löydämme oikean paikan yhdessä. Numero on tässä alempana.',
    ),
  },
};
