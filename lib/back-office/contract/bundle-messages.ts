import { z } from 'zod';
import { offerStates } from '@/lib/care-home-queue/domain/offer';
import { occurredAt } from '@/lib/kernel/told';
import type { WritingName } from './calls';
import { ignored } from './case-state-messages';
import * as m from './messages';

/* How everything is now, for systems that can say no more (decision 0120). */

const id = z.uuid();
const most = 200;
const stateAs = (schema: string) =>
  z.record(z.string(), z.unknown()).meta({
    description: `A ${schema}. Each is checked by itself: one that is wrong stops no other.`,
  });

/** What a bundle holds beside whole cases: each list by the operation that tells of one such thing. */
export const bundled = {
  appointmentInvitations: 'put-appointment-invitation',
  offers: 'put-offer',
  carePlans: 'put-care-plan',
  careVisits: 'put-care-visit',
  careNotes: 'put-care-note',
} as const satisfies Record<string, WritingName>;
export type BundledList = keyof typeof bundled;
export const bundledLists = Object.keys(bundled) as BundledList[];

const ofCase = {
  case: m.externalId.meta({
    description: 'the system’s own id of the case, which may be in the same bundle',
  }),
  externalId: m.externalId,
};
const things = <S extends z.ZodRawShape>(shape: S, description: string) =>
  z.array(z.strictObject(shape)).max(most).optional().meta({ description });

export const bundle = z
  .strictObject({
    sentAt: occurredAt,
    isComplete: z.boolean().optional().meta({
      description:
        'true: all of the system’s cases that have not ended are here. The answer then names those that are not. None is closed by that.',
    }),
    cases: z
      .array(
        z.strictObject({
          service: z.string().regex(/^[a-z0-9-]{1,64}$/),
          externalId: m.externalId,
          state: stateAs('CaseState'),
        }),
      )
      .max(most),
    appointmentInvitations: things(
      { ...ofCase, state: stateAs('AppointmentInvitation') },
      'needs appointments.write',
    ),
    offers: things({ ...ofCase, state: stateAs('Offer') }, 'needs offers.write'),
    carePlans: things({ externalId: m.externalId, state: stateAs('CarePlan') }, 'needs care.write'),
    careVisits: things({ externalId: m.externalId, state: stateAs('CareVisit') }, 'needs care.write'),
    careNotes: things({ externalId: m.externalId, state: stateAs('CareNote') }, 'needs care.write'),
  })
  .meta({
    id: 'Bundle',
    description: 'All that the system has to say, as it is now. What is left out is not taken away.',
  });

export type Bundle = z.output<typeof bundle>;

const became = {
  outcome: z.enum(['applied', 'unchanged', 'older', 'parked', 'waiting', 'refused']).meta({
    description:
      'parked: it did not fit, and is kept for a person to look at. waiting: a fault of ours; it is tried again by itself. refused: it is not well-formed, or of a case that is not here, and is not kept; case-not-done: its case is in this bundle and is parked or waits, so send it again when that is done.',
  }),
  reason: z.string().optional().meta({ description: 'a code, where it is not done' }),
  inboxId: id.optional().meta({ description: 'where it is kept, if it is parked or waits' }),
  errors: z.record(z.string(), z.string()).optional().meta({ description: 'field → what is wrong' }),
};
const answers = <S extends z.ZodRawShape>(shape: S) =>
  z.array(z.strictObject({ externalId: z.string(), ...shape, ...became }));

const stands = 'as it stands now, whatever was told: these have no version, and applied says no more';

export const bundleAnswer = z
  .strictObject({
    cases: answers({ service: z.string(), caseId: id.optional(), ignored: ignored.optional() }),
    missing: z
      .array(z.strictObject({ caseId: id, externalId: z.string().optional() }))
      .optional()
      .meta({
        description: 'where isComplete: the system’s cases here that have not ended and are not in it',
      }),
    appointmentInvitations: answers({
      case: z.string(),
      state: z.enum(['open', 'withdrawn']).optional().meta({ description: stands }),
    }).optional(),
    offers: answers({
      case: z.string(),
      state: z.enum(offerStates).optional().meta({ description: stands }),
    }).optional(),
    carePlans: answers({}).optional(),
    careVisits: answers({}).optional(),
    careNotes: answers({}).optional(),
  })
  .meta({ id: 'BundleAnswer', description: 'Each list in the order it was sent' });

export type BundleAnswer = z.infer<typeof bundleAnswer>;
