import { type FormDocument, t } from '../parts';
import { granvikFirst, granvikMonth } from './granvik';
import { firstPages, monthPages } from './pages';
import type { Variant } from './variant';

const variant: Variant = {
  place: 'Ekhamn',
  statementMonths: { sv: 'de senaste två månaderna', en: 'the last two months' },
  listsJobs: false,
  afterHours: { sv: 'stadens socialjour', en: 'the city’s social emergency service (socialjouren)' },
};
const unit = t(
  'Arbets- och försörjningsnämnden',
  'the Work and Income Board (Arbets- och försörjningsnämnden)',
);

/** The first application in Ekhamn: two months of statements, and times of its own. */
export const ekhamnFirst: FormDocument = {
  ...granvikFirst,
  forWhom: t(
    'Du som bor eller vistas i Ekhamn och inte har pengar till det nödvändigaste. Bor du ihop med make, maka eller sambo ansöker ni oftast tillsammans.',
    'You who live or stay in Ekhamn and have no money for what is most necessary. If you live with a husband, wife or partner you usually apply together.',
  ),
  atHand: granvikFirst.atHand.map((thing) =>
    thing.sv?.startsWith('Kontoutdrag')
      ? t(
          'Kontoutdrag för de senaste två månaderna, för alla konton',
          'Account statements for the last two months, for all accounts',
        )
      : thing,
  ),
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Oftast två veckor från att vi har fått alla papper. Är det akut går det fortare.',
        'Usually two weeks from when we have got all papers. If it is urgent it goes faster.',
      ),
      source: 'Ekhamns stad: Servicedeklaration för ekonomiskt bistånd (påhittad, som staden)',
    },
  ],
  deadlines: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Saknas det papper säger vi till inom tre arbetsdagar. Har vi inte beslutat inom sex månader kan du skriftligt begära att vi gör det. Då har vi fyra veckor på oss.',
        'If papers are missing we tell you within three working days. If we have not decided within six months you can ask us in writing to do so. Then we have four weeks.',
      ),
      source:
        'Ekhamns stad: Servicedeklaration för ekonomiskt bistånd (påhittad, som staden); förvaltningslagen (2017:900) 12 §',
    },
  ],
  destination: { applicationType: 'ekonomiskt-bistand-ny', unit },
  pages: firstPages(variant),
};

/** A new month in Ekhamn: jobs in one's own words, another day for payment. */
export const ekhamnMonth: FormDocument = {
  ...granvikMonth,
  forWhom: t(
    'Du som har fått ekonomiskt bistånd av Ekhamn någon gång de senaste tre månaderna. Annars gör du en första ansökan.',
    'You who have had economic assistance from Ekhamn at some time in the last three months. Otherwise make a first application.',
  ),
  deadlines: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Ansök senast den 15:e i månaden före. Blir det ja betalas pengarna den 25:e. Du får ansöka senare också, men då kommer pengarna senare.',
        'Apply by the 15th of the month before. If it is a yes the money is paid on the 25th. You may apply later too, but then the money comes later.',
      ),
      source: 'Ekhamns stad: Servicedeklaration för ekonomiskt bistånd (påhittad, som staden)',
    },
  ],
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Oftast en vecka från att vi har fått alla papper.',
        'Usually a week from when we have got all papers.',
      ),
      source: 'Ekhamns stad: Servicedeklaration för ekonomiskt bistånd (påhittad, som staden)',
    },
  ],
  destination: { applicationType: 'ekonomiskt-bistand-ater', unit },
  pages: monthPages(variant),
};
