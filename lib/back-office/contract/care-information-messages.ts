import { z } from 'zod';
import {
  careNoteMessage,
  carePlanMessage,
  careVisitMessage,
} from '@/lib/care-information/domain/care-messages';
import { careOutcomes } from '@/lib/care-information/domain/version';

/** Care as those who give it tell of it: SoL and LSS alone. */
const LAW =
  '`law` says by which law: what belongs to health care (HSL) is refused, and must never be put into a text here.';

export const carePlan = carePlanMessage.meta({
  id: 'CarePlan',
  description: `What was decided for a person and how it is carried out, whole and as it is now. Only what is \`approved\` is shown; of a draft nothing but its version is kept, and what was approved before it stands until then. \`ended\` takes it away. ${LAW}`,
});

export const careVisit = careVisitMessage.meta({
  id: 'CareVisit',
  description: `A visit, whole and as it is now: planned, changed, cancelled, or done and what was done. ${LAW}`,
});

export const careNote = careNoteMessage.meta({
  id: 'CareNote',
  description: `What staff have written. A newer version with another content corrects it, and both are shown; \`retracted\` (without \`text\`) takes it back, and nothing of what it said is kept. ${LAW}`,
});

export const careKept = z
  .strictObject({
    externalId: z.string(),
    outcome: z.enum(careOutcomes).meta({
      description: 'same: this version was told before. older: a newer one was. Neither changes anything.',
    }),
  })
  .meta({ id: 'CareKept' });
