import type { Texts } from '@/lib/catalogue/domain/form-shape';
import { t } from '../texts';
import type { FieldDocument } from './page';

const wanted: FieldDocument = {
  kind: 'choice',
  id: 'language-wanted',
  label: t(
    'Vilket språk vill du helst prata i vardagen?',
    'Which language do you prefer to speak every day?',
    'ما اللغة التي تفضّل التحدث بها يوميًا؟',
    'Mitä kieltä puhut arjessa mieluiten?',
  ),
  hint: t(
    'Vi försöker hitta personal som talar ditt språk, men kan inte lova det.',
    'We try to find staff who speak your language, but can’t promise it.',
    'نحاول إيجاد موظفين يتحدثون لغتك، لكن لا يمكننا أن نعدك بذلك.',
    'Yritämme löytää henkilökuntaa, joka puhuu kieltäsi, mutta emme voi luvata sitä.',
  ),
  required: true,
  missing: t(
    'Välj vilket språk du helst vill prata',
    'Choose which language you prefer to speak',
    'اختر اللغة التي تفضّل التحدث بها',
    'Valitse, mitä kieltä puhut mieluiten',
  ),
  options: [
    { value: 'swedish', label: t('Svenska', 'Swedish', 'السويدية', 'Ruotsi') },
    { value: 'finnish', label: t('Finska', 'Finnish', 'الفنلندية', 'Suomi') },
    { value: 'arabic', label: t('Arabiska', 'Arabic', 'العربية', 'Arabia') },
    { value: 'english', label: t('Engelska', 'English', 'الإنجليزية', 'Englanti') },
    {
      value: 'sign-language',
      label: t(
        'Svenskt teckenspråk',
        'Swedish sign language',
        'لغة الإشارة السويدية',
        'Ruotsalainen viittomakieli',
      ),
    },
    { value: 'other', label: t('Ett annat språk', 'Another language', 'لغة أخرى', 'Jokin muu kieli') },
  ],
};

const other: FieldDocument = {
  kind: 'text',
  id: 'language-other',
  label: t('Vilket språk?', 'Which language?', 'ما هي اللغة؟', 'Mikä kieli?'),
  shownIf: { '==': [{ var: 'language-wanted' }, 'other'] },
  required: true,
  missing: t('Skriv vilket språk', 'Write which language', 'اكتب اسم اللغة', 'Kirjoita, mikä kieli'),
  maxLength: 60,
};

export const interpreter: FieldDocument = {
  kind: 'yes-no',
  id: 'interpreter',
  label: t(
    'Behöver du tolk när vi träffas?',
    'Do you need an interpreter when we meet?',
    'هل تحتاج إلى مترجم عندما نلتقي؟',
    'Tarvitsetko tulkin, kun tapaamme?',
  ),
  hint: t(
    'Tolken kostar ingenting för dig. Teckenspråkstolk går också bra.',
    'The interpreter costs you nothing. It can be a sign-language interpreter too.',
    'الترجمة مجانية لك. ويمكن أيضًا توفير مترجم لغة الإشارة.',
    'Tulkki ei maksa sinulle mitään. Voit saada myös viittomakielen tulkin.',
  ),
  required: true,
  missing: t(
    'Välj om du behöver tolk',
    'Choose whether you need an interpreter',
    'اختر ما إذا كنت تحتاج إلى مترجم',
    'Valitse, tarvitsetko tulkin',
  ),
};

/** The language of everyday life, and the interpreter's at the meeting. */
export const languageFields: FieldDocument[] = [wanted, other, interpreter];

/** @param place in a sentence: "i Granvik", in Finnish "Granvikissa" */
export const minorityText = (place: Texts): Texts =>
  t(
    `Du som talar finska, meänkieli eller samiska kan ha rätt till äldreomsorg helt eller delvis på ditt språk. Fråga oss vad som gäller i ${place.sv}.`,
    `If you speak Finnish, Meänkieli or Sámi you may have the right to elder care wholly or partly in your language. Ask us what applies in ${place.en}.`,
    `إذا كنت تتحدث الفنلندية أو الميانكيلي أو السامية فقد يكون لك الحق في رعاية المسنين بلغتك كليًا أو جزئيًا. اسألنا عما ينطبق في ${place.ar}.`,
    `Jos puhut suomea, meänkieltä tai saamea, sinulla voi olla oikeus vanhustenhoitoon kokonaan tai osittain omalla kielelläsi. Kysy meiltä, mitä ${place.fi} on voimassa.`,
  );

/** The right to elder care in a minority language, which applicants must be told of (lag 2009:724). */
export const minorityLanguages = (place: Texts): FieldDocument => ({
  kind: 'information',
  id: 'minority-info',
  label: t(
    'Finska, meänkieli och samiska',
    'Finnish, Meänkieli and Sámi',
    'الفنلندية والميانكيلي والسامية',
    'Suomi, meänkieli ja saame',
  ),
  text: minorityText(place),
});
