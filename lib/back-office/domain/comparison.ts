/** A case as we have it with a system. */
export interface CaseHere {
  caseId: string;
  /** the system's own id of it; null until it has acknowledged the application */
  externalId: string | null;
  /** deliveries of the case: which the system has said that it has, and which not */
  received: readonly string[];
  open: readonly string[];
}

/** A case as the system lists it. */
export interface CaseThere {
  externalId: string;
  caseId?: string | undefined;
  deliveries?: readonly string[] | undefined;
  messages?: readonly string[] | undefined;
}

export type Difference =
  /** we were told that the system has it, and it has not: it is sent again */
  | { kind: 'missing-there'; caseId: string; deliveries: readonly string[] }
  /** it has it, but its receipt never came: it counts as received */
  | { kind: 'receipt-missing'; caseId: string; externalId: string; deliveries: readonly string[] }
  /** it has told something that never came: it is asked for the case */
  | { kind: 'behind-here'; caseId: string; externalId: string; messages: readonly string[] }
  /** it has a case that we know nothing of: it is asked for it */
  | { kind: 'unknown-here'; externalId: string };

/**
 * What differs in a case that the system lists. `here` is how we had it before the system was asked: what happened since is
 * no difference. `heard` is which of its messages have been done here.
 */
export function compareCase(
  here: CaseHere | null,
  there: CaseThere,
  heard: ReadonlySet<string>,
): Difference[] {
  const { externalId } = there;
  if (!here) return [{ kind: 'unknown-here', externalId }];
  const { caseId } = here;
  const theirs = there.deliveries && new Set(there.deliveries);
  const missing = theirs ? here.received.filter((id) => !theirs.has(id)) : [];
  const unreceipted = theirs ? here.open.filter((id) => theirs.has(id)) : [];
  const unheard = (there.messages ?? []).filter((id) => !heard.has(id));
  return [
    ...(missing.length > 0 ? [{ kind: 'missing-there' as const, caseId, deliveries: missing }] : []),
    ...(unreceipted.length > 0
      ? [{ kind: 'receipt-missing' as const, caseId, externalId, deliveries: unreceipted }]
      : []),
    ...(unheard.length > 0 ? [{ kind: 'behind-here' as const, caseId, externalId, messages: unheard }] : []),
  ];
}

/** Cases of ours that the system says nothing of at all, when it has listed all that it has. */
export const compareRest = (
  here: readonly CaseHere[],
  listed: ReadonlySet<string>,
): Extract<Difference, { kind: 'missing-there' }>[] =>
  here
    .filter(({ caseId, received }) => received.length > 0 && !listed.has(caseId))
    .map(({ caseId, received }) => ({ kind: 'missing-there', caseId, deliveries: received }));

const SUSPICIOUS = { share: 0.2, atLeast: 20 };

/**
 * A system that has lost so much has been emptied, or is another than it should be: nothing is sent to it before a person
 * has looked. `compared` is how many cases of ours it should have.
 */
export const isSuspicious = ({ missing, compared }: { missing: number; compared: number }): boolean =>
  missing >= SUSPICIOUS.atLeast && missing > compared * SUSPICIOUS.share;

const problems = ['too-many-missing', 'not-all-mended', 'no-answer'] as const;

/** The kinds of trouble that people are told of, by the code on the row; one that is of the line alone is "no answer". */
export const comparisonProblem = (code: string): (typeof problems)[number] =>
  problems.find((problem) => problem === code) ?? 'no-answer';
