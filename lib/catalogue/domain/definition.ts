import * as z from 'zod';
import { parseCalendarDate } from '@/lib/kernel/calendar-date';
import { checkDefinition } from './definition-checks';
import { GUIDE, guideSchema } from './definition-guide';
import { signersSchema } from './definition-signers';
import { type FileKind, fileKinds, prefillSources } from './form-shape';
import type { Rule, Sum } from './rules';

/*
 * The meta-schema: what a service definition must be. Everything that a service says and asks stands in one such
 * document per municipality; a published version never changes. Errors in words for the service owner:
 * definition-errors.ts.
 */

const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'slug' });
const language = z.string().regex(/^[a-z]{2}$/, { error: 'language' });
const texts = z.record(language, z.string().trim().min(1, { error: 'empty-text' }));
const day = z.string().refine((text) => parseCalendarDate(text) !== null, { error: 'date' });

const variable = z.strictObject({
  var: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/, { error: 'rule' }),
});
const operand = z.union([z.string(), variable]);
const sum: z.ZodType<Sum, Sum> = z.lazy(() =>
  z.union(
    [
      z.number(),
      variable,
      z.strictObject({ '+': z.array(sum).min(1) }),
      z.strictObject({ '-': z.tuple([sum, sum]) }),
      z.strictObject({ '*': z.tuple([sum, sum]) }),
      z.strictObject({ '/': z.tuple([sum, sum]) }),
      z.strictObject({ min: z.array(sum).min(1) }),
      z.strictObject({ max: z.array(sum).min(1) }),
      z.strictObject({ days: z.tuple([variable, variable]) }),
    ],
    { error: 'rule' },
  ),
);
const compared = z.tuple([z.union([sum, operand]), z.union([sum, operand])]);
const rule: z.ZodType<Rule, Rule> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ '==': z.tuple([operand, operand]) }),
      z.strictObject({ '!=': z.tuple([operand, operand]) }),
      z.strictObject({ in: z.tuple([operand, z.union([operand, z.array(z.string()).min(1)])]) }),
      z.strictObject({ '<': compared }),
      z.strictObject({ '<=': compared }),
      z.strictObject({ '>': compared }),
      z.strictObject({ '>=': compared }),
      z.strictObject({ '!': rule }),
      z.strictObject({ and: z.array(rule).min(1) }),
      z.strictObject({ or: z.array(rule).min(1) }),
    ],
    { error: 'rule' },
  ),
);

const option = z.strictObject({
  value: slug,
  label: texts,
  hint: texts.optional(),
  exclusive: z.boolean().optional(),
});
const named = { id: slug, label: texts, hint: texts.optional(), shownIf: rule.optional() };
const asked = {
  ...named,
  required: z.boolean().default(false),
  requiredIf: rule.optional(),
  missing: texts.optional(),
  prefill: z.enum(prefillSources).optional(),
  locked: z.boolean().optional(),
};
const options = z.array(option).min(2, { error: 'two-options' });
const limitDay = z.union([z.string().regex(/^today([+-]\d{1,5})?$/), day], { error: 'date' });

const text = z.strictObject({
  kind: z.literal('text'),
  ...asked,
  maxLength: z.int().min(1).max(500).default(100),
  autocomplete: z.string().optional(),
});
const number = z.strictObject({
  kind: z.literal('number'),
  ...asked,
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.int().min(0).max(4).default(0),
  unit: texts.optional(),
});
const money = z.strictObject({
  kind: z.literal('money'),
  ...asked,
  min: z.number().default(0),
  max: z.number().max(1_000_000_000).default(10_000_000),
});
const date = z.strictObject({
  kind: z.literal('date'),
  ...asked,
  earliest: limitDay.optional(),
  latest: limitDay.optional(),
});
const choice = z.strictObject({ kind: z.literal('choice'), ...asked, options });
const choices = z.strictObject({ kind: z.literal('choices'), ...asked, options });
const yesNo = z.strictObject({ kind: z.literal('yes-no'), ...asked });
const nationalId = z.strictObject({
  kind: z.literal('national-id'),
  ...asked,
  whose: z.enum(['another', 'anybody']).optional(),
});
const information = z.strictObject({
  kind: z.literal('information'),
  ...named,
  text: texts,
  tone: z.enum(['info', 'warning']).optional(),
  stops: z.boolean().optional(),
  instead: z
    .strictObject({
      label: texts,
      href: z.string().regex(/^(\/[a-z]|https:\/\/|tel:\+?\d{3,15}$)/, { error: 'address' }),
    })
    .optional(),
});

const field = z.discriminatedUnion('kind', [
  text,
  number,
  money,
  date,
  choice,
  nationalId,
  z.strictObject({
    kind: z.literal('long-text'),
    ...asked,
    maxLength: z.int().min(100).max(10_000).default(2000),
  }),
  z.strictObject({
    kind: z.literal('period'),
    ...asked,
    earliest: limitDay.optional(),
    latest: limitDay.optional(),
    openEnded: z.boolean().default(false),
    maxDays: z.int().min(1).optional(),
  }),
  choices,
  yesNo,
  z.strictObject({ kind: z.literal('person'), ...asked, relations: options }),
  z.strictObject({ kind: z.literal('phone'), ...asked }),
  z.strictObject({ kind: z.literal('email'), ...asked }),
  z.strictObject({ kind: z.literal('child'), ...asked }),
  z.strictObject({ kind: z.literal('address'), ...asked }),
  z.strictObject({ kind: z.literal('bank-account'), ...asked }),
  z.strictObject({ kind: z.literal('property'), ...asked }),
  z.strictObject({
    kind: z.literal('schedule'),
    ...asked,
    rows: z.array(option).min(1).max(31),
    columns: z.array(option).min(1).max(7),
  }),
  z.strictObject({
    kind: z.literal('rows'),
    ...asked,
    item: texts,
    add: texts,
    columns: z.array(z.discriminatedUnion('kind', [text, number, money, date, choice, nationalId])).min(1),
    maxRows: z.int().min(2).max(50).default(10),
  }),
  z.strictObject({
    kind: z.literal('file'),
    ...asked,
    accept: z.array(z.enum(Object.keys(fileKinds) as [FileKind, ...FileKind[]])).min(1),
    maxFiles: z.int().min(1).max(20).default(5),
    maxMegabytes: z.int().min(1).max(50).default(10),
    bringLater: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('care-home-wishes'), ...asked, max: z.int().min(1).max(5) }),
  information,
  z.strictObject({
    kind: z.literal('computed'),
    ...named,
    value: sum,
    money: z.boolean().default(false),
    unit: texts.optional(),
  }),
  z.strictObject({ kind: z.literal('consent'), ...asked, text: texts }),
]);

const pageOf = <F extends z.ZodType>(field: F) =>
  z.strictObject({
    slug,
    title: texts,
    lead: texts.optional(),
    shownIf: rule.optional(),
    limits: z.array(z.strictObject({ field: slug, holds: rule, message: texts })).optional(),
    groups: z
      .array(
        z.strictObject({
          id: slug,
          title: texts.optional(),
          text: texts.optional(),
          shownIf: rule.optional(),
          fields: z.array(field).min(1),
        }),
      )
      .min(1),
  });

// Only what says nothing of who answers, and nothing filled in from anywhere: see definition-guide.ts.
const plain = { prefill: true, locked: true } as const;
const guidePage = pageOf(
  z.discriminatedUnion('kind', [
    choice.omit(plain),
    choices.omit(plain),
    yesNo.omit(plain),
    information.omit({ stops: true }),
  ]),
);

/** Amounts, times and rules of law differ over the years: each says from when it is true and where it comes from. */
const datedText = { validFrom: day, validTo: day.optional(), text: texts, source: z.string().min(1) };
const dated = z.array(z.strictObject(datedText)).min(1);

/** A page on the web that a reader is sent to: encrypted, and with nothing in it that says who she is. */
const webAddress = z.string().refine(
  (text) => {
    const url = URL.parse(text);
    const hasOnlyHost = url?.username === '' && url.password === '' && url.port === '';
    return hasOnlyHost && url.protocol === 'https:' && z.regexes.domain.test(url.hostname);
  },
  { error: 'web-address' },
);

const catalogue = {
  schema: z.literal(1),
  slug: slug.refine((name) => name !== GUIDE, { error: 'slug-reserved' }),
  category: z.enum(['care', 'economy', 'transport', 'school', 'building']),
  languages: z.array(language).min(1),
  name: texts,
  /** one sentence, for the list */
  summary: texts,
  /** other words that people search by, separated by commas */
  searchWords: texts,
  /** what it is, as paragraphs and lists */
  about: texts,
  forWhom: texts,
  cost: dated.optional(),
  /** `weeks` where the time counts from the day it was received: a day to expect is reckoned from it */
  usualTime: z
    .array(z.strictObject({ ...datedText, weeks: z.int().min(1).max(104).optional() }))
    .min(1)
    .optional(),
  /** what the resident reads while the case is in each phase, where the portal's own words are not enough */
  phases: z
    .partialRecord(
      z.enum([
        'received_by_us',
        'received_by_office',
        'being_looked_into',
        'waiting_for_you',
        'comments_before_decision',
        'decided',
        'being_carried_out',
        'appealed',
      ]),
      texts,
    )
    .optional(),
};

/** A service that is applied for somewhere else today: the catalogue says how, and doesn't pretend more. */
const elsewhereSchema = z.strictObject({
  kind: z.literal('elsewhere'),
  ...catalogue,
  howToApply: texts,
  /** where one applies on the web: whose address it is, and which e-ID one logs in with there */
  applyAt: z.strictObject({ url: webAddress, owner: texts, logIn: texts }).optional(),
});

const formSchema = z.strictObject({
  kind: z.literal('form'),
  ...catalogue,
  /** what is asked for, in the accusative: "Jag ansöker om …" */
  appliesFor: texts,
  atHand: z.array(texts),
  minutes: z.int().min(1).max(240),
  /** what happens when it has been sent, step by step */
  afterwards: z.array(texts).min(1),
  law: dated,
  /** what the municipality must do, or the resident, and within what time */
  deadlines: dated.optional(),
  /** who must sign before it is sent in */
  signers: signersSchema({ slug, texts, rule }),
  /** the questions that say whom it is for, where somebody else fills it in */
  onBehalf: z.strictObject({ name: slug, nationalId: slug }).optional(),
  /** other services whose earlier applications fill this one in too, where their questions have the same ids */
  earlierFrom: z.array(slug).min(1).optional(),
  destination: z.strictObject({
    /** what the receiving system calls this kind of application */
    applicationType: slug,
    /** the board that decides */
    unit: texts,
  }),
  pages: z.array(pageOf(field)).min(1),
});

export const serviceDefinitionSchema = z
  .discriminatedUnion('kind', [
    formSchema,
    elsewhereSchema,
    guideSchema({ slug, language, texts, rule, page: guidePage, advice: information.omit({ stops: true }) }),
  ])
  .superRefine((definition, context) => {
    for (const { path, message, params } of checkDefinition(definition)) {
      context.addIssue({ code: 'custom', path, message, params: params ?? {} });
    }
  });

export type ServiceDefinition = z.infer<typeof serviceDefinitionSchema>;
/** A definition as it is written: what has a default may be left out. */
export type ServiceDocument = z.input<typeof serviceDefinitionSchema>;
export type ServiceForm = Extract<ServiceDefinition, { kind: 'form' }>;
/** "Which service fits me?": not a service itself, but written, checked and published as one. */
export type Guide = Extract<ServiceDefinition, { kind: 'guide' }>;
export type Category = Exclude<ServiceDefinition, Guide>['category'];
