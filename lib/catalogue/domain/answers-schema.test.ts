import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { answersSchema, findProblems, type Problem } from './answers-schema';
import type { AnswerValue } from './answers-shape';
import type { CheckContext } from './findings';
import type { Field } from './form-shape';
import type { PageShape } from './visibility';

const context: CheckContext = {
  today: calendarDate('2026-11-24'),
  homes: ['lindbacken', 'solangen'],
  children: ['anna'],
  self: null,
};
const base = { id: 'q', label: 'Fråga', required: false };
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
  { value: 'none', label: 'Inget', exclusive: true },
];
const page = (...fields: Field<string>[]): PageShape<string>[] => [
  { slug: 'p', groups: [{ id: 'g', fields }] },
];
const keys = (field: Field<string>, value: AnswerValue): [Problem['key'], string | undefined][] =>
  findProblems(page(field), { q: value }, context).map(({ key, part }) => [key, part]);
const file = (name: string, size: number) => ({ id: 'f', name, size, mediaType: '' });

const text: Field<string> = { ...base, kind: 'text', maxLength: 5 };
const date: Field<string> = { ...base, kind: 'date', earliest: '2026-01-01', latest: 'today' };
const choice: Field<string> = { ...base, kind: 'choice', options };
const choices: Field<string> = { ...base, kind: 'choices', options };
const yesNo: Field<string> = { ...base, kind: 'yes-no' };
const consent: Field<string> = { ...base, kind: 'consent', text: 'Text' };
const nationalId: Field<string> = { ...base, kind: 'national-id' };
const person: Field<string> = { ...base, kind: 'person', relations: options };
const phone: Field<string> = { ...base, kind: 'phone' };
const email: Field<string> = { ...base, kind: 'email' };
const files: Field<string> = {
  ...base,
  kind: 'file',
  accept: ['pdf', 'jpeg'],
  maxFiles: 2,
  maxMegabytes: 1,
  bringLater: true,
};
const wishes: Field<string> = { ...base, kind: 'care-home-wishes', max: 2 };
const number: Field<string> = { ...base, kind: 'number', min: 1, max: 12, decimals: 1 };
const money: Field<string> = { ...base, kind: 'money', min: 0, max: 100_000 };
const period: Field<string> = {
  ...base,
  kind: 'period',
  earliest: 'today-10',
  latest: 'today+365',
  openEnded: false,
  maxDays: 31,
};
const child: Field<string> = { ...base, kind: 'child' };
const address: Field<string> = { ...base, kind: 'address' };
const bankAccount: Field<string> = { ...base, kind: 'bank-account' };
const property: Field<string> = { ...base, kind: 'property' };
const schedule: Field<string> = { ...base, kind: 'schedule', rows: options, columns: options };
const incomes: Field<string> = {
  ...base,
  kind: 'rows',
  item: 'Inkomst',
  add: 'Lägg till en inkomst',
  maxRows: 2,
  columns: [
    { ...text, id: 'what', required: true, missing: 'Skriv vilken inkomst' },
    { ...money, id: 'amount' },
  ],
};
const days = (from: string, to: string) => ({ from, to });
const account = (clearing: string, number_: string) => ({ clearing, account: number_ });

describe('an answer', () => {
  const judged: [string, Field<string>, AnswerValue, [Problem['key'], string | undefined][]][] = [
    ['a text that fits', text, 'fem t', []],
    ['a text one sign too long', text, 'sex te', [['tooLong', undefined]]],
    ['the first day', date, '2026-01-01', []],
    ['the day before', date, '2025-12-31', [['dateTooEarly', undefined]]],
    ['today', date, '2026-11-24', []],
    ['tomorrow', date, '2026-11-25', [['dateTooLate', undefined]]],
    ['a day that does not exist', date, '2026-02-30', [['notDate', undefined]]],
    ['half a date', date, '-02-30', [['notDate', undefined]]],
    ['an option', choice, 'a', []],
    ['no option', choice, 'c', [['notAnOption', undefined]]],
    ['options', choices, ['a', 'b'], []],
    ['one that is no option', choices, ['a', 'c'], [['notAnOption', undefined]]],
    ['none of these', choices, ['none'], []],
    ['none of these and one', choices, ['a', 'none'], [['exclusive', undefined]]],
    ['yes', yesNo, 'yes', []],
    ['perhaps', yesNo, 'perhaps', [['notAnOption', undefined]]],
    ['no to a consent', consent, 'no', []],
    ['a personal number', nationalId, '19420709-9146', []],
    ['one with a wrong check digit', nationalId, '19420709-9147', [['nationalId', undefined]]],
    ['a phone number', phone, '+46 (0)70-174 06 05', []],
    ['words for a phone number', phone, 'ring min dotter', [['phone', undefined]]],
    ['too few digits', phone, '12345', [['phone', undefined]]],
    ['an e-mail address', email, 'astrid.l@example.test', []],
    ['one without a domain', email, 'astrid@', [['email', undefined]]],
    ['one without a dot', email, 'astrid@hemma', [['email', undefined]]],
    ['two at once', email, 'a@b.se,c@d.se', [['email', undefined]]],
    ['a person', person, { name: 'Karin', phone: '070-174 06 07', relation: 'a' }, []],
    [
      'a person without name and number',
      person,
      { name: '', phone: '', relation: 'x' },
      [
        ['personName', 'name'],
        ['personRelation', 'relation'],
        ['personPhone', 'phone'],
      ],
    ],
    ['a file', files, { files: [file('intyg.PDF', 1)], later: false }, []],
    ['a program', files, { files: [file('intyg.exe', 1)], later: false }, [['fileKind', undefined]]],
    ['an empty file', files, { files: [file('a.pdf', 0)], later: false }, [['fileEmpty', undefined]]],
    [
      'a file one byte too large',
      files,
      { files: [file('a.jpg', 1_000_001)], later: false },
      [['fileTooLarge', undefined]],
    ],
    [
      'one file too many',
      files,
      { files: [file('a.pdf', 1), file('b.pdf', 1), file('c.pdf', 1)], later: false },
      [['tooManyFiles', undefined]],
    ],
    ['a number', number, '7,5', []],
    ['one that is too low', number, '0', [['numberTooLow', undefined]]],
    ['one that is too high', number, '13', [['numberTooHigh', undefined]]],
    ['too many decimals', number, '1,25', [['tooManyDecimals', undefined]]],
    ['letters for a number', number, 'sju', [['notNumber', undefined]]],
    ['an amount', money, '12 500,50', []],
    ['an amount with its currency', money, '500 kr', [['notMoney', undefined]]],
    ['a negative amount', money, '-1', [['numberTooLow', undefined]]],
    ['a month', period, days('2026-11-24', '2026-12-24'), []],
    ['more than a month', period, days('2026-11-24', '2026-12-25'), [['periodTooLong', 'to']]],
    ['the end before the beginning', period, days('2026-11-24', '2026-11-23'), [['periodBackwards', 'to']]],
    ['half a period', period, days('2026-11-24', ''), [['periodTo', 'to']]],
    ['a period without end, where it may', { ...period, openEnded: true }, days('2026-11-24', ''), []],
    ['a period long ago', period, days('2026-11-13', '2026-11-24'), [['dateTooEarly', 'from']]],
    ['a child of hers', child, { child: 'anna', name: '', 'national-id': '' }, []],
    ['somebody else’s key', child, { child: 'bo' }, [['notAnOption', 'child']]],
    ['no child chosen', child, { child: '', name: 'Bo' }, [['childChoose', 'child']]],
    ['another child', child, { child: 'other', name: 'Bo', 'national-id': '19420709-9146' }, []],
    [
      'another child without name and number',
      child,
      { child: 'other' },
      [
        ['childName', 'name'],
        ['childNationalId', 'national-id'],
      ],
    ],
    ['an address', address, { street: 'Storgatan 1', postcode: '123 45', city: 'Granvik' }, []],
    [
      'an empty one with a space in it',
      address,
      { street: '', postcode: '1234', city: '' },
      [
        ['street', 'street'],
        ['postcode', 'postcode'],
        ['city', 'city'],
      ],
    ],
    ['a bank account', bankAccount, account('5001', '34 560 08'), []],
    ['one with five digits for its clearing', bankAccount, account('8327-9', '123 456 789'), []],
    ['one with a wrong check digit', bankAccount, account('5001', '3456009'), [['bankAccount', 'account']]],
    ['one that stops short', bankAccount, account('6111', '12'), [['bankAccount', 'account']]],
    ['half a clearing number', bankAccount, account('832', '1'), [['clearing', 'clearing']]],
    [
      'a clearing number that no bank has',
      bankAccount,
      account('1000', '1234567'),
      [['bankAccount', 'account']],
    ],
    ['a property', property, 'Granvik Åsen 1:23', []],
    ['a property by block', property, 'GRANVIK KVARNEN 5', []],
    ['a common', property, 'Granvik Åsen GA:1', []],
    ['a street for a property', property, 'Storgatan', [['property', undefined]]],
    ['times', schedule, ['a.b', 'b.a'], []],
    ['a time that isn’t there', schedule, ['a.x'], [['notAnOption', undefined]]],
    ['rows, an empty one among them', incomes, { rows: [{ what: '' }, { what: 'Lön', amount: '1' }] }, []],
    [
      'rows with faults in their cells',
      incomes,
      { rows: [{ what: 'Lön', amount: 'mycket' }, { amount: '1' }] },
      [
        ['notMoney', '1-amount'],
        ['missing', '2-what'],
      ],
    ],
    [
      'a row too many',
      incomes,
      { rows: ['a', 'b', 'c'].map((what) => ({ what })) },
      [['tooManyRows', undefined]],
    ],
    ['homes in order', wishes, ['solangen', 'lindbacken'], []],
    ['a home twice', wishes, ['solangen', 'solangen'], [['wishTwice', '2']]],
    ['a home that is closed', wishes, ['kvarnhuset'], [['wishUnknown', '1']]],
  ];
  it.each(judged)('%s', (_, field, value, expected) => {
    expect(keys(field, value)).toEqual(expected);
  });

  it('of another shape than the field’s is refused, not misread', () => {
    expect(keys(text, ['a'])).toEqual([['notAnOption', undefined]]);
    expect(keys(choices, 'a')).toEqual([['notAnOption', undefined]]);
  });
});

describe('a question that must be answered', () => {
  const required = (field: Field<string>): Field<string> => ({ ...field, required: true }) as Field<string>;
  it('is missed where there is no answer, at its first input', () => {
    const missing = (field: Field<string>) => findProblems(page(required(field)), {}, context);
    expect(missing(text)).toEqual([{ field: 'q', key: 'missing', params: {} }]);
    expect(missing(person)).toEqual([
      { field: 'q', part: 'name', key: 'missing', params: {} },
      { field: 'q', part: 'relation', key: 'personRelation', params: {} },
      { field: 'q', part: 'phone', key: 'personPhone', params: {} },
    ]);
    expect(missing(child)).toEqual([{ field: 'q', part: 'child', key: 'missing', params: {} }]);
    expect(missing(wishes)).toEqual([{ field: 'q', part: '1', key: 'missing', params: {} }]);
  });
  it('is answered by "I will send it later"', () => {
    expect(findProblems(page(required(files)), { q: { files: [], later: true } }, context)).toEqual([]);
  });
  it('is asked for also when other answers are wrong', () => {
    const other: Field<string> = { ...email, id: 'other' };
    expect(findProblems(page(other, required(text)), { other: 'x' }, context).map(({ key }) => key)).toEqual([
      'email',
      'missing',
    ]);
  });
});

describe('rules across pages', () => {
  const followUp: Field<string> = {
    ...text,
    id: 'why',
    shownIf: { '==': [{ var: 'q' }, 'a'] },
    required: true,
  };
  const needed: Field<string> = { ...text, id: 'needed', requiredIf: { '==': [{ var: 'q' }, 'b'] } };
  const pages: PageShape<string>[] = [
    { slug: 'one', groups: [{ id: 'g1', fields: [choice] }] },
    { slug: 'two', groups: [{ id: 'g2', fields: [followUp, needed] }] },
  ];
  it('show a question, and then it must be answered', () => {
    expect(findProblems(pages, { q: 'a' }, context).map(({ field }) => field)).toEqual(['why']);
  });
  it('require an answer', () => {
    expect(findProblems(pages, { q: 'b' }, context).map(({ field }) => field)).toEqual(['needed']);
  });
  it('take away what can’t be reached, however wrong it is', () => {
    const parsed = answersSchema(pages, context).parse({ q: 'none', why: 'far too long', ghost: 'x' });
    expect(parsed).toEqual({ q: 'none' });
  });
  it('work on one page with what is known of the others', () => {
    const second = pages.slice(1);
    expect(findProblems(second, {}, context, { q: 'b' }).map(({ field }) => field)).toEqual(['needed']);
    expect(findProblems(second, {}, context, { q: 'a' }).map(({ field }) => field)).toEqual(['why']);
  });
});

describe('sums, limits and stops', () => {
  const sum: Field<string> = {
    id: 'left',
    label: 'Kvar',
    kind: 'computed',
    money: true,
    value: { '-': [{ var: 'incomes.amount' }, { var: 'rent' }] },
  };
  const rent: Field<string> = { ...money, id: 'rent' };
  const stop: Field<string> = {
    id: 'stop',
    kind: 'information',
    label: 'Du kan inte söka',
    text: 'Du klarar dig.',
    stops: true,
    shownIf: { '>': [{ var: 'left' }, 1000] },
  };
  const pages: PageShape<string>[] = [
    { slug: 'one', groups: [{ id: 'g1', fields: [{ ...incomes, id: 'incomes' }] }] },
    {
      slug: 'two',
      groups: [{ id: 'g2', fields: [rent, sum, stop] }],
      limits: [
        {
          field: 'rent',
          holds: { '<=': [{ var: 'rent' }, { '*': [{ var: 'incomes.amount' }, 2] }] },
          message: 'Så hög hyra?',
        },
      ],
    },
  ];
  const rows = (...amounts: string[]) => ({ rows: amounts.map((amount) => ({ what: 'Lön', amount })) });
  const found = (answers: Record<string, AnswerValue>) =>
    findProblems(pages, answers, context).map(({ field, key }) => `${field} ${key}`);
  it('are judged over pages', () => {
    expect(found({ incomes: rows('500', '600,50'), rent: '600' })).toEqual([]);
    expect(found({ incomes: rows('500', '600,50'), rent: '2201,01' })).toEqual(['rent limit']);
    expect(found({ incomes: rows('5000', '600'), rent: '600' })).toEqual(['stop stopped']);
  });
  it('say nothing of what isn’t answered', () => {
    expect(found({ rent: '' })).toEqual([]);
    expect(found({ incomes: rows('500') })).toEqual([]);
  });
});
