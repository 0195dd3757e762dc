import * as z from 'zod';
import { isId } from '@/lib/kernel/ids';

const id = z.string().refine(isId);

/** Where a message is written: in a thread that is there, or the first of a new one, about a case or to a service. */
const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('thread'), threadId: id }),
  z.strictObject({ kind: z.literal('case'), caseId: id }),
  z.strictObject({ kind: z.literal('service'), slug: z.string().regex(/^[a-z0-9-]{1,64}$/) }),
]);
export type Place = z.infer<typeof place>;

/** Null where it can be none: what comes from a browser is whatever somebody wrote. */
export const readPlace = (value: unknown): Place | null => place.safeParse(value).data ?? null;
