import 'server-only';
import { listOpenCasesInTx } from '@/lib/cases/api';
import type { SystemActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { AppError, reasonCode } from '@/lib/platform/errors';
import type { Bundle, BundleAnswer, CaseStateRecorded } from '../contract/case-state-messages';
import { receiveMessage } from './receive-message';

type Answer = BundleAnswer['cases'][number];

/**
 * Many cases' states at once. Each is a message of its own, kept and done by itself: one that is wrong stops no other.
 * They are done one after the other, since a system that can do no more than this is in no hurry.
 */
export async function receiveBundle(
  actor: SystemActor,
  { cases, isComplete }: Bundle,
): Promise<BundleAnswer> {
  const answers: Answer[] = [];
  for (const { service, externalId, state } of cases)
    answers.push({ service, externalId, ...(await receiveOne(actor, service, externalId, state)) });
  if (!isComplete) return { cases: answers };
  const named = new Set(cases.map(({ externalId }) => externalId));
  const open = await read(actor, (tx) => listOpenCasesInTx(tx, actor));
  const missing = open.flatMap(({ id, externalId }) =>
    externalId !== null && named.has(externalId)
      ? []
      : [{ caseId: id, ...(externalId !== null && { externalId }) }],
  );
  return { cases: answers, missing };
}

async function receiveOne(
  actor: SystemActor,
  slug: string,
  externalId: string,
  body: unknown,
): Promise<Omit<Answer, 'service' | 'externalId'>> {
  try {
    const received = await receiveMessage(actor, {
      operation: 'put-case-state',
      params: { slug, externalId },
      body,
    });
    if (received.state === 'done') {
      const { outcome, caseId, ignored } = received.answer as CaseStateRecorded;
      return { outcome, caseId, ignored };
    }
    const { state, reason, inboxId } = received;
    return { outcome: state, reason, inboxId };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'Forbidden') throw error;
    return {
      outcome: 'refused',
      reason: error.reason ? reasonCode(error.reason) : 'invalid',
      errors: { ...error.fields },
    };
  }
}
