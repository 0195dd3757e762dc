import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { sealJson } from '@/lib/platform/crypto';
import type { Prisma, Tx } from '@/lib/platform/db';
import { conflict, notFound, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { visibleCases } from '../access';
import { type CaseEventKind, isNewsToHer } from '../domain/case-event';
import { type CaseAction, type CasePhase, stepFor } from '../domain/case-lifecycle';
import { type NamedOfficer, officerContext } from '../domain/case-seals';
import type { Officer } from '../domain/office-messages';
import { officerOf } from '../queries/officer-of';

/** What the commands of this module share: taking a case into the transaction, and moving it. */
export interface LockedCase {
  tenantId: string;
  id: string;
  personId: string;
  phase: CasePhase;
  phaseSince: Date;
  externalId: string | null;
  officeStatusId: string | null;
  officeStatusAt: Date | null;
  officer: NamedOfficer | null;
  officeVersion: bigint | null;
  officeHash: Uint8Array | null;
  expectedOn: Date | null;
  expectedAt: Date | null;
  version: number;
  signers: number;
  receivedAt: Date;
  receivedByOfficeAt: Date | null;
  lastEventAt: Date;
}

/**
 * The case, if the actor may see it, locked until the transaction ends: what happens in one case happens one thing at
 * a time, so "is it there already?" can be asked and acted upon.
 */
export const lockCaseInTx = (tx: Tx, actor: Actor, caseId: string): Promise<LockedCase> =>
  unscopedLockCaseInTx(tx, visibleCases(actor), caseId);

/** As lockCaseInTx, for what the portal itself does to any case: the caller has asked whether it may. */
export async function unscopedLockCaseInTx(
  tx: Tx,
  which: Prisma.CaseWhereInput & { tenantId: string },
  caseId: string,
): Promise<LockedCase> {
  await tx.$queryRaw`select 1 from cases where tenant_id = ${which.tenantId} and id = ${caseId}::uuid for update`;
  const found = await tx.case.findFirst({
    where: { ...which, id: caseId },
    select: {
      tenantId: true,
      id: true,
      personId: true,
      phase: true,
      phaseSince: true,
      externalId: true,
      officeStatusId: true,
      officeStatusAt: true,
      officerSealed: true,
      officeVersion: true,
      officeHash: true,
      expectedOn: true,
      expectedAt: true,
      version: true,
      signers: true,
      receivedAt: true,
      receivedByOfficeAt: true,
      lastEventAt: true,
    },
  });
  if (!found) throw notFound();
  const { officerSealed, ...row } = found;
  return { ...row, officer: officerOf(which.tenantId, caseId, officerSealed) };
}

export interface Happening {
  at: Date;
  /** left out where only the officer is news */
  event?: CaseEventKind | undefined;
  refId?: string | undefined;
  officer?: Officer | undefined;
  /** it came from the office, so the office must have the case */
  fromOffice?: boolean;
}

/** Moves a locked case by the lifecycle, or refuses (NotNow), and writes the event into its timeline. */
export async function moveCaseInTx(
  tx: Tx,
  locked: LockedCase,
  action: CaseAction,
  happening: Happening,
): Promise<CasePhase> {
  const step = stepFor(locked.phase, action, { occurredAt: happening.at, phaseSince: locked.phaseSince });
  if (typeof step === 'object') throw notNow(`errors:${step.refuse}`);
  const phase = step === 'stay' ? locked.phase : step;
  await noteInCaseInTx(
    tx,
    locked,
    happening,
    phase !== locked.phase ? { phase, phaseSince: happening.at } : {},
  );
  return phase;
}

/** Writes an event into a locked case's timeline, and what follows from it on the case itself. */
export async function noteInCaseInTx(
  tx: Tx,
  locked: LockedCase,
  { at, event, refId, officer, fromOffice }: Happening,
  more: Prisma.CaseUncheckedUpdateManyInput = {},
): Promise<void> {
  const { tenantId, id } = locked;
  const named = officer && namedOfficer(locked, officer, at);
  const events: { kind: CaseEventKind; refId?: string }[] = [];
  if (event) events.push({ kind: event, ...(refId && { refId }) });
  if (named?.name && named.name !== locked.officer?.name) events.push({ kind: 'officer-named' });
  const news = events.filter(({ kind }) => fromOffice || isNewsToHer(kind)).length;
  const { count } = await tx.case.updateMany({
    where: { tenantId, id, version: locked.version },
    data: {
      ...more,
      ...(named && { officerSealed: sealJson(named, officerContext(tenantId, id)) }),
      ...(fromOffice && locked.receivedByOfficeAt === null && { receivedByOfficeAt: at }),
      ...(at > locked.lastEventAt && { lastEventAt: at }),
      version: { increment: 1 },
      ...(news > 0 && { news: { increment: news } }),
    },
  });
  if (count === 0) throw conflict();
  await tx.caseEvent.createMany({
    data: events.map((row) => ({ tenantId, caseId: id, occurredAt: at, ...row })),
  });
  // With an event the command tells of that itself, and her open page looks at all of the case.
  if (named && !event && !isSameOfficer(named, locked.officer))
    await emitInTx(tx, locked, {
      type: 'cases.officer-changed',
      payload: { caseId: id, personId: locked.personId },
      caseId: id,
    });
  locked.version += 1;
}

/** The officer a message names, unless a later message has already named one. */
function namedOfficer(locked: LockedCase, officer: Officer, at: Date): NamedOfficer | undefined {
  const stamp = at.toISOString();
  return locked.officer && locked.officer.at > stamp ? undefined : { ...officer, at: stamp };
}

const isSameOfficer = (one: NamedOfficer, other: NamedOfficer | null): boolean =>
  (['name', 'unit', 'phone', 'email'] as const).every((key) => one[key] === other?.[key]);

/** When the timeline says that these kinds of events happened: most of the phases' own stand there once. */
export const eventTimesInTx = async (
  tx: Tx,
  { tenantId, id }: LockedCase,
  kinds: CaseEventKind[],
): Promise<Date[]> =>
  (
    await tx.caseEvent.findMany({
      where: { tenantId, caseId: id, kind: { in: kinds } },
      select: { occurredAt: true },
    })
  ).map(({ occurredAt }) => occurredAt);

/** What she was asked is over: nothing may be asked in a case that is decided or has ended. */
export async function endWhatIsAskedInTx(tx: Tx, { tenantId, id: caseId }: LockedCase): Promise<void> {
  await tx.supplement.updateMany({
    where: { tenantId, caseId, status: 'asked' },
    data: { status: 'withdrawn', version: { increment: 1 } },
  });
  await tx.commentRound.updateMany({
    where: { tenantId, caseId, status: { in: ['open', 'answered'] } },
    data: { status: 'ended', version: { increment: 1 } },
  });
}

/**
 * A request is answered or taken back. With the last one the case goes on: to the comments where she is asked for those
 * meanwhile, else to being looked into.
 */
export async function endSupplementInTx(tx: Tx, locked: LockedCase, happening: Happening): Promise<void> {
  const { tenantId, id: caseId } = locked;
  if ((await tx.supplement.count({ where: { tenantId, caseId, status: 'asked' } })) > 0)
    return noteInCaseInTx(tx, locked, happening);
  const phase = await moveCaseInTx(tx, locked, 'last-supplement-done', happening);
  const asked = await tx.commentRound.count({ where: { tenantId, caseId, status: 'open' } });
  if (asked === 0 || phase !== 'being_looked_into') return;
  const { at } = happening;
  await moveCaseInTx(tx, { ...locked, phase, phaseSince: at }, 'ask-comments', { at });
}
