import type { StaffField } from '@/components/appointments/staff-field';
import { audiences, type TypeNumber, type TypeNumbers } from '@/lib/appointments/domain/type-form';
import { meetingWays } from '@/lib/appointments/domain/words';
import type { KeptType, TypeChoices } from '@/lib/appointments/queries/get-kept-type';
import { durationText } from '@/lib/kernel/duration-text';
import { newId } from '@/lib/kernel/ids';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';
import { textFields } from '../../text-fields';
import { inOrder, questionFields } from './question-fields';

interface Words {
  offered: readonly string[];
  lang: StaffLanguage;
  t: Translate;
}

/** What a new type begins with: what most meetings are like. */
const usual: TypeNumbers = {
  minutes: 30,
  stepMinutes: 30,
  beforeMinutes: 0,
  afterMinutes: 0,
  travelMinutes: 0,
  seats: 1,
  noticeMinutes: 1440,
  aheadDays: 60,
  changeMinutes: 1440,
  most: 1,
  holdMinutes: 5,
  earlierMinutes: 120,
};
const usualReminders = [2880, 180];

/** What can be chosen of how long before; what a type has besides is there too. */
const offered = {
  noticeMinutes: [0, 60, 120, 240, 720, 1440, 2880, 4320, 7200, 10_080],
  changeMinutes: [0, 60, 120, 240, 720, 1440, 2880, 4320, 7200, 10_080],
  earlierMinutes: [30, 60, 120, 240, 480, 720, 1440, 2880],
  remindMinutes: [10_080, 4320, 2880, 1440, 180, 120, 60, 30],
} as const;

/** The fields of a type, in the order that people think of them. */
export function typeFields(type: KeptType | null, choices: TypeChoices, words: Words): StaffField[] {
  const { t } = words;
  return [
    { kind: 'hidden', name: 'typeId', value: type?.id ?? newId() },
    { kind: 'hidden', name: 'version', value: type ? String(type.version) : '' },
    ...(type || choices.publishers.length === 0 ? [] : [whoPublishes(choices, t)]),
    section('texts', t, [
      ...textFields(
        [
          {
            name: 'name',
            value: type?.name ?? {},
            label: (language) => t('meetings:type.name', { language }),
            rows: 1,
            isRequired: true,
          },
          {
            name: 'about',
            value: type?.about ?? {},
            label: (language) => t('meetings:type.about', { language }),
            rows: 3,
            isRequired: true,
          },
          {
            name: 'prepare',
            value: type?.prepare ?? {},
            label: (language) => t('meetings:type.prepare', { language }),
            rows: 3,
          },
        ],
        words,
      ),
    ]),
    section('audience', t, whoFields(type, choices, t)),
    section('times', t, timeFields(type, t)),
    ...(type?.system ? [] : [section('around', t, aroundFields(type, t))]),
    section('limits', t, limitFields(type, words)),
    section('questions', t, questionFields(type?.questions ?? [], words)),
    ...(type?.system
      ? []
      : [officerSection(type, choices, t), section('receiver', t, [whoGets(type, choices, t)])]),
    section('open', t, [
      {
        kind: 'checks',
        name: 'isOpen',
        label: t('meetings:type.open'),
        description: t('meetings:type.open-hint'),
        value: type?.isOpen ? ['yes'] : [],
        options: [{ value: 'yes', label: t('meetings:type.open-yes') }],
      },
      {
        kind: 'checks',
        name: 'invited',
        label: t('meetings:type.invited-label'),
        value: [],
        options: [{ value: 'yes', label: t('meetings:type.invited-yes') }],
        onlyWhenAsked: true,
      },
    ]),
  ];
}

const leads = { texts: 'meetings:type.texts-lead', questions: 'meetings:type.questions-lead' } as const;

const section = (
  name: 'texts' | 'audience' | 'times' | 'around' | 'limits' | 'questions' | 'receiver' | 'open',
  t: Translate,
  fields: readonly StaffField[],
): StaffField => ({
  kind: 'section',
  name: `part-${name}`,
  label: t(`meetings:type.parts.${name}`),
  ...((name === 'texts' || name === 'questions') && { lead: t(leads[name]) }),
  fields,
});

const whoPublishes = ({ publishers }: TypeChoices, t: Translate): StaffField => ({
  kind: 'select',
  name: 'systemId',
  label: t('meetings:type.who-publishes'),
  description: t('meetings:type.who-publishes-hint'),
  value: '',
  placeholder: t('meetings:type.here'),
  options: publishers.map(({ id, name }) => ({ value: id, text: name })),
});

/** One that gets bookings no more stays chosen until another is. */
function whoGets(type: KeptType | null, { receivers }: TypeChoices, t: Translate): StaffField {
  const options = receivers.map(({ id, name }) => ({ value: id, text: name }));
  const receiver = type?.receiver;
  if (receiver && !receivers.some(({ id }) => id === receiver.id))
    options.push({
      value: receiver.id,
      text: t(receiver.active ? 'meetings:type.receiver-not-allowed' : 'meetings:type.receiver-off', {
        system: receiver.name,
      }),
    });
  return {
    kind: 'select',
    name: 'receiverSystemId',
    label: t('meetings:type.receiver'),
    description: t(options.length > 0 ? 'meetings:type.receiver-hint' : 'meetings:type.no-systems'),
    value: receiver?.id ?? '',
    placeholder: t('meetings:type.no-receiver'),
    options,
  };
}

const whoFields = (type: KeptType | null, { services }: TypeChoices, t: Translate): StaffField[] => [
  {
    kind: 'radio',
    name: 'audience',
    label: t('meetings:type.audience'),
    value: type?.audience ?? '',
    options: audiences.map((value) => ({ value, label: t(`meetings:type.audiences.${value}`) })),
  },
  {
    kind: 'select',
    name: 'serviceId',
    label: t('meetings:type.service'),
    description: t('meetings:type.service-hint'),
    value: type?.serviceId ?? '',
    placeholder: t('meetings:type.no-service'),
    options: services.map(({ id, name }) => ({ value: id, text: name })),
  },
];

const numberField = (
  type: KeptType | null,
  name: TypeNumber,
  t: Translate,
  more: { unit?: string; description?: string } = {},
): StaffField => ({
  kind: 'text',
  name,
  label: t(`meetings:type.${name}`),
  value: String((type ?? usual)[name]),
  width: 5,
  ...more,
});

/** Of a type whose times a system publishes only how and about how long people meet. */
function timeFields(type: KeptType | null, t: Translate): StaffField[] {
  return [
    {
      kind: 'checks',
      name: 'ways',
      label: t('meetings:type.ways'),
      value: type?.ways ?? [],
      options: meetingWays.map((value) => ({ value, label: t(`appointments:way.${value}`) })),
    },
    numberField(type, 'minutes', t, { unit: t('meetings:type.unit-minutes') }),
    ...(type?.system
      ? []
      : ([
          numberField(type, 'seats', t, { description: t('meetings:type.seats-hint') }),
          {
            kind: 'checks',
            name: 'needsRoom',
            label: t('meetings:type.needsRoom'),
            value: type?.needsRoom ? ['yes'] : [],
            options: [{ value: 'yes', label: t('meetings:type.needsRoom-yes') }],
          },
        ] satisfies StaffField[])),
  ];
}

/** How meetings lie in an officer's hours. */
function aroundFields(type: KeptType | null, t: Translate): StaffField[] {
  const unit = t('meetings:type.unit-minutes');
  return [
    numberField(type, 'stepMinutes', t, { unit, description: t('meetings:type.stepMinutes-hint') }),
    numberField(type, 'beforeMinutes', t, { unit }),
    numberField(type, 'afterMinutes', t, { unit }),
    numberField(type, 'travelMinutes', t, { unit }),
  ];
}

function limitFields(type: KeptType | null, { lang, t }: Words): StaffField[] {
  const long = (minutes: number) => durationText(minutes * 60_000, lang);
  const before = (minutes: number) =>
    minutes === 0 ? t('meetings:type.no-limit') : t('meetings:type.before', { time: long(minutes) });
  const select = (
    name: 'noticeMinutes' | 'changeMinutes' | 'earlierMinutes',
    text: (minutes: number) => string,
    description?: string,
  ): StaffField => {
    const value = (type ?? usual)[name];
    return {
      kind: 'select',
      name,
      label: t(`meetings:type.${name}`),
      ...(description && { description }),
      value: String(value),
      options: inOrder([...offered[name], value]).map((minutes) => ({
        value: String(minutes),
        text: text(minutes),
      })),
    };
  };
  const reminders = type?.remindMinutes ?? usualReminders;
  return [
    select('noticeMinutes', before),
    numberField(type, 'aheadDays', t, { unit: t('meetings:type.unit-days') }),
    select('changeMinutes', before, t('meetings:type.changeMinutes-hint')),
    numberField(type, 'most', t),
    numberField(type, 'holdMinutes', t, { unit: t('meetings:type.unit-minutes') }),
    select('earlierMinutes', long),
    {
      kind: 'checks',
      name: 'remindMinutes',
      label: t('meetings:type.remindMinutes'),
      description: t('meetings:type.remindMinutes-hint'),
      value: reminders.map(String),
      options: inOrder([...offered.remindMinutes, ...reminders])
        .reverse()
        .map((minutes) => ({ value: String(minutes), label: before(minutes) })),
    },
  ];
}

function officerSection(type: KeptType | null, { officers }: TypeChoices, t: Translate): StaffField {
  const options = officers.map(({ id, name, unit, isOpen }) => ({
    value: id,
    label: name,
    description: isOpen ? unit : `${unit} (${t('meetings:closed')})`,
  }));
  return {
    kind: 'section',
    name: 'part-who',
    label: t('meetings:type.who'),
    lead: t(officers.length > 0 ? 'meetings:type.who-lead' : 'meetings:type.no-officers'),
    fields:
      officers.length === 0
        ? []
        : [
            {
              kind: 'checks',
              name: 'officers',
              label: t('meetings:type.officers'),
              value: type?.officerIds ?? [],
              options,
            },
          ],
  };
}
