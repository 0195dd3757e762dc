import 'server-only';
import {
  type CaseOfSystem,
  findCasesOfSystemInTx,
  listOngoingCasesOfSystemInTx,
  releaseExternalIdInTx,
} from '@/lib/cases/api';
import type { JobActor, SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import type { UpstreamAnswer } from '@/lib/platform/http-client';
import { log } from '@/lib/platform/log';
import { systemActor } from '../access';
import type { CaseInList, CasePage, Connector } from '../connectors/connector';
import { connectorOf } from '../connectors/connector-of';
import { type CaseHere, compareCase, compareRest, type Difference, isSuspicious } from '../domain/comparison';
import { receiveOfficeMessage } from './collect-changes';
import { recordReceipt } from './record-receipt';
import { setGoingInTx } from './set-going-in-tx';

const AT_ONCE = 500;
/** A list that goes on after this goes on for ever. */
const MOST_PAGES = 20_000;

interface Work {
  actor: JobActor;
  system: SystemActor;
  connector: Connector;
  listCases: NonNullable<Connector['listCases']>;
  signal: AbortSignal;
  counts: Counts;
  /** somebody has looked: a system that seems to have been emptied is to be filled again */
  mayFill: boolean;
}
interface Counts {
  cases: number;
  missingThere: number;
  receiptMissing: number;
  behindHere: number;
  unknownHere: number;
  mended: number;
}

/**
 * Asks a system for all its cases, compares them with ours, and mends what differs: what it has lost is sent again, what it
 * has and never acknowledged counts as received, what it has told and never came is asked for. How many of each is kept,
 * and shown. What happens while it is asked is no difference.
 */
export async function compareWithSystem(
  actor: JobActor,
  { systemId, staffId, fill }: { systemId: string; staffId?: string | undefined; fill?: 'fill' | undefined },
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const { tenantId } = actor;
  const row = await read(actor, (tx) =>
    tx.backOfficeSystem.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: systemId } } }),
  );
  const connector = connectorOf(row);
  const { listCases } = connector;
  if (!row.active || !listCases) return;
  const id = await write(actor, (tx) => beginInTx(tx, { tenantId, systemId, staffId }));
  const counts = { cases: 0, missingThere: 0, receiptMissing: 0, behindHere: 0, unknownHere: 0, mended: 0 };
  const work: Work = {
    actor,
    system: systemActor(row),
    connector,
    listCases,
    signal,
    counts,
    mayFill: fill === 'fill',
  };
  const problem = await compareAll(work);
  if (problem === 'stopping') throw new Error('The worker is stopping');
  await write(actor, (tx) =>
    tx.comparison.update({
      where: { tenantId_id: { tenantId, id } },
      data: { ...counts, problem, endedAt: now() },
    }),
  );
  if (problem) log.warn({ tenantId, systemId, problem, ...counts }, 'comparison with a system: look at it');
}

async function beginInTx(
  tx: Tx,
  { tenantId, systemId, staffId }: { tenantId: string; systemId: string; staffId: string | undefined },
): Promise<string> {
  const startedAt = now();
  // One that a worker died with is not under way any more: jobs of a system come one at a time.
  await tx.comparison.updateMany({
    where: { tenantId, systemId, endedAt: null },
    data: { endedAt: startedAt, problem: 'interrupted' },
  });
  const { id } = await tx.comparison.create({
    data: { tenantId, systemId, startedAt, ...(staffId !== undefined && { staffId }) },
  });
  return id;
}

/** @returns why it could not be ended, or was not all mended; null where all is well */
async function compareAll(work: Work): Promise<string | null> {
  const { listCases, signal, counts } = work;
  // As it stood before the system was asked: what comes in meanwhile is on neither side's conscience.
  const ongoing = await ongoingCases(work);
  const listed = new Set<string>();
  let page: string | null = null;
  let pages = 0;
  do {
    pages += 1;
    if (pages > MOST_PAGES) return 'endless';
    const answer: UpstreamAnswer<CasePage> = await listCases(page, signal);
    if (!answer.ok) {
      if (signal.aborted) return 'stopping';
      return [answer.error, answer.status].filter(Boolean).join('-');
    }
    const { cases, next } = answer.value;
    counts.cases += cases.length;
    for (const difference of await comparePage(work, cases, listed)) await count(work, difference);
    page = next;
  } while (page !== null);
  const missing = compareRest(ongoing, listed);
  if (!work.mayFill && isSuspicious({ missing: missing.length, compared: ongoing.length })) {
    for (const { deliveries } of missing) counts.missingThere += deliveries.length;
    return 'too-many-missing';
  }
  for (const difference of missing) await count(work, difference);
  const { missingThere, receiptMissing, behindHere, unknownHere, mended } = counts;
  return mended < missingThere + receiptMissing + behindHere + unknownHere ? 'not-all-mended' : null;
}

async function ongoingCases({ actor, system }: Work): Promise<CaseHere[]> {
  const all: CaseHere[] = [];
  for (let after: string | null = null; ; ) {
    const batch = await read(actor, async (tx) => {
      const cases = await listOngoingCasesOfSystemInTx(tx, system, { after, take: AT_ONCE });
      return withDeliveriesInTx(tx, system, cases);
    });
    all.push(...batch);
    if (batch.length < AT_ONCE) return all;
    after = batch.at(-1)?.caseId ?? null;
  }
}

async function comparePage(work: Work, cases: CaseInList[], listed: Set<string>): Promise<Difference[]> {
  const { actor, system } = work;
  return read(actor, async (tx) => {
    const found = await findCasesOfSystemInTx(tx, system, {
      caseIds: cases.flatMap(({ caseId }) => caseId ?? []),
      externalIds: cases.map(({ externalId }) => externalId),
    });
    const here = await withDeliveriesInTx(tx, system, found);
    const heard = await heardInTx(
      tx,
      system,
      cases.flatMap(({ messages }) => messages ?? []),
    );
    return cases.flatMap((there) => {
      const same = here.find(
        ({ caseId, externalId }) => caseId === there.caseId || externalId === there.externalId,
      );
      if (same) listed.add(same.caseId);
      return compareCase(same ?? null, there, heard);
    });
  });
}

async function withDeliveriesInTx(
  tx: Tx,
  { tenantId, systemId }: SystemActor,
  cases: readonly CaseOfSystem[],
): Promise<CaseHere[]> {
  const deliveries = await tx.delivery.findMany({
    where: { tenantId, systemId, caseId: { in: cases.map(({ caseId }) => caseId) } },
    select: { id: true, caseId: true, state: true },
  });
  return cases.map((one) => {
    const its = deliveries.filter(({ caseId }) => caseId === one.caseId);
    const ids = (isReceived: boolean) =>
      its.filter(({ state }) => (state === 'received') === isReceived).map(({ id }) => id);
    return { ...one, received: ids(true), open: ids(false) };
  });
}

/** Which of the system's messages have been done here, or wait for a person: they have come. */
async function heardInTx(tx: Tx, { tenantId, systemId }: SystemActor, ids: string[]): Promise<Set<string>> {
  const rows = await tx.inboxMessage.findMany({
    where: { tenantId, systemId, messageId: { in: ids } },
    select: { messageId: true },
  });
  return new Set(rows.map(({ messageId }) => messageId));
}

async function count(work: Work, difference: Difference): Promise<void> {
  const { counts } = work;
  switch (difference.kind) {
    case 'missing-there':
      counts.missingThere += difference.deliveries.length;
      counts.mended += await sendAgain(work, difference);
      return;
    case 'receipt-missing':
      counts.receiptMissing += difference.deliveries.length;
      counts.mended += await receive(work, difference);
      return;
    case 'behind-here':
      counts.behindHere += 1;
      counts.mended += await fetchCase(work, difference.externalId, difference.messages);
      return;
    case 'unknown-here':
      counts.unknownHere += 1;
      counts.mended += await fetchCase(work, difference.externalId, null);
      return;
  }
}

/** Waits as if it were new; its story says why. */
function sendAgain(
  { actor }: Work,
  { caseId, deliveries }: { caseId: string; deliveries: readonly string[] },
): Promise<number> {
  const { tenantId } = actor;
  return write(actor, async (tx) => {
    const at = now();
    const lost = await tx.delivery.updateManyAndReturn({
      where: { tenantId, id: { in: [...deliveries] }, state: 'received' },
      data: { state: 'waiting', attempts: 0, lastError: null, tellSince: at, receivedAt: null },
      select: { id: true, orderId: true, kind: true, createdAt: true },
    });
    if (lost.length === 0) return 0;
    if (lost.some(({ kind }) => kind === 'application')) await releaseExternalIdInTx(tx, tenantId, caseId);
    await tx.deliveryStep.createMany({
      data: lost.map(({ id }) => ({ tenantId, deliveryId: id, at, kind: 'missing-there' })),
    });
    const [first] = lost.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    await setGoingInTx(tx, tenantId, first ? [first] : []);
    return lost.length;
  });
}

async function receive(
  { system }: Work,
  { deliveries, externalId }: { deliveries: readonly string[]; externalId: string },
): Promise<number> {
  let received = 0;
  for (const id of deliveries) {
    try {
      await recordReceipt(system, id, { externalId, occurredAt: now() });
      received += 1;
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return received;
}

/** @param messages those that never came; null for all that the system tells of the case */
async function fetchCase(
  { connector, system, signal }: Work,
  externalId: string,
  messages: readonly string[] | null,
): Promise<0 | 1> {
  const answer = await connector.getCase?.(externalId, signal);
  if (!answer?.ok) return 0;
  const wanted = answer.value.filter(({ messageId }) => messages === null || messages.includes(messageId));
  let areAllDone = wanted.length > 0;
  for (const message of wanted) {
    const outcome = await receiveOfficeMessage(system, message);
    if (outcome?.state !== 'done') areAllDone = false;
  }
  return areAllDone ? 1 : 0;
}
