import 'server-only';
import { findCaseOfSystemInTx, listOpenCasesInTx } from '@/lib/cases/api';
import type { SystemActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { AppError, reasonCode } from '@/lib/platform/errors';
import {
  type Bundle,
  type BundleAnswer,
  type BundledList,
  bundled,
  bundledLists,
} from '../contract/bundle-messages';
import { type IncomingMessage, receiveMessage, requireScopeOf } from './receive-message';

type Became = Pick<
  BundleAnswer['cases'][number],
  'outcome' | 'caseId' | 'ignored' | 'reason' | 'inboxId' | 'errors'
> & { state?: unknown };

/** What the operations of single things answer, in a bundle's words. What has no version is applied, and says how it stands. */
const outcomes: Record<string, Became['outcome']> = {
  ...{ applied: 'applied', unchanged: 'unchanged', older: 'older' },
  ...{ kept: 'applied', same: 'unchanged' },
};

/**
 * How everything is, at once. Each thing is a message of its own, kept and done by itself as if it had come alone: one
 * that is wrong stops no other. They are done one after the other, cases first, since a system that can do no more than
 * this is in no hurry.
 */
export async function receiveBundle(actor: SystemActor, bundle: Bundle): Promise<BundleAnswer> {
  const { cases, isComplete } = bundle;
  const sent = bundledLists.filter((list) => bundle[list]);
  // An empty list tells nothing, and a system may send it that may not tell of such things.
  for (const list of sent) if (bundle[list]?.length) await requireScopeOf(actor, bundled[list]);
  const answer: BundleAnswer = { cases: [] };
  for (const { service, externalId, state } of cases)
    answer.cases.push({
      ...{ service, externalId },
      ...(await receiveOne(actor, {
        operation: 'put-case-state',
        params: { slug: service, externalId },
        body: state,
      })),
    });
  if (isComplete) answer.missing = await missingFrom(actor, cases);
  const notDone = new Set(
    answer.cases.flatMap(({ externalId, outcome }) => (isKept.has(outcome) ? [externalId] : [])),
  );
  for (const list of sent) Object.assign(answer, { [list]: await receiveList(actor, bundle, list, notDone) });
  return answer;
}

/** Of a case with such an outcome nothing can be told yet, and something can when it is done. */
const isKept: ReadonlySet<Became['outcome']> = new Set(['parked', 'waiting']);

async function receiveList(
  actor: SystemActor,
  bundle: Bundle,
  list: BundledList,
  casesNotDone: ReadonlySet<string>,
) {
  const answers: (Became & { externalId: string; case?: string })[] = [];
  for (const { state: body, ...named } of (bundle[list] ?? []) as Told[]) {
    const { externalId, case: caseExternalId } = named;
    const caseId =
      caseExternalId === undefined
        ? undefined
        : await read(actor, (tx) => findCaseOfSystemInTx(tx, actor, caseExternalId));
    answers.push({
      ...named,
      ...(caseId === null
        ? {
            outcome: 'refused',
            reason: casesNotDone.has(caseExternalId ?? '') ? 'case-not-done' : 'not-found',
          }
        : await receiveOne(actor, {
            operation: bundled[list],
            params: { externalId, ...(caseId && { caseId }) },
            body,
          })),
    });
  }
  return answers;
}

interface Told {
  externalId: string;
  case?: string;
  state: unknown;
}

async function missingFrom(
  actor: SystemActor,
  cases: Bundle['cases'],
): Promise<NonNullable<BundleAnswer['missing']>> {
  const named = new Set(cases.map(({ externalId }) => externalId));
  const open = await read(actor, (tx) => listOpenCasesInTx(tx, actor));
  return open.flatMap(({ id, externalId }) =>
    externalId !== null && named.has(externalId)
      ? []
      : [{ caseId: id, ...(externalId !== null && { externalId }) }],
  );
}

async function receiveOne(actor: SystemActor, message: IncomingMessage): Promise<Became> {
  try {
    const received = await receiveMessage(actor, message);
    if (received.state !== 'done') {
      const { state, reason, inboxId } = received;
      return { outcome: state, reason, inboxId };
    }
    const { outcome, ...done } = received.answer as Became & { externalId: string };
    const { caseId, ignored, state } = done;
    const isCase = message.operation === 'put-case-state';
    return {
      outcome: outcomes[outcome] ?? 'applied',
      ...(isCase ? { caseId, ignored } : state !== undefined && { state }),
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'Forbidden') throw error;
    return {
      outcome: 'refused',
      reason: error.reason ? reasonCode(error.reason) : 'invalid',
      errors: { ...error.fields },
    };
  }
}
