import { languageFields, minorityLanguages } from '../shared/language';
import type { PageDocument } from '../shared/page';
import { t } from '../texts';
import { comesAtTimes } from './needs';
import type { Variant } from './variant';

const period: PageDocument = {
  slug: 'when',
  title: t(
    'När behöver du hjälpen?',
    'When do you need the help?',
    'متى تحتاج إلى المساعدة؟',
    'Milloin tarvitset apua?',
  ),
  limits: [
    {
      field: 'help-period',
      holds: { '>=': [{ var: 'help-period.from' }, { var: 'going-home' }] },
      message: t(
        'Välj en första dag som inte är före den dag då du åker hem',
        'Choose a first day that is not before the day you go home',
        'اختر يومًا أول لا يسبق يوم عودتك إلى المنزل',
        'Valitse ensimmäinen päivä, joka ei ole ennen kotiinpaluutasi',
      ),
    },
  ],
  groups: [
    {
      id: 'when-group',
      fields: [
        {
          kind: 'period',
          id: 'help-period',
          label: t(
            'När behöver du hjälpen?',
            'When do you need the help?',
            'متى تحتاج إلى المساعدة؟',
            'Milloin tarvitset apua?',
          ),
          hint: t(
            'Lämna den sista dagen tom om du behöver hjälpen tills vidare.',
            'Leave the last day empty if you need the help until further notice.',
            'اترك اليوم الأخير فارغًا إذا كنت تحتاج إلى المساعدة حتى إشعار آخر.',
            'Jätä viimeinen päivä tyhjäksi, jos tarvitset apua toistaiseksi.',
          ),
          required: true,
          missing: t(
            'Skriv från vilken dag du behöver hjälpen',
            'Write from which day you need the help',
            'اكتب من أي يوم تحتاج إلى المساعدة',
            'Kirjoita, mistä päivästä alkaen tarvitset apua',
          ),
          earliest: 'today',
          openEnded: true,
        },
      ],
    },
  ],
};

const times: PageDocument = {
  slug: 'times',
  title: t('Tider på dagen', 'Times of day', 'أوقات اليوم', 'Vuorokaudenajat'),
  shownIf: comesAtTimes,
  groups: [
    {
      id: 'times-group',
      fields: [
        {
          kind: 'schedule',
          id: 'wished-times',
          label: t(
            'Vilka tider vill du helst ha hjälp?',
            'At which times would you rather have help?',
            'ما الأوقات التي تفضّل فيها المساعدة؟',
            'Mihin aikaan haluat mieluiten apua?',
          ),
          hint: t(
            'Kryssa för det du önskar. Vi försöker, men kan inte alltid lova den tiden.',
            'Tick what you wish for. We try, but can’t always promise that time.',
            'ضع علامة على ما ترغب فيه. نحاول تلبية ذلك لكن لا يمكننا دائمًا ضمان الوقت.',
            'Merkitse toiveesi. Yritämme noudattaa niitä, mutta emme voi aina luvata.',
          ),
          rows: [
            {
              value: 'weekdays',
              label: t(
                'Måndag till fredag',
                'Monday to Friday',
                'من الاثنين إلى الجمعة',
                'Maanantaista perjantaihin',
              ),
            },
            {
              value: 'weekends',
              label: t(
                'Lördag och söndag',
                'Saturday and Sunday',
                'السبت والأحد',
                'Lauantaina ja sunnuntaina',
              ),
            },
          ],
          columns: [
            { value: 'morning', label: t('Morgon', 'Morning', 'الصباح', 'Aamu') },
            { value: 'midday', label: t('Mitt på dagen', 'Midday', 'منتصف النهار', 'Keskipäivä') },
            { value: 'afternoon', label: t('Eftermiddag', 'Afternoon', 'بعد الظهر', 'Iltapäivä') },
            { value: 'evening', label: t('Kväll', 'Evening', 'المساء', 'Ilta') },
          ],
        },
      ],
    },
  ],
};

const provider = ({ providers }: Variant): PageDocument => ({
  slug: 'provider',
  title: t('Vem ska ge hjälpen?', 'Who shall give the help?', 'من يقدّم المساعدة؟', 'Kuka antaa avun?'),
  groups: [
    {
      id: 'provider-group',
      fields: [
        {
          kind: 'choice',
          id: 'provider',
          label: t(
            'Vem vill du ska ge hjälpen?',
            'Who would you like to give the help?',
            'من تريد أن يقدّم المساعدة؟',
            'Kenen haluat antavan avun?',
          ),
          hint: t(
            'Det kostar lika mycket vem du än väljer. Du får byta när du vill, utan att säga varför. Bytet sker inom 14 dagar.',
            'It costs the same whoever you choose. You may change when you like, without saying why. The change takes place within 14 days.',
            'التكلفة واحدة أيًا كان اختيارك. يمكنك التغيير متى شئت دون ذكر السبب، ويتم التغيير خلال 14 يومًا.',
            'Hinta on sama, valitsitpa kenet tahansa. Voit vaihtaa milloin haluat kertomatta syytä. Vaihto tapahtuu 14 päivän kuluessa.',
          ),
          required: true,
          missing: t(
            'Välj vem som ska ge hjälpen, eller att du inte vill välja',
            'Choose who shall give the help, or that you don’t want to choose',
            'اختر من يقدّم المساعدة، أو أنك لا تريد الاختيار',
            'Valitse avun antaja, tai että et halua valita',
          ),
          options: [
            ...providers,
            {
              value: 'no-choice',
              label: t(
                'Jag vill inte välja',
                'I don’t want to choose',
                'لا أريد الاختيار',
                'En halua valita',
              ),
              hint: t(
                'Då får du den som står på tur och har plats.',
                'Then you get the one whose turn it is and who has room.',
                'تحصل حينها على الجهة التي يحين دورها ولديها مكان.',
                'Silloin saat sen, joka on vuorossa ja jolla on tilaa.',
              ),
            },
          ],
        },
      ],
    },
  ],
});

const language = ({ place }: Variant): PageDocument => ({
  slug: 'language',
  title: t('Språk och önskemål', 'Language and wishes', 'اللغة والرغبات', 'Kieli ja toiveet'),
  groups: [
    {
      id: 'language-group',
      fields: [
        ...languageFields,
        {
          kind: 'long-text',
          id: 'important',
          label: t(
            'Är något särskilt viktigt för dig när du får hjälp?',
            'Is anything especially important to you when you get help?',
            'هل هناك ما يهمك بشكل خاص عند تلقي المساعدة؟',
            'Onko sinulle jokin erityisen tärkeää, kun saat apua?',
          ),
          hint: t(
            'Till exempel vanor, mat, tro, eller om en man eller en kvinna hjälper dig i duschen.',
            'For example habits, food, faith, or whether a man or a woman helps you in the shower.',
            'مثلًا العادات أو الطعام أو المعتقد، أو أن يساعدك رجل أو امرأة عند الاستحمام.',
            'Esimerkiksi tavat, ruoka, usko tai se, auttaako sinua suihkussa mies vai nainen.',
          ),
        },
      ],
    },
    { id: 'language-rights', fields: [minorityLanguages(place)] },
  ],
});

const wayIn: PageDocument = {
  slug: 'way-in',
  title: t(
    'Så kommer personalen in',
    'How the staff get in',
    'كيف يدخل الموظفون',
    'Miten henkilökunta pääsee sisään',
  ),
  groups: [
    {
      id: 'way-in-group',
      fields: [
        {
          kind: 'choice',
          id: 'way-in',
          label: t(
            'Hur kommer personalen in till dig?',
            'How do the staff get in to you?',
            'كيف يدخل الموظفون إلى منزلك؟',
            'Miten henkilökunta pääsee luoksesi?',
          ),
          hint: t(
            'Skriv inte koden till porten här. Den lämnar du när vi träffas.',
            'Don’t write the entry code here. You give it when we meet.',
            'لا تكتب رمز الباب هنا. ستعطيه لنا عندما نلتقي.',
            'Älä kirjoita ovikoodia tähän. Annat sen, kun tapaamme.',
          ),
          required: true,
          missing: t(
            'Välj hur personalen kommer in',
            'Choose how the staff get in',
            'اختر كيف يدخل الموظفون',
            'Valitse, miten henkilökunta pääsee sisään',
          ),
          options: [
            {
              value: 'opens',
              label: t('Jag öppnar själv', 'I open the door myself', 'أفتح الباب بنفسي', 'Avaan itse oven'),
            },
            {
              value: 'key',
              label: t(
                'De behöver en nyckel',
                'They need a key',
                'يحتاجون إلى مفتاح',
                'He tarvitsevat avaimen',
              ),
              hint: t(
                'Vi kvitterar nyckeln och sätter ofta upp ett digitalt lås i stället. Det kostar inget.',
                'We sign for the key, and often put up a digital lock instead. It costs nothing.',
                'نعطيك إيصالًا بالمفتاح، وغالبًا نركّب قفلًا رقميًا بدلًا منه مجانًا.',
                'Kuittaamme avaimen, ja usein asennamme sen sijaan digitaalisen lukon. Se ei maksa mitään.',
              ),
            },
            {
              value: 'unsure',
              label: t('Jag vet inte', 'I don’t know', 'لا أعرف', 'En tiedä'),
            },
          ],
        },
      ],
    },
  ],
};

export const wishesPages = (variant: Variant): PageDocument[] => [
  period,
  times,
  ...(variant.providers.length > 0 ? [provider(variant)] : []),
  language(variant),
  wayIn,
];
