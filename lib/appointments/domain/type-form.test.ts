import { describe, expect, it } from 'vitest';
import { texts } from '@/lib/platform/i18n';
import { lengths, type Posted, readLine } from './posted';
import {
  nothingKnown,
  readType,
  receiverScopes,
  slugOf,
  type TypeNumber,
  typeLimits,
  untoldOf,
} from './type-form';

const languages = ['sv', 'en'];
const filled: Posted = {
  'name-sv': '  Samtal ',
  'name-en': 'A talk',
  'about-sv': 'Om stöd.',
  'prepare-sv': '',
  audience: 'open',
  ways: ['phone', 'visit'],
  minutes: '45',
  stepMinutes: '15',
  beforeMinutes: '0',
  afterMinutes: '10',
  travelMinutes: '20',
  seats: '1',
  noticeMinutes: '120',
  aheadDays: '60',
  changeMinutes: '60',
  most: '1',
  holdMinutes: '5',
  earlierMinutes: '120',
  remindMinutes: ['180', '2880'],
  isOpen: 'yes',
};
const read = (more: Posted = {}, isSystems = false, known = nothingKnown) =>
  readType({ ...filled, ...more }, { languages, known, isSystems, hasVideo: true });
const problems = (more: Posted) => {
  const answer = read(more);
  return 'problems' in answer ? answer.problems : {};
};

describe('the form of a type', () => {
  it('says what was meant', () => {
    expect(read()).toEqual({
      type: {
        name: { sv: 'Samtal', en: 'A talk' },
        about: { sv: 'Om stöd.' },
        prepare: {},
        audience: 'open',
        serviceId: null,
        receiverSystemId: null,
        ways: ['visit', 'phone'],
        minutes: 45,
        stepMinutes: 15,
        beforeMinutes: 0,
        afterMinutes: 10,
        travelMinutes: 20,
        seats: 1,
        noticeMinutes: 120,
        aheadDays: 60,
        changeMinutes: 60,
        most: 1,
        holdMinutes: 5,
        earlierMinutes: 120,
        needsRoom: false,
        remindMinutes: [2880, 180],
        questions: [],
        isOpen: true,
        officerIds: [],
      },
    });
  });

  it('says all that is wrong at once', () => {
    expect(
      problems({
        'name-sv': '',
        'about-sv': '',
        'prepare-en': 'Bring your papers.',
        audience: 'service',
        ways: [],
        remindMinutes: ['10', '20', '30', '40'],
        'question-1-label-en': 'Why?',
      }),
    ).toEqual({
      'name-sv': 'meetings:swedish-missing',
      'about-sv': 'meetings:swedish-missing',
      'prepare-sv': 'meetings:swedish-missing',
      serviceId: 'meetings:type.service-missing',
      ways: 'hours:opening.ways-missing',
      remindMinutes: 'meetings:type.reminders-wrong',
      'question-1-label-sv': 'meetings:swedish-missing',
    });
    expect(problems({ audience: 'everybody' })).toEqual({ audience: 'meetings:type.audience-missing' });
    expect(problems({ 'name-sv': 'a'.repeat(81) })).toEqual({ 'name-sv': 'meetings:at-most.80' });
    expect(problems({ noticeMinutes: '4320', aheadDays: '2' })).toEqual({
      noticeMinutes: 'meetings:type.notice-too-long',
    });
  });

  it.each(Object.keys(typeLimits) as TypeNumber[])('keeps %s within its limits, and names them', (name) => {
    const [least, most] = typeLimits[name];
    const wrong = `meetings:type.wrong.${name}` as const;
    for (const value of [`${least - 1}`, `${most + 1}`, '', 'x', '1.5'])
      expect(problems({ [name]: value }), value).toMatchObject({ [name]: wrong });
    for (const value of [least, most]) expect(problems({ [name]: `${value}` })[name]).not.toBe(wrong);
    for (const lang of ['sv', 'en'] as const)
      expect(texts(lang)(wrong)).toMatch(new RegExp(`\\b${least}\\b.*\\b${most}\\b`));
  });

  it.each(lengths)('says that a text may be %i characters, where it is longer', (most) => {
    const problem: Record<string, string> = {};
    const read = (length: number) =>
      readLine({ a: 'x'.repeat(length) }, 'a', { most, missing: 'missing' }, problem);
    read(most);
    expect(problem).toEqual({});
    read(most + 1);
    const key = `meetings:at-most.${most}` as const;
    expect(problem).toEqual({ a: key });
    for (const lang of ['sv', 'en'] as const)
      expect(texts(lang)(key).replace(/(?<=\d)[\u00a0,](?=\d)/, '')).toMatch(new RegExp(`\\b${most}\\b`));
  });

  it('says which system gets the bookings, and not of a type that a system publishes', () => {
    const receiverSystemId = 'a-system';
    expect(read({ receiverSystemId })).toMatchObject({ type: { receiverSystemId } });
    expect(read({ receiverSystemId }, true)).toMatchObject({ type: { receiverSystemId: null } });
  });

  it('keeps what it does not show: other languages, and times that a system publishes', () => {
    const known = {
      ...nothingKnown,
      name: { sv: 'Förr', fi: 'Keskustelu', en: 'Before' },
      stepMinutes: 5,
      seats: 7,
      needsRoom: true,
      officerIds: ['b', 'a'],
    };
    expect(read({ 'name-en': '', seats: 'x', officers: ['c'] }, true, known)).toMatchObject({
      type: {
        name: { sv: 'Samtal', fi: 'Keskustelu' },
        minutes: 45,
        stepMinutes: 5,
        seats: 7,
        needsRoom: true,
        officerIds: ['a', 'b'],
      },
    });
  });

  it('reads questions with their ids, and leaves out those that are empty', () => {
    const question = {
      'question-2-id': 'about',
      'question-2-label-sv': 'Vad gäller det?',
      'question-2-hint-sv': 'I några ord.',
      'question-2-required': 'yes',
      'question-2-lines': '4',
      'question-1-id': 'gone',
      'question-1-label-sv': ' ',
    };
    const known = {
      ...nothingKnown,
      questions: [{ id: 'about', label: { sv: 'Vad?', fi: 'Mitä?' }, isRequired: false, lines: 1 }],
    };
    expect(read(question, false, known)).toMatchObject({
      type: {
        questions: [
          {
            id: 'about',
            label: { sv: 'Vad gäller det?', fi: 'Mitä?' },
            hint: { sv: 'I några ord.' },
            isRequired: true,
            lines: 4,
          },
        ],
      },
    });
  });

  it.each([
    ['Samtal om stöd & omsorg', 'samtal-om-stod-omsorg'],
    ['  Åäö!  ', 'aao'],
    ['!!!', 'tid'],
  ])('makes an address of a name: %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe('who has booked', () => {
  const open = { isOpen: true, audience: 'open', systemId: null } as const;

  it('is told to nobody where all may book and no system that runs gets it', () => {
    expect(untoldOf(open, null)).toBe('nobody');
    const scopes = [...receiverScopes, 'files.read'];
    expect(untoldOf(open, { active: false, scopes })).toBe('off');
    expect(untoldOf(open, { active: true, scopes })).toBeNull();
    for (const missing of receiverScopes)
      expect(
        untoldOf(open, { active: true, scopes: scopes.filter((scope) => scope !== missing) }),
        missing,
      ).toBe('not-allowed');
  });

  it.each([
    { ...open, isOpen: false },
    { ...open, audience: 'service' },
    { ...open, audience: 'invitation' },
    { ...open, systemId: 'its own' },
  ] as const)('is not asked of %o', (type) => {
    expect(untoldOf(type, null)).toBeNull();
  });
});
