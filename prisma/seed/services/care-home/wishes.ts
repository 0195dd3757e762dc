import { languageFields, minorityLanguages } from '../shared/language';
import type { PageDocument } from '../shared/page';
import { t } from '../texts';

const wishes: PageDocument = {
  slug: 'wishes',
  title: t(
    'Boenden som du helst vill flytta till',
    'Homes that you would rather move to',
    'دور الرعاية التي تفضّل الانتقال إليها',
    'Kodit, joihin muuttaisit mieluiten',
  ),
  groups: [
    {
      id: 'wishes-truth',
      fields: [
        {
          kind: 'information',
          id: 'wishes-info',
          label: t(
            'Så bestäms vem som får flytta in',
            'How it is decided who may move in',
            'كيف يُحدَّد من يمكنه الانتقال',
            'Näin päätetään, kuka saa muuttaa',
          ),
          text: t(
            'Det går inte att ställa sig i kö i förväg. Ansökan gäller den hjälp som du behöver nu.\n\n- Först utreder vi om du behöver särskilt boende.\n- Får du ja, erbjuder vi dig en plats som passar dina behov.\n- Behov går före önskemål. Blir en plats ledig på ett boende som du har önskat, kan den gå till någon som behöver den mer.\n\nDu måste inte önska något.',
            'You cannot join a queue in advance. The application is about the help that you need now.\n\n- First we investigate whether you need a care home.\n- If the answer is yes, we offer you a place that suits your needs.\n- Need goes before wish. If a place becomes free in a home that you have wished for, it may go to somebody who needs it more.\n\nYou don’t have to wish for anything.',
            'لا يمكن حجز دور مسبقًا في قائمة الانتظار. الطلب يخص المساعدة التي تحتاج إليها الآن.\n\n- ندرس أولًا ما إذا كنت تحتاج إلى دار رعاية.\n- إذا كان الجواب نعم، نعرض عليك مكانًا يناسب احتياجاتك.\n- الحاجة تسبق الرغبة. إذا توفر مكان في دار اخترتها فقد يُعطى لمن هو أحوج إليه.\n\nلست ملزمًا بتحديد أي رغبة.',
            'Jonoon ei voi asettua etukäteen. Hakemus koskee apua, jota tarvitset nyt.\n\n- Ensin selvitämme, tarvitsetko hoivakotia.\n- Jos päätös on myönteinen, tarjoamme sinulle tarpeisiisi sopivan paikan.\n- Tarve menee toiveen edelle. Jos toivomastasi kodista vapautuu paikka, sen voi saada joku, joka tarvitsee sitä enemmän.\n\nSinun ei ole pakko toivoa mitään.',
          ),
        },
      ],
    },
    {
      id: 'wishes-group',
      fields: [
        {
          kind: 'care-home-wishes',
          id: 'home-wishes',
          label: t('Dina önskemål', 'Your wishes', 'رغباتك', 'Toiveesi'),
          hint: t(
            'Du kan önska upp till tre boenden. Välj det du helst vill först.',
            'You can wish for up to three homes. Choose the one you want most first.',
            'يمكنك اختيار ما يصل إلى ثلاث دور. ابدأ بما تفضّله أكثر.',
            'Voit toivoa enintään kolmea kotia. Valitse ensin se, jonka haluat mieluiten.',
          ),
          max: 3,
        },
        {
          kind: 'long-text',
          id: 'wishes-why',
          label: t(
            'Finns det något som är viktigt för dig när det gäller boendet?',
            'Is there anything about the home that matters to you?',
            'هل هناك ما يهمك بشأن الدار؟',
            'Onko kodissa jokin asia sinulle tärkeä?',
          ),
          hint: t(
            'Till exempel att bo nära någon, eller att kunna gå ut.',
            'For example to live near somebody, or to be able to go out.',
            'مثلًا السكن قرب شخص ما، أو إمكانية الخروج.',
            'Esimerkiksi asuminen jonkun lähellä tai mahdollisuus päästä ulos.',
          ),
        },
      ],
    },
  ],
};

/** Each municipality names itself where it says what applies there. */
const ownPlace = t('din kommun', 'your municipality', 'بلديتك', 'kotikunnassasi');

const language: PageDocument = {
  slug: 'language',
  title: t('Språk och kultur', 'Language and culture', 'اللغة والثقافة', 'Kieli ja kulttuuri'),
  groups: [
    {
      id: 'language-group',
      fields: [
        ...languageFields,
        {
          kind: 'long-text',
          id: 'culture',
          label: t(
            'Finns det mat, vanor, tro eller traditioner som är viktiga för dig?',
            'Is there food, habits, faith or traditions that matter to you?',
            'هل هناك طعام أو عادات أو معتقدات أو تقاليد تهمك؟',
            'Onko sinulle tärkeitä ruokia, tapoja, uskoa tai perinteitä?',
          ),
        },
      ],
    },
    {
      id: 'language-rights',
      fields: [minorityLanguages(ownPlace)],
    },
  ],
};

const partnerMoves = { '==': [{ var: 'partner-moves' }, 'yes'] as [{ var: string }, string] };

const partner: PageDocument = {
  slug: 'partner',
  title: t('Bo tillsammans', 'Living together', 'السكن معًا', 'Asuminen yhdessä'),
  shownIf: { '==': [{ var: 'lives-with' }, 'partner'] },
  groups: [
    {
      id: 'partner-group',
      fields: [
        {
          kind: 'information',
          id: 'partner-info',
          label: t('Ni får bo ihop', 'You may live together', 'يحق لكما السكن معًا', 'Saatte asua yhdessä'),
          text: t(
            'Du har rätt att bo med din make, maka eller sambo på boendet, också om hen inte själv behöver vård. Ni ska ha bott ihop varaktigt och båda vilja det.\n\nDen som flyttar med betalar hyra och mat, men ingen omsorgsavgift om hen inte får omsorg. Hen kan inte räkna med att få bo kvar om du flyttar eller dör. Fråga handläggaren vad som gäller för er.',
            'You have the right to live with your husband, wife or partner in the home, also if they don’t need care themselves. You must have lived together for some time and both want it.\n\nThe one who moves along pays rent and food, but no care fee unless they get care. They can’t count on staying if you move or die. Ask the officer what applies to you.',
            'يحق لك السكن مع زوجك أو زوجتك أو شريكك في الدار، حتى إن لم يكن بحاجة إلى رعاية. يجب أن تكونا قد سكنتما معًا بشكل دائم وأن يرغب كلاكما في ذلك.\n\nمن ينتقل معك يدفع الإيجار والطعام دون رسوم الرعاية ما لم يحصل على رعاية. ولا يمكنه الاعتماد على البقاء إذا انتقلت أو توفيت. اسأل الموظف المسؤول عما ينطبق عليكما.',
            'Sinulla on oikeus asua hoivakodissa puolisosi tai avopuolisosi kanssa, vaikka hän ei itse tarvitsisi hoitoa. Teidän on pitänyt asua yhdessä pysyvästi, ja kummankin on haluttava sitä.\n\nMukaan muuttava maksaa vuokran ja ruoan, mutta ei hoivamaksua, jos hän ei saa hoivaa. Hän ei voi luottaa siihen, että saa jäädä asumaan, jos muutat tai kuolet. Kysy käsittelijältä, mitä teidän kohdallanne on voimassa.',
          ),
        },
        {
          kind: 'yes-no',
          id: 'partner-moves',
          label: t(
            'Ska din make, maka eller sambo flytta med dig?',
            'Will your husband, wife or partner move with you?',
            'هل سينتقل زوجك أو زوجتك أو شريكك معك؟',
            'Muuttaako puolisosi tai avopuolisosi kanssasi?',
          ),
          required: true,
          missing: t(
            'Välj om din make, maka eller sambo ska flytta med',
            'Choose whether your husband, wife or partner will move along',
            'اختر ما إذا كان سينتقل معك',
            'Valitse, muuttaako puolisosi tai avopuolisosi kanssasi',
          ),
        },
      ],
    },
    {
      id: 'partner-details',
      title: t('Den som flyttar med', 'The one who moves along', 'الشخص الذي سينتقل معك', 'Mukaan muuttava'),
      shownIf: partnerMoves,
      fields: [
        {
          kind: 'text',
          id: 'partner-name',
          label: t(
            'För- och efternamn',
            'First name and surname',
            'الاسم الأول واسم العائلة',
            'Etu- ja sukunimi',
          ),
          required: true,
          missing: t(
            'Skriv namnet på den som flyttar med',
            'Write the name of the one who moves along',
            'اكتب اسم الشخص الذي سينتقل معك',
            'Kirjoita mukaan muuttavan nimi',
          ),
        },
        {
          kind: 'national-id',
          id: 'partner-national-id',
          label: t('Personnummer', 'Personal number', 'الرقم الشخصي', 'Henkilönumero'),
          required: true,
          missing: t(
            'Skriv personnumret för den som flyttar med',
            'Write the personal number of the one who moves along',
            'اكتب الرقم الشخصي لمن سينتقل معك',
            'Kirjoita mukaan muuttavan henkilönumero',
          ),
        },
        {
          kind: 'date',
          id: 'together-since',
          label: t(
            'Sedan när bor ni ihop?',
            'Since when have you lived together?',
            'منذ متى تسكنان معًا؟',
            'Mistä lähtien olette asuneet yhdessä?',
          ),
          hint: t(
            'Vet du inte vilken dag? Skriv 1 1 och året, till exempel 1 1 1985.',
            'Don’t know the day? Write 1 1 and the year, for example 1 1 1985.',
            'لا تعرف اليوم؟ اكتب 1 1 ثم السنة، مثلًا 1 1 1985.',
            'Etkö tiedä päivää? Kirjoita 1 1 ja vuosi, esimerkiksi 1 1 1985.',
          ),
          earliest: 'today-36500',
          latest: 'today',
        },
        {
          kind: 'yes-no',
          id: 'partner-wants',
          label: t(
            'Vill hen själv flytta med?',
            'Do they want to move along?',
            'هل يرغب هو نفسه في الانتقال معك؟',
            'Haluaako hän itse muuttaa mukaan?',
          ),
          required: true,
          missing: t(
            'Välj om hen själv vill flytta med',
            'Choose whether they want to move along',
            'اختر ما إذا كان يرغب في الانتقال',
            'Valitse, haluaako hän itse muuttaa mukaan',
          ),
        },
      ],
    },
  ],
};

export const wishesPages: PageDocument[] = [wishes, language, partner];
