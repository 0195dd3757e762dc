import type { ProblemKey } from './findings';

/*
 * The words around a definition's own: namespace `forms`. Chosen by language on the server and handed on as plain
 * strings, with "{name}" where a value goes in.
 */

const problemKeys = [
  'missing',
  'tooLong',
  'notNumber',
  'tooManyDecimals',
  'numberTooLow',
  'numberTooHigh',
  'notMoney',
  'notDate',
  'dateTooEarly',
  'dateTooLate',
  'periodFrom',
  'periodTo',
  'periodBackwards',
  'periodTooLong',
  'notAnOption',
  'exclusive',
  'nationalId',
  'ownNumber',
  'subjectNumber',
  'phone',
  'email',
  'personName',
  'personPhone',
  'personRelation',
  'childChoose',
  'childName',
  'childNationalId',
  'street',
  'postcode',
  'city',
  'clearing',
  'bankAccount',
  'property',
  'tooManyRows',
  'limit',
  'stopped',
  'fileKind',
  'fileTooLarge',
  'fileEmpty',
  'fileDamaged',
  'filePixels',
  'fileInfected',
  'tooManyFiles',
  'tooManyWishes',
  'wishTwice',
  'wishUnknown',
  'signerIsYou',
  'signerTwice',
  'signerUnderAge',
] as const satisfies readonly ProblemKey[];

const saveKeys = [
  'save.saved',
  'save.saving',
  'save.failed',
  'save.ended',
  'save.retry',
  'save.unreachable',
] as const;

const fileStateKeys = [
  'file.waiting',
  'file.clean',
  'file.infected',
  'file.waitingText',
  'file.infectedText',
] as const;

const pageKeys = [
  ...saveKeys,
  'optional',
  'yes',
  'no',
  'person.name',
  'person.phone',
  'person.relation',
  'person.chooseRelation',
  'date.day',
  'date.month',
  'date.year',
  'period.from',
  'period.to',
  'period.toOpen',
  'child.which',
  'child.other',
  'child.name',
  'child.nationalId',
  'address.street',
  'address.postcode',
  'address.city',
  'bank.clearing',
  'bank.account',
  'money.unit',
  'money.amount',
  'rows.number',
  'rows.remove',
  'property.example',
  'computed.unknown',
  'decimal.sign',
  'file.limits',
  'file.later',
  'file.received',
  'file.remove',
  'file.upload',
  ...fileStateKeys,
  'file.forget',
  'file.uploading',
  'file.cut',
  'file.failed',
  'file.retry',
  'file.cancel',
  'file.hold',
  'wish.label',
  'wish.none',
  'nationalId.example',
  'summary.title',
  'more.title',
  'more.text',
  'next',
  'later',
  'saving',
  'sending',
  'stale.title',
  'stale.text',
  'stale.keepMine',
  'stale.showLatest',
] as const;

const answerKeys = [
  'yes',
  'no',
  'answer.none',
  'answer.later',
  'wish.label',
  'money.amount',
  'decimal.sign',
  'rows.number',
  'period.between',
  'period.until-further',
] as const;

const signingKeys = [
  'signing.applyFor',
  'signing.forSelf',
  'signing.forOther',
  'signing.signer',
  'signing.signerNumber',
  'signing.to',
  'signing.at',
  'signing.truth',
  'signing.code',
  'signing.also',
  'signing.together',
  'signing.applicant',
  'signing.role',
  'signing.madeAt',
  'signing.truthTogether',
] as const;

type Keys<List extends readonly string[]> = List[number];
export type PageTexts = Record<Keys<typeof pageKeys> | `problems.${ProblemKey}`, string>;
/** For what is said of saving, also of a form that isn't from the catalogue. */
export type SaveTexts = Record<Keys<typeof saveKeys>, string>;
export type AnswerTexts = Record<Keys<typeof answerKeys>, string>;
export type SigningTexts = Record<Keys<typeof signingKeys>, string>;
export type FormTextKey = keyof PageTexts | keyof AnswerTexts | keyof SigningTexts;

/** Looks up a text of the namespace; `texts(lang)` of lib/platform/i18n.ts fits. */
export type LookUp = (key: `forms:${FormTextKey}`) => string;

const collect = <K extends FormTextKey>(t: LookUp, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, t(`forms:${key}`)])) as Record<K, string>;

/** For saving by itself. */
export const saveTexts = (t: LookUp): SaveTexts => collect(t, saveKeys);
/** For how it stands with files, also of a form that isn't from the catalogue. */
export const fileStateTexts = (t: LookUp) => collect(t, fileStateKeys);
/** For a form page. */
export const pageTexts = (t: LookUp): PageTexts => ({
  ...collect(t, pageKeys),
  ...(Object.fromEntries(problemKeys.map((key) => [`problems.${key}`, t(`forms:problems.${key}`)])) as Record<
    `problems.${ProblemKey}`,
    string
  >),
});
/** For answers in words: check page, receipt, back office. */
export const answerTexts = (t: LookUp): AnswerTexts => collect(t, answerKeys);
/** For what is shown in the e-ID app when signing. */
export const signingTexts = (t: LookUp): SigningTexts => collect(t, signingKeys);

/** Puts values in for "{name}". A name without a value stays as it is, so that a fault is seen. */
export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
