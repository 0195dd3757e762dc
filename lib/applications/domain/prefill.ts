import { type Answers, type AnswerValue, isEmpty } from '@/lib/catalogue/domain/answers-shape';
import { fieldSchema } from '@/lib/catalogue/domain/field-schema';
import type { FieldContext } from '@/lib/catalogue/domain/findings';
import { type AskedField, type Field, isAsked, type PrefillSource } from '@/lib/catalogue/domain/form-shape';
import { inputNames, inputValues } from '@/lib/catalogue/domain/input-names';
import type { OwnFact, OwnFacts, RegisteredAddress } from '@/lib/identity/domain/own-facts';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { formatNationalId } from '@/lib/kernel/national-id';
import type { Posted } from './answers';
import type { Snapshot } from './snapshot';

/*
 * What a form is filled in with beforehand. It is shown as such, and is nobody's answer until she has seen the page it
 * stands on and sent it.
 */

/** An answer to begin with, and from where and when. */
export interface Offer {
  source: PrefillSource;
  on: CalendarDate;
  value: AnswerValue;
}

/** What is known for a draft; kept with it, so that saving and signing judge what she was shown. */
export interface Known {
  /** by fact: when it was looked up (ISO instant), and what it was; null where there was nothing to tell */
  facts: { [Fact in OwnFact]?: { at: string; value: OwnFacts[Fact] | null } };
  /** by question: what stood there beforehand on the page that she has sent */
  seen: Record<string, Offer>;
}

export const nothingKnown: Known = { facts: {}, seen: {} };

/** Her latest application for the same service, or one that goes before it, as she sent it. */
export interface Earlier {
  on: CalendarDate;
  snapshot: Pick<Snapshot, 'pages'>;
}

const factOf: Record<Exclude<PrefillSource, 'earlier'>, OwnFact> = {
  'register-name': 'name',
  'register-national-id': 'national-id',
  'register-address': 'address',
  'register-civil-status': 'civil-status',
  'contact-phone': 'phone',
  'contact-email': 'email',
};

/** Old enough to ask anew when a page that needs it is opened. */
const FRESH_MS = 60 * 60_000;

/** The facts that a page needs and that aren't known, or not lately. Nothing for questions she has answered. */
export function factsToLookUp(
  fields: readonly Field<unknown>[],
  answers: Answers,
  { facts, seen }: Known,
  now: Date,
): OwnFact[] {
  const wanted = fields.filter(isAsked).flatMap((field): OwnFact[] => {
    if (field.kind === 'child') return ['children-in-care'];
    if (!field.prefill || field.prefill === 'earlier') return [];
    const isSettled = field.id in seen || !isEmpty(answers[field.id]);
    return isSettled && !field.locked ? [] : [factOf[field.prefill]];
  });
  const isFresh = (fact: OwnFact) => {
    const known = facts[fact];
    // A number that she has just written in her settings is ours to find at once: nobody else is asked for it.
    if (known?.value === null && (fact === 'phone' || fact === 'email')) return false;
    return known !== undefined && now.getTime() - Date.parse(known.at) < FRESH_MS;
  };
  return [...new Set(wanted)].filter((fact) => !isFresh(fact));
}

/** `known` with an answer to what was looked up. What a silent register was asked stays as it was. */
export function learn(
  known: Known,
  asked: readonly OwnFact[],
  { facts, silent }: { facts: OwnFacts; silent: readonly OwnFact[] },
  now: Date,
): Known {
  const told = asked.filter((fact) => !silent.includes(fact));
  const at = now.toISOString();
  return {
    ...known,
    facts: {
      ...known.facts,
      ...Object.fromEntries(told.map((fact) => [fact, { at, value: facts[fact] ?? null }])),
    },
  };
}

/**
 * What these questions are filled in with beforehand: those without an answer whose page she has not sent, and those
 * that only the register can change. Nothing that the question itself would refuse.
 */
export function offersFor(
  fields: readonly Field<unknown>[],
  answers: Answers,
  { known, earlier, context }: { known: Known; earlier: Earlier | null; context: FieldContext },
): Record<string, Offer> {
  const offers: Record<string, Offer> = {};
  for (const field of fields.filter(isAsked)) {
    const isOpen = isEmpty(answers[field.id]) && !(field.id in known.seen);
    if (!field.prefill || !(isOpen || field.locked)) continue;
    const offer = field.prefill === 'earlier' ? fromEarlier(field, earlier) : fromFacts(field, known);
    if (offer && !isEmpty(offer.value) && fieldSchema(field, context).safeParse(offer.value).success) {
      offers[field.id] = offer;
    }
  }
  return offers;
}

function fromEarlier(field: AskedField<unknown>, earlier: Earlier | null): Offer | null {
  const asked = earlier?.snapshot.pages
    .flatMap((page) => page.groups)
    .flatMap((group) => group.questions)
    .find((question) => question.id === field.id && question.kind === field.kind);
  return earlier && asked?.value ? { source: 'earlier', on: earlier.on, value: asked.value } : null;
}

function fromFacts(field: AskedField<unknown>, { facts }: Known): Offer | null {
  const source = field.prefill as Exclude<PrefillSource, 'earlier'>;
  const { [factOf[source]]: fact } = facts;
  if (!fact?.value) return null;
  const value = valueFor(field, source, fact.value as NonNullable<OwnFacts[OwnFact]>);
  return { source, on: dateInSweden(new Date(fact.at)), value };
}

function valueFor(
  field: AskedField<unknown>,
  source: Exclude<PrefillSource, 'earlier'>,
  value: NonNullable<OwnFacts[OwnFact]>,
): AnswerValue {
  if (source === 'register-national-id')
    return formatNationalId(value as NonNullable<OwnFacts['national-id']>);
  if (source !== 'register-address') return value as string;
  const { street, postalCode, city } = value as RegisteredAddress;
  if (field.kind === 'address') return { street, postcode: postalCode, city };
  return `${street}, ${postalCode} ${city}`;
}

/** The posted page with the register's own words where only the register can change them. */
export function withLocked(
  fields: readonly Field<unknown>[],
  offers: Readonly<Record<string, Offer>>,
  posted: Posted,
): Posted {
  const fixed = new Map<string, string[]>();
  for (const field of fields) {
    const offer = isAsked(field) && field.locked ? offers[field.id] : undefined;
    if (!offer) continue;
    const values = inputValues(field, offer.value);
    for (const name of inputNames(field)) fixed.set(name, [values[name] ?? []].flat());
  }
  return {
    get: (name) => (fixed.has(name) ? (fixed.get(name)?.[0] ?? null) : posted.get(name)),
    getAll: (name) => fixed.get(name) ?? posted.getAll(name),
  };
}

/** `known` after a page has been sent: what was offered in the questions that stood on it has now been seen. */
export const afterSeeing = (
  known: Known,
  offers: Readonly<Record<string, Offer>>,
  shown: ReadonlySet<string> | null,
): Known => ({
  ...known,
  seen: {
    ...known.seen,
    ...Object.fromEntries(Object.entries(offers).filter(([id]) => shown === null || shown.has(id))),
  },
});

/** The answers that still are as they were offered, and where they came from. */
export const originsOf = (answers: Answers, { seen }: Known): Record<string, Offer> =>
  Object.fromEntries(
    Object.entries(seen).filter(
      ([id, { value }]) => answers[id] !== undefined && canonicalJson(answers[id]) === canonicalJson(value),
    ),
  );

/** The children in her care, as she can choose among them. */
export const childrenIn = ({ facts }: Known): NonNullable<OwnFacts['children-in-care']> =>
  facts['children-in-care']?.value ?? [];
