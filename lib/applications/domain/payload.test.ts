import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { findProblems } from '@/lib/catalogue/domain/answers-schema';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { answerTexts } from '@/lib/catalogue/domain/form-texts';
import { payloadJsonSchema, payloadSchema } from '@/lib/catalogue/domain/payload-schema';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { texts } from '@/lib/platform/i18n';
import { everyKind, everyKindAnswers, everyKindChild } from '@/lib/testing/every-kind';
import { services } from '@/prisma/seed/services/all';
import { payloadOf } from './payload';
import { makeSnapshot } from './snapshot';

const snapshot = makeSnapshot(everyKind, everyKindAnswers, {
  language: 'sv',
  texts: answerTexts(texts('sv')),
  homes: [],
  children: [everyKindChild],
  now: new Date('2026-11-24T12:15:00Z'),
  version: 3,
  municipality: 'Granviks kommun',
  applicant: { name: 'Astrid Lindqvist', nationalId: '19420709-9146' },
});
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);

describe('answers as data', () => {
  it('are right answers to begin with', () => {
    const context = {
      today: calendarDate('2026-11-24'),
      homes: ['lindbacken'],
      children: ['anna'],
      self: null,
    };
    expect(findProblems(everyKind.pages, everyKindAnswers, context)).toEqual([]);
  });

  it('are what they mean, not what was typed', () => {
    expect(payloadOf(snapshot)).toMatchObject({
      number: 72.5,
      money: 8500.5,
      'yes-no': false,
      consent: true,
      'national-id': '194207099146',
      period: { from: '2026-12-01' },
      child: { name: 'Anna Lindqvist', personalNumber: '201801082387' },
      address: { street: 'Storgatan 1', postcode: '12345', city: 'Granvik' },
      'bank-account': { clearing: '5001', account: '3456008' },
      schedule: [
        { row: 'a', column: 'b' },
        { row: 'b', column: 'a' },
      ],
      incomes: [{ what: 'Pension', amount: 12000, paid: '2026-11-18' }, { what: 'Hyra ut' }],
      left: 3499.5,
      file: { files: ['0d9f3f0e-93f6-4b5e-8f5a-1f6f0e3c9d21'], later: false },
    });
  });

  it('are as the published schema says, in both its forms', () => {
    const payload = payloadOf(snapshot);
    expect(payloadSchema(everyKind, 'sv').safeParse(payload).error).toBeUndefined();
    const validate = ajv.compile(payloadJsonSchema(everyKind, 3));
    expect(validate(payload), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...payload, money: '8 500' })).toBe(false);
    expect(validate({ ...payload, ghost: 1 })).toBe(false);
    const { text: _, ...less } = payload;
    expect(validate(less)).toBe(false);
  });

  it('keep no key that stands for a child', () => {
    expect(
      JSON.stringify(snapshot.pages.at(-1)?.groups[0]?.questions.find(({ id }) => id === 'child')?.value),
    ).toBe('{"name":"Anna Lindqvist","national-id":"201801082387"}');
  });
});

const forms = Object.entries(services).flatMap(([tenant, documents]) =>
  documents.flatMap((document) => {
    const checked = checkDocument(document);
    return checked.ok && checked.definition.kind === 'form'
      ? [{ name: `${tenant}/${document.slug}`, definition: checked.definition }]
      : [];
  }),
);

it.each(forms)('$name publishes a schema that can be used', ({ definition }) => {
  expect(() => ajv.compile(payloadJsonSchema(definition, 1))).not.toThrow();
});
