import { z } from 'zod';
import { caseVersion, day } from '@/lib/cases/domain/office-messages';
import { toldPerson } from '@/lib/identity/domain/told-person';
import { line, occurredAt, words } from '@/lib/kernel/told';
import { lifeAreas } from './life-area';

/* What a system may tell of somebody's care. The API and the commands read by the same shapes. */

/**
 * Health care is never delivered here: what is written under HSL has secrecy and rules of access of its own, and may not
 * be shown beside this (SKR's position on relatives; PDL). A system must say by which law it speaks.
 */
export const careLaws = ['SoL', 'LSS'] as const;
const law = z.enum(careLaws, {
  error: 'must be "SoL" or "LSS": health care (HSL) is not delivered here',
});

/** Of every message: whose care, by which law, which version of the thing, since when it is so at the office. */
const told = { person: toldPerson, law, version: caseVersion, occurredAt };

export const planStates = ['draft', 'approved', 'ended'] as const;
export const visitStates = ['planned', 'changed', 'cancelled', 'done'] as const;
export const noteKinds = ['event', 'deviation', 'meals', 'activities', 'rest', 'other'] as const;
export const noteStates = ['current', 'retracted'] as const;

const contact = z.strictObject({ name: line(100), role: line(100).optional(), phone: line(40).optional() });
const measure = z.strictObject({ what: words(1000), fromOn: day.optional(), toOn: day.optional() });
const activity = z.strictObject({
  what: words(1000),
  when: line(200),
  who: line(150),
  lifeArea: z.enum(lifeAreas).optional(),
});

export const carePlanMessage = z
  .strictObject({
    ...told,
    state: z.enum(planStates),
    title: line(200),
    provider: line(150),
    contact: contact.optional(),
    decided: z.array(measure).max(30).default([]),
    goals: z.array(words(1000)).max(30).default([]),
    activities: z.array(activity).max(60).default([]),
    participation: words(4000).optional(),
    approvedOn: day.optional(),
    fromOn: day,
    toOn: day.optional(),
    followUpOn: day.optional(),
  })
  .superRefine(({ state, approvedOn, fromOn, toOn }, context) => {
    if (state === 'approved' && approvedOn === undefined)
      wrong(context, 'approvedOn', 'must be there when the plan is approved');
    if (toOn !== undefined && toOn < fromOn) wrong(context, 'toOn', 'must not be before fromOn');
  });

export const careVisitMessage = z
  .strictObject({
    ...told,
    state: z.enum(visitStates),
    startsAt: occurredAt,
    endsAt: occurredAt,
    what: words(500),
    provider: line(150),
    who: line(100).optional(),
    done: words(2000).optional(),
    reason: words(500).optional(),
  })
  .superRefine(({ state, startsAt, endsAt, done }, context) => {
    if (endsAt <= startsAt) wrong(context, 'endsAt', 'must be after startsAt');
    if (done !== undefined && state !== 'done') wrong(context, 'done', 'belongs to a visit that is done');
  });

export const careNoteMessage = z
  .strictObject({
    ...told,
    state: z.enum(noteStates).default('current'),
    kind: z.enum(noteKinds),
    at: occurredAt,
    lifeArea: z.enum(lifeAreas).optional(),
    text: words(8000).optional(),
    author: z.strictObject({ role: line(100), name: line(100).optional() }),
  })
  .superRefine(({ state, text }, context) => {
    if (state === 'current' && text === undefined) wrong(context, 'text', 'must be there');
    if (state === 'retracted' && text !== undefined)
      wrong(context, 'text', 'must not be there: what is taken back is not kept');
  });

const wrong = (context: z.RefinementCtx, field: string, message: string) =>
  context.addIssue({ code: 'custom', path: [field], message });

export type CarePlanMessage = z.output<typeof carePlanMessage>;
export type CareVisitMessage = z.output<typeof careVisitMessage>;
export type CareNoteMessage = z.output<typeof careNoteMessage>;
export type VisitState = (typeof visitStates)[number];
export type NoteKind = (typeof noteKinds)[number];
export type CareLaw = (typeof careLaws)[number];
