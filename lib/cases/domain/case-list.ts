import { isId } from '@/lib/kernel/ids';

/**
 * What her list of cases can be narrowed to. `waits-for-you` is what only she can bring on, whatever else it is; the
 * last three are standings (case-lifecycle.ts).
 */
export const caseFilters = ['all', 'waits-for-you', 'ongoing', 'decided', 'ended'] as const;
export type CaseFilter = (typeof caseFilters)[number];

/** Anything else is all of them: an address that somebody has changed or cut off still shows her cases. */
export const readFilter = (text: unknown): CaseFilter => caseFilters.find((one) => one === text) ?? 'all';

/** A place between two cases of the list, by the one it stands beside: what comes meanwhile moves nothing. */
export interface ListPlace {
  at: Date;
  id: string;
}

const SHAPE = /^(\d{1,13})_([0-9a-f-]{36})$/;

/** For the address of a page. Nothing of the person's is in it: a time, and an id that says nothing without a log-in. */
export const writePlace = ({ at, id }: ListPlace): string => `${at.getTime()}_${id}`;

/** Null for what is no place: then the list begins at its beginning. */
export function readPlace(text: unknown): ListPlace | null {
  const [, time, id] = SHAPE.exec(typeof text === 'string' ? text : '') ?? [];
  const at = new Date(Number(time));
  return id && isId(id) && !Number.isNaN(at.getTime()) ? { at, id } : null;
}
