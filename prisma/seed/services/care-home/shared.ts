// Long because it is a document: texts in four languages, no logic to divide.
import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { onBehalf } from '../shared/behalf';
import { closingPages } from '../shared/closing';
import { t } from '../texts';
import { livingPages } from './living';
import { needsPages } from './needs';
import { wishesPages } from './wishes';

/**
 * Särskilt boende as municipalities inherit it. Each says how long it usually takes with them, which board decides, and
 * what its place is called where the text on minority languages names it.
 */
export const sharedCareHome = {
  kind: 'form',
  schema: 1,
  slug: 'sarskilt-boende',
  category: 'care',
  languages: ['sv', 'en', 'ar', 'fi'],
  name: t('Särskilt boende', 'Care home', 'دار رعاية المسنين', 'Hoivakoti (särskilt boende)'),
  appliesFor: t(
    'särskilt boende',
    'a place in a care home',
    'مكان في دار رعاية المسنين',
    'paikkaa hoivakodissa (särskilt boende)',
  ),
  summary: t(
    'Ett boende med personal dygnet runt, för dig som inte längre klarar dig hemma.',
    'A home with staff day and night, for you who can no longer manage at home.',
    'سكن يوجد فيه موظفون ليلًا ونهارًا، لمن لم يعد قادرًا على تدبّر أموره في منزله.',
    'Koti, jossa on henkilökuntaa vuorokauden ympäri, sinulle, joka et enää selviydy omassa kodissasi.',
  ),
  searchWords: t(
    'äldreboende, vård- och omsorgsboende, säbo, demensboende, servicehus, ålderdomshem, flytta, gammal',
    'care home, nursing home, old people’s home, elderly, dementia, assisted living, särskilt boende, move',
    'دار المسنين، دار العجزة، رعاية كبار السن، الخرف، السكن',
    'hoivakoti, vanhainkoti, palvelutalo, hoitokoti, muistisairaus, dementia, muutto, vanhus, särskilt boende',
  ),
  about: t(
    'På ett särskilt boende har du ett eget rum eller en egen lägenhet. Där finns personal dygnet runt och sjuksköterska att tillgå. Du får hjälp med det du behöver, mat, och sällskap om du vill ha det.\n\nOfta kan stöd hemma räcka längre än man tror: hemtjänst, trygghetslarm, dagverksamhet eller korttidsboende. Fråga oss om du är osäker. Du har alltid rätt att ansöka och få din ansökan prövad.\n\nDet går inte att ställa sig i kö i förväg. Du ansöker när du har behovet.',
    'In a care home you have a room or a flat of your own. There is staff day and night, and a nurse within reach. You get help with what you need, meals, and company if you want it.\n\nSupport at home can often go further than one thinks: home care, a safety alarm, a day centre or a short-term home. Ask us if you are unsure. You always have the right to apply and to have your application considered.\n\nYou cannot join a queue in advance. You apply when you have the need.',
    'في دار الرعاية يكون لك غرفة أو شقة خاصة بك. يوجد موظفون ليلًا ونهارًا ويمكن الوصول إلى ممرضة. تحصل على المساعدة التي تحتاج إليها وعلى الطعام، وعلى الرفقة إن أردت.\n\nغالبًا ما يكفي الدعم في المنزل أكثر مما نتوقع: الرعاية المنزلية أو جهاز إنذار الأمان أو مركز الأنشطة النهارية أو السكن القصير الأمد. اسألنا إن لم تكن متأكدًا. لك الحق دائمًا في تقديم الطلب وفي أن يُنظر فيه.\n\nلا يمكن حجز دور مسبقًا في قائمة الانتظار. قدّم الطلب عندما تكون بحاجة إليه.',
    'Hoivakodissa sinulla on oma huone tai oma asunto. Siellä on henkilökuntaa vuorokauden ympäri, ja sairaanhoitaja on tavoitettavissa. Saat tarvitsemasi avun, ruoan ja seuraa, jos haluat.\n\nUsein tuki kotona riittää pidemmälle kuin luulisi: kotipalvelu, turvapuhelin, päivätoiminta tai lyhytaikainen asuminen. Kysy meiltä, jos olet epävarma. Sinulla on aina oikeus hakea ja saada hakemuksesi käsitellyksi.\n\nJonoon ei voi asettua etukäteen. Haet, kun tarvitset apua.',
  ),
  forWhom: t(
    'Du som behöver hjälp dygnet runt och inte kan få den hemma på ett tryggt sätt. Åldern avgör inte, utan behovet. Du som bor ihop med någon kan ha rätt att flytta dit tillsammans.',
    'You who need help day and night and cannot get it safely at home. What decides is your need, not your age. If you live with somebody you may have the right to move there together.',
    'لمن يحتاج إلى مساعدة ليلًا ونهارًا ولا يمكنه الحصول عليها في منزله بأمان. الحاجة هي التي تحدد وليس العمر. إذا كنت تسكن مع شخص ما فقد يكون لكما الحق في الانتقال معًا.',
    'Sinulle, joka tarvitset apua vuorokauden ympäri etkä voi saada sitä kotona turvallisesti. Tarve ratkaisee, ei ikä. Jos asut jonkun kanssa, teillä voi olla oikeus muuttaa yhdessä.',
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
      'Personnummer till den som ska flytta med, om ni är två',
      'The personal number of the one who moves along, if you are two',
      'الرقم الشخصي لمن سينتقل معك إذا كنتما اثنين',
      'Mukaan muuttavan henkilönumero, jos teitä on kaksi',
    ),
    t(
      'Fullmakt eller registerutdrag, om du ansöker för någon annan',
      'A power of attorney or an extract from the register, if you apply for somebody else',
      'توكيل أو مستخرج من السجل إذا كنت تقدّم الطلب عن شخص آخر',
      'Valtakirja tai rekisteriote, jos haet toisen henkilön puolesta',
    ),
  ],
  minutes: 25,
  cost: [
    {
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      text: t(
        'Det kostar ingenting att ansöka. På boendet betalar du hyra, mat och en omsorgsavgift. Omsorgsavgiften är högst 2 660 kronor i månaden under 2026 och lägre om du har låg inkomst.',
        'Applying costs nothing. In the home you pay rent, food and a care fee. The care fee is at most 2,660 kronor a month in 2026, and lower if your income is low.',
        'تقديم الطلب مجاني. في الدار تدفع الإيجار والطعام ورسوم الرعاية. الحد الأعلى لرسوم الرعاية 2660 كرونة شهريًا في عام 2026، وتكون أقل إذا كان دخلك منخفضًا.',
        'Hakeminen ei maksa mitään. Hoivakodissa maksat vuokran, ruoan ja hoivamaksun. Hoivamaksu on enintään 2 660 kruunua kuukaudessa vuonna 2026 ja pienempi, jos tulosi ovat pienet.',
      ),
      source: 'Prisbasbelopp 2026 (59 200 kr) × 0,5392 / 12; socialtjänstlagen (2025:400) 32 kap.',
    },
    {
      validFrom: '2027-01-01',
      text: t(
        'Det kostar ingenting att ansöka. På boendet betalar du hyra, mat och en omsorgsavgift. Omsorgsavgiften har ett tak som ändras varje år och är lägre om du har låg inkomst. Fråga oss om årets belopp.',
        'Applying costs nothing. In the home you pay rent, food and a care fee. The care fee has a ceiling that changes each year, and is lower if your income is low. Ask us for this year’s amount.',
        'تقديم الطلب مجاني. في الدار تدفع الإيجار والطعام ورسوم الرعاية. لرسوم الرعاية حد أعلى يتغير كل سنة، وتكون أقل إذا كان دخلك منخفضًا. اسألنا عن مبلغ هذه السنة.',
        'Hakeminen ei maksa mitään. Hoivakodissa maksat vuokran, ruoan ja hoivamaksun. Hoivamaksulla on katto, joka muuttuu joka vuosi, ja maksu on pienempi, jos tulosi ovat pienet. Kysy meiltä tämän vuoden summaa.',
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
      'En biståndshandläggare ringer dig och ni bestämmer när ni ska träffas, oftast hemma hos dig.',
      'A care-needs assessor rings you and you agree on when to meet, usually in your home.',
      'يتصل بك موظف تقييم الاحتياجات وتتفقان على موعد للقاء، غالبًا في منزلك.',
      'Avuntarpeen käsittelijä (biståndshandläggare) soittaa sinulle, ja sovitte tapaamisesta, useimmiten kotonasi.',
    ),
    t(
      'Handläggaren utreder vad du behöver och kan be dig om mer. Du får läsa och säga vad du tycker innan det blir ett beslut.',
      'The officer investigates what you need and may ask you for more. You may read it and say what you think before there is a decision.',
      'يدرس الموظف المسؤول احتياجاتك وقد يطلب منك المزيد. يحق لك قراءة ذلك وإبداء رأيك قبل صدور القرار.',
      'Käsittelijä selvittää, mitä tarvitset, ja voi pyytää sinulta lisää tietoja. Saat lukea selvityksen ja sanoa mielipiteesi ennen päätöstä.',
    ),
    t(
      'Du får beslutet här på Mina sidor. Där står varför, och hur du överklagar om du inte är nöjd.',
      'You get the decision here on Mina sidor. It says why, and how to appeal if you are not content.',
      'تحصل على القرار هنا في «صفحاتي». يوضّح القرار الأسباب وكيفية الاعتراض عليه إن لم تكن راضيًا.',
      'Saat päätöksen täällä Omilla sivuilla. Siinä kerrotaan perustelut ja miten voit valittaa, jos et ole tyytyväinen.',
    ),
    t(
      'Blir det ja tar en boendesamordnare över och erbjuder dig en plats. Behov går före önskemål.',
      'If it is a yes, a housing coordinator takes over and offers you a place. Need goes before wish.',
      'إذا كان القرار بالموافقة يتولى منسق السكن الأمر ويعرض عليك مكانًا. الحاجة تسبق الرغبة.',
      'Jos päätös on myönteinen, asumiskoordinaattori ottaa asian hoitaakseen ja tarjoaa sinulle paikan. Tarve menee toiveen edelle.',
    ),
  ],
  law: [
    {
      validFrom: '2025-07-01',
      text: t(
        'Du har rätt till särskilt boende om du behöver det för att få skäliga levnadsförhållanden och behovet inte kan mötas på annat sätt (11 kap. 1 § socialtjänstlagen). Makar och sambor kan ha rätt att bo tillsammans (11 kap. 3 §). Har kommunen inte erbjudit en plats inom tre månader från beslutet ska den rapportera det till Inspektionen för vård och omsorg.',
        'You have the right to a care home if you need it for reasonable living conditions and the need can’t be met in another way (Social Services Act, chapter 11 section 1). Spouses and partners may have the right to live together (chapter 11 section 3). If the municipality has not offered a place within three months of the decision it must report that to the Health and Social Care Inspectorate.',
        'لك الحق في دار رعاية إذا كنت بحاجة إليها لتعيش في ظروف معيشية معقولة ولم يكن بالإمكان تلبية حاجتك بطريقة أخرى (قانون الخدمات الاجتماعية، الفصل 11 المادة 1). قد يكون للأزواج والشركاء الحق في السكن معًا (الفصل 11 المادة 3). إذا لم تعرض البلدية مكانًا خلال ثلاثة أشهر من القرار فعليها إبلاغ مفتشية الرعاية الصحية والاجتماعية.',
        'Sinulla on oikeus hoivakotiin, jos tarvitset sitä kohtuullisiin elinoloihin eikä tarvettasi voida täyttää muulla tavalla (sosiaalipalvelulaki, 11 luku 1 §). Puolisoilla ja avopuolisoilla voi olla oikeus asua yhdessä (11 luku 3 §). Jos kunta ei ole tarjonnut paikkaa kolmen kuukauden kuluessa päätöksestä, sen pitää ilmoittaa siitä hoidon ja huolenpidon tarkastusvirastolle (IVO).',
      ),
      source: 'Socialtjänstlagen (2025:400) 11 kap. 1 och 3 §§; ivo.se om ej verkställda beslut',
    },
  ],
  signers: 'applicant',
  onBehalf,
  destination: {
    applicationType: 'sarskilt-boende',
    unit: t(
      'Nämnden för äldreomsorg',
      'the Elder Care Board',
      'لجنة رعاية المسنين',
      'Vanhustenhuollon lautakunta',
    ),
  },
  pages: [...livingPages, ...needsPages, ...wishesPages, ...closingPages],
} satisfies ServiceDocument;
