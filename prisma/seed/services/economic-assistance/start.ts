import { type FieldDocument, has, is, must, option, type PageDocument, page, t } from '../parts';
import type { Variant } from './variant';

const urgent = ({ afterHours }: Variant): FieldDocument[] => [
  {
    kind: 'yes-no',
    id: 'urgent',
    label: t(
      'Saknar du pengar till mat eller medicin, eller någonstans att sova, just nu?',
      'Do you lack money for food or medicine, or somewhere to sleep, right now?',
    ),
    ...must('Välj ja eller nej: är det akut?', 'Choose yes or no: is it urgent?'),
  },
  {
    kind: 'information',
    id: 'urgent-info',
    tone: 'warning',
    label: t('Ring oss i dag', 'Ring us today'),
    text: t(
      `Ring kontaktcenter och säg att det är akut, så får du prata med en socialsekreterare samma dag. När kontaktcenter har stängt ringer du ${afterHours.sv}. Är du i fara ringer du 112.\n\nFyll gärna i ansökan också.`,
      `Ring the contact centre and say that it is urgent, and you will talk to a social worker the same day. When the contact centre is closed, ring ${afterHours.en}. If you are in danger, ring 112.\n\nPlease fill in the application too.`,
    ),
    shownIf: is('urgent', 'yes'),
  },
];

const period = (hint: ReturnType<typeof t>): FieldDocument => ({
  kind: 'period',
  id: 'period',
  label: t('Vilken tid gäller ansökan?', 'What time is the application for?'),
  hint,
  ...must('Skriv vilken tid ansökan gäller', 'Write what time the application is for'),
  earliest: 'today-62',
  latest: 'today+62',
  maxDays: 31,
});

export const firstStart = (variant: Variant): PageDocument =>
  page('start', t('Innan du börjar', 'Before you begin'), [
    {
      kind: 'information',
      id: 'right-info',
      label: t('Du har rätt att ansöka', 'You have the right to apply'),
      text: t(
        'Alla får ansöka, och vi prövar varje ansökan. Svara så gott du kan. Är något svårt att svara på hjälper handläggaren dig sedan.',
        'Everybody may apply, and we consider every application. Answer as well as you can. If something is hard to answer, the officer will help you later.',
      ),
    },
    ...urgent(variant),
    {
      kind: 'yes-no',
      id: 'had-before',
      label: t(
        `Har du fått ekonomiskt bistånd av ${variant.place} de senaste tre månaderna?`,
        `Have you had economic assistance from ${variant.place} in the last three months?`,
      ),
      ...must(
        'Välj om du har fått ekonomiskt bistånd de senaste tre månaderna',
        'Choose whether you have had economic assistance in the last three months',
      ),
    },
    {
      kind: 'information',
      id: 'had-before-info',
      label: t('Du kan söka för en ny månad', 'You can apply for a new month'),
      text: t(
        'Då slipper du svara på allt igen. Vill du hellre fortsätta här går det också bra.',
        'Then you don’t have to answer everything again. If you would rather go on here, that is fine too.',
      ),
      instead: {
        label: t('Ansök för en ny månad', 'Apply for a new month'),
        href: '/services/ekonomiskt-bistand-ny-manad',
      },
      shownIf: is('had-before', 'yes'),
    },
    period(
      t(
        'Oftast en månad. Till exempel 1 12 2026 till 31 12 2026.',
        'Usually a month. For example 1 12 2026 to 31 12 2026.',
      ),
    ),
  ]);

export const monthStart = (variant: Variant): PageDocument =>
  page('start', t('Månaden som ansökan gäller', 'The month that the application is for'), [
    period(
      t(
        'En månad i taget. Till exempel 1 12 2026 till 31 12 2026.',
        'One month at a time. For example 1 12 2026 to 31 12 2026.',
      ),
    ),
    ...urgent(variant),
    {
      kind: 'choices',
      id: 'changed',
      label: t(
        'Har något ändrats sedan din förra ansökan?',
        'Has anything changed since your last application?',
      ),
      hint: t(
        'Det du svarade då står redan ifyllt på de följande sidorna. Du kan ändra det där.',
        'What you answered then is already filled in on the following pages. You can change it there.',
      ),
      ...must(
        'Välj vad som har ändrats, eller ”Inget har ändrats”',
        'Choose what has changed, or “Nothing has changed”',
      ),
      options: [
        option('family', 'Familjen eller vem jag bor med', 'My family or whom I live with'),
        option('housing', 'Bostaden eller hyran', 'My home or the rent'),
        option('work', 'Jobb, studier eller hälsa', 'Work, studies or health'),
        option(
          'assets',
          'Sparade pengar, bil eller annat som jag äger',
          'Savings, a car or other things I own',
        ),
        { ...option('nothing', 'Inget har ändrats', 'Nothing has changed'), exclusive: true },
      ],
    },
    {
      kind: 'long-text',
      id: 'changed-what',
      label: t('Vad har ändrats, och när?', 'What has changed, and when?'),
      shownIf: {
        or: [
          has('changed', 'family'),
          has('changed', 'housing'),
          has('changed', 'work'),
          has('changed', 'assets'),
        ],
      },
      ...must('Skriv vad som har ändrats', 'Write what has changed'),
    },
  ]);
