import { z } from 'zod';
import { changeIds, changeKinds, positionOf } from '../domain/change';
import { instant } from './times';

/* What has happened since a system last asked. */

export const since = z
  .string()
  .max(64)
  .refine((text) => positionOf(text) !== null, 'must be a cursor from an answer, or left out')
  .meta({ description: '`cursor` of the last answer; left out: from the beginning of what is kept' });

const ids = Object.fromEntries(changeIds.map((name) => [name, z.string().optional()])) as Record<
  (typeof changeIds)[number],
  z.ZodOptional<z.ZodString>
>;

export const change = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(changeKinds).meta({
      description:
        'case-assigned: a case is the system’s from now on. delivery-made, delivery-received: fetch it by deliveryId. decision-opened: from then the time to appeal counts. material-opened: she has opened what she may comment on. messages-read: she has been shown what the office wrote in a thread. message-parked: something the system told did not fit; message-done, message-dismissed: what became of it. There may come more kinds: pass over what you don’t know.',
    }),
    at: instant,
    ...ids,
  })
  .meta({ id: 'Change', description: 'Ids only; how things stand is asked by them.' });

export const changePage = z
  .strictObject({
    items: z.array(change),
    cursor: z.string().meta({ description: 'for `since` the next time; keep it when the items are safe' }),
    hasMore: z.boolean().meta({ description: 'true: ask again at once' }),
  })
  .meta({ id: 'ChangePage' });

export type Change = z.infer<typeof change>;
export type ChangePage = z.infer<typeof changePage>;
