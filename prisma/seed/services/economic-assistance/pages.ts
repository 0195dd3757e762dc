import type { FormDocument, PageDocument } from '../parts';
import { t } from '../parts';
import { attachmentsFirst, attachmentsMonth, consents, payment, truth } from './closing';
import { assets, costs } from './costs';
import { household, housing } from './home';
import { incomes, pending } from './income';
import { activity, jobSearch } from './month';
import { firstStart, monthStart } from './start';
import type { Variant } from './variant';
import { partner, work, youFirst, youMonth } from './you';

export const firstPages = (variant: Variant): PageDocument[] => [
  firstStart(variant),
  youFirst,
  partner('first'),
  household('first'),
  housing('first'),
  work,
  incomes,
  pending,
  costs,
  assets('first'),
  payment('first'),
  consents,
  attachmentsFirst(variant),
  truth,
];

export const monthPages = (variant: Variant): PageDocument[] => [
  monthStart(variant),
  youMonth,
  partner('month'),
  household('month'),
  housing('month'),
  activity,
  jobSearch(variant),
  incomes,
  pending,
  costs,
  assets('month'),
  payment('month'),
  attachmentsMonth,
  truth,
];

/** The one she lives with signs too, where they apply together: the question is asked only then. */
export const signers: FormDocument['signers'] = {
  order: 'at-once',
  others: [
    {
      id: 'co-applicant',
      role: t('medsökande', 'co-applicant'),
      nationalId: 'partner-national-id',
      name: 'partner-name',
    },
  ],
  answerWithinDays: 14,
  remindAfterDays: [3, 7, 12],
};

export const law: FormDocument['law'] = [
  {
    validFrom: '2025-07-01',
    text: t(
      'Du har rätt till ekonomiskt bistånd om du inte kan försörja dig själv och inte kan få pengar på annat sätt. Det ska ge dig en skälig levnadsnivå. Reglerna finns i 12 kap. socialtjänstlagen. Du har alltid rätt att ansöka, att få ett skriftligt beslut och att överklaga det.',
      'You have the right to economic assistance if you can’t support yourself and can’t get money in another way. It is to give you a reasonable standard of living. The rules are in chapter 12 of the Social Services Act. You always have the right to apply, to get a decision in writing and to appeal against it.',
    ),
    source: 'Socialtjänstlagen (2025:400) 12 kap.; förvaltningslagen (2017:900) 31, 33 och 40 §§',
  },
];

export const cost: FormDocument['cost'] = [
  {
    validFrom: '2025-07-01',
    text: t('Det kostar ingenting att ansöka.', 'Applying costs nothing.'),
    source: 'Socialtjänstlagen (2025:400) 12 kap.',
  },
];

export const phases: FormDocument['phases'] = {
  received_by_us: t(
    'Ansökan är inskickad. Den räknas från den dag då den kom in.',
    'The application is sent in. It counts from the day it came in.',
  ),
  received_by_office: t('Ansökan är hos en socialsekreterare.', 'The application is with a social worker.'),
  being_looked_into: t(
    'Socialsekreteraren går igenom dina inkomster och kostnader.',
    'The social worker goes through your incomes and costs.',
  ),
  waiting_for_you: t(
    'Vi behöver något mer av dig. Pengarna kan dröja tills vi har fått det.',
    'We need something more from you. The money may be late until we have got it.',
  ),
  decided: t(
    'Det finns ett beslut med en uträkning. Blir det ja betalas pengarna till kontot som du har skrivit.',
    'There is a decision with a calculation. If it is a yes the money is paid to the account that you wrote.',
  ),
};
