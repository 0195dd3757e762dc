import type { LifeArea } from './life-area';

/* What is sealed in the rows of this module, and by which context. */

/** Whom to turn to: in home care her fast omsorgskontakt. */
export interface CareContact {
  name: string;
  role?: string | undefined;
  phone?: string | undefined;
}

/** Something that was decided (insats). */
export interface Measure {
  what: string;
  fromOn?: string | undefined;
  toOn?: string | undefined;
}

export interface Activity {
  what: string;
  when: string;
  who: string;
  lifeArea?: LifeArea | undefined;
}

export interface PlanContent {
  title: string;
  provider: string;
  contact?: CareContact | undefined;
  decided: Measure[];
  goals: string[];
  activities: Activity[];
  /** how she took part, and what she wishes */
  participation?: string | undefined;
  followUpOn?: string | undefined;
}

export interface VisitContent {
  what: string;
  provider: string;
  who?: string | undefined;
  /** what was done, where it is */
  done?: string | undefined;
  /** why it was changed or cancelled */
  reason?: string | undefined;
}

export interface NoteContent {
  text: string;
  lifeArea?: LifeArea | undefined;
  author: { role: string; name?: string | undefined };
}

export const planContext = (tenantId: string, id: string) => `care-plan.content:${tenantId}:${id}`;
export const visitContext = (tenantId: string, id: string) => `care-visit.content:${tenantId}:${id}`;
/** An earlier version of a note is sealed as it was: it moves, and is not written anew. */
export const noteContext = (tenantId: string, id: string) => `care-note.content:${tenantId}:${id}`;
