import { z } from 'zod';
import { casePhases } from '@/lib/cases/domain/case-lifecycle';
import { caseVersion, day, happening, statusCode, toldPhases } from '@/lib/cases/domain/office-messages';
import { occurredAt } from '@/lib/kernel/told';
import * as c from './comment-messages';
import * as m from './messages';
import { officeMessage } from './office-messages';

/* A case's whole state at once, for systems that can only say now and then how things are (decision 0120). */

const id = z.uuid();
const isWithdrawn = z.boolean().optional().meta({ description: 'true: it has been taken back since' });

export const caseState = z
  .strictObject({
    version: caseVersion.meta({
      description:
        'The system’s own number of this state of the case, which only grows: a counter, or the time in milliseconds. An older one changes nothing.',
    }),
    occurredAt: occurredAt.meta({ description: 'since when the case is as it says here' }),
    person: m.caseOfService.shape.person,
    receivedAt: occurredAt.meta({
      description: 'when the application reached the office: the day the law counts from (FL 22 §)',
    }),
    phase: z.enum(['received_by_office', ...toldPhases, 'waiting_for_you', 'decided']).meta({
      description:
        'waiting_for_you and decided follow from what is asked and decided below; said without that, they are ignored.',
    }),
    statusCode: statusCode.optional(),
    officer: happening.officer,
    expectedOn: day.optional().meta({ description: 'when the office now thinks that it decides' }),
    supplements: z
      .array(m.supplementRequest.extend({ externalId: m.externalId, isWithdrawn }))
      .max(50)
      .optional(),
    commentRounds: z
      .array(c.commentRound.extend({ externalId: m.externalId, isWithdrawn }))
      .max(20)
      .optional(),
    decisions: z
      .array(m.decision.extend({ externalId: m.externalId }))
      .max(20)
      .optional(),
    messages: z
      .array(officeMessage.extend({ externalId: m.externalId }))
      .max(50)
      .optional(),
  })
  .meta({
    id: 'CaseState',
    description:
      'All that the system has to say of a case, as it is now. What is left out is not taken away: a list may be short, or missing.',
  });

export type CaseState = z.output<typeof caseState>;

export const ignored = z
  .array(
    z.strictObject({
      field: z.string().meta({ description: 'as supplements.K1.text: a list’s things by their own ids' }),
      why: z.enum(['portal', 'register', 'differs', 'gone-on', 'follows']).meta({
        description:
          'portal, register: whose the field is. differs: she may have read what was told first under the id. gone-on: the case no longer takes it. follows: it is so only by what is asked or decided.',
      }),
    }),
  )
  .meta({ description: 'what was told and changed nothing, though it differs from what stands here' });

export const caseStateRecorded = z
  .strictObject({
    externalId: z.string(),
    caseId: id,
    number: z.string().meta({ description: 'what she says on the phone' }),
    phase: z.enum(casePhases).meta({ description: 'the phase the case is in, after' }),
    outcome: z.enum(['applied', 'unchanged', 'older']).meta({
      description: 'unchanged: this version was told before. older: a newer one was.',
    }),
    ignored,
  })
  .meta({ id: 'CaseStateRecorded' });

export type CaseStateRecorded = z.infer<typeof caseStateRecorded>;
export type Ignored = z.infer<typeof ignored>[number];
