import 'server-only';
import {
  type Asked,
  extendCommentRoundInTx,
  extendSupplementInTx,
  getWhatIsAskedInTx,
  recordCommentRoundInTx,
  recordDecisionInTx,
  recordPhaseInTx,
  recordSupplementRequestInTx,
  takeCaseVersionInTx,
  withdrawCommentRoundInTx,
  withdrawSupplementRequestInTx,
} from '@/lib/cases/api';
import { type ToldPhase, toldPhases } from '@/lib/cases/domain/office-messages';
import { getPersonInTx } from '@/lib/identity/api';
import { recordOfficeMessageInTx } from '@/lib/messages/api';
import type { SystemActor } from '@/lib/platform/actor';
import { lookupHash } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import type { CaseState, CaseStateRecorded, Ignored } from '../contract/case-state-messages';
import { whyIgnored } from '../domain/field-owners';
import { bytesOf } from '../file-bytes';
import { onOwnServiceInTx, putOfficeCaseOfServiceInTx } from './office-case-in-tx';

type Input = CaseState & { slug: string; externalId: string };

/** Of a case's state, keyed: it holds a personal number. */
export const hashOfState = ({ slug: _, externalId: __, ...state }: Input): Uint8Array<ArrayBuffer> =>
  lookupHash(JSON.stringify(state), 'case-state');

/**
 * A case's whole state, in one transaction: it is applied, or nothing of it is. Each part goes the way of its own
 * operation, in the order it happened, so that what is known already changes nothing. An older version changes nothing;
 * what is not the office's to change is left as it is, and answered.
 */
export const putCaseState = (actor: SystemActor, input: Input): Promise<CaseStateRecorded> =>
  onOwnServiceInTx(actor, 'back-office.put-case-state', input.slug, async (tx) => {
    const { slug, externalId, version, person, receivedAt, occurredAt } = input;
    const { caseId, number, phase, personId } = await putOfficeCaseOfServiceInTx(tx, actor, {
      ...{ slug, externalId, person, receivedAt, occurredAt },
      phase: 'received_by_office',
    });
    const told = await takeCaseVersionInTx(tx, actor, caseId, { version, hash: hashOfState(input) });
    const answer = { externalId, caseId, number };
    if (told !== 'newer')
      return { ...answer, phase, outcome: told === 'same' ? 'unchanged' : 'older', ignored: [] };
    const ignored = await othersFieldsInTx(tx, actor, personId, caseId, input);
    for (const part of await partsInTx(tx, actor, caseId, input)) await doPart(part, ignored);
    const after = await tellPhaseInTx(tx, actor, caseId, input);
    if (input.phase !== after && !isTold(input.phase) && input.phase !== 'received_by_office')
      ignored.push({ field: 'phase', why: 'follows' });
    return { ...answer, phase: after, outcome: 'applied', ignored };
  });

const isTold = (phase: CaseState['phase']): phase is ToldPhase => toldPhases.some((one) => one === phase);

/** What the register or the portal decides, and the office has otherwise. */
async function othersFieldsInTx(
  tx: Tx,
  { tenantId }: SystemActor,
  personId: string,
  caseId: string,
  { person, receivedAt }: Input,
): Promise<Ignored[]> {
  const known = await getPersonInTx(tx, tenantId, personId);
  const { receivedAt: received } = await getWhatIsAskedInTx(tx, tenantId, caseId);
  const differs: Record<string, boolean> = {
    'person.givenName': person.givenName !== known.givenName,
    'person.surname': person.surname !== known.surname,
    receivedAt: receivedAt.getTime() !== received.getTime(),
  };
  return Object.entries(differs).flatMap(([field, isOther]) =>
    isOther ? [{ field, why: whyIgnored(field) }] : [],
  );
}

interface Part {
  at: Date;
  field: string;
  /** whether the rest may stand without it */
  mayBeIgnored: boolean;
  doInTx: () => Promise<Ignored[]>;
}

/** What was asked, decided and written, in the order it happened. */
async function partsInTx(tx: Tx, actor: SystemActor, caseId: string, state: Input): Promise<Part[]> {
  const known = await getWhatIsAskedInTx(tx, actor.tenantId, caseId);
  const { supplements = [], commentRounds = [], decisions = [], messages = [] } = state;
  const part = (
    field: string,
    { occurredAt, externalId }: { occurredAt: Date; externalId: string },
    doInTx: Part['doInTx'],
  ): Part => ({
    at: occurredAt,
    field: `${field}.${externalId}`,
    mayBeIgnored: field !== 'decisions',
    doInTx,
  });
  const parts = [
    ...supplements.map(({ isWithdrawn, ...told }) =>
      part('supplements', told, () =>
        askInTx('supplements', told, known.supplements.get(told.externalId), isWithdrawn === true, {
          record: (dueOn) => recordSupplementRequestInTx(tx, actor, { ...told, caseId, dueOn }),
          extend: () => extendSupplementInTx(tx, actor, { ...told, caseId }),
          withdraw: () => withdrawSupplementRequestInTx(tx, actor, { ...told, caseId }),
        }),
      ),
    ),
    ...commentRounds.map(({ isWithdrawn, documents = [], ...told }) =>
      part('commentRounds', told, () =>
        askInTx('commentRounds', told, known.commentRounds.get(told.externalId), isWithdrawn === true, {
          record: (dueOn) =>
            recordCommentRoundInTx(tx, actor, { ...told, caseId, dueOn, documents: documents.map(bytesOf) }),
          extend: () => extendCommentRoundInTx(tx, actor, { ...told, caseId }),
          withdraw: () => withdrawCommentRoundInTx(tx, actor, { ...told, caseId }),
        }),
      ),
    ),
    ...decisions.map(({ document, ...told }) =>
      part('decisions', told, async () => {
        await recordDecisionInTx(tx, actor, { ...told, caseId, document: document && bytesOf(document) });
        return [];
      }),
    ),
    ...messages.map(({ files, ...told }) =>
      part('messages', told, async () => {
        await recordOfficeMessageInTx(tx, actor, { ...told, to: { caseId }, files: files?.map(bytesOf) });
        return [];
      }),
    ),
  ];
  return parts.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** A request, as it is now: told if it is new, given more time if it has, taken back if it is. */
async function askInTx(
  list: 'supplements' | 'commentRounds',
  { externalId, dueOn }: { externalId: string; dueOn: Asked['dueOn'] },
  known: Asked | undefined,
  isWithdrawn: boolean,
  how: {
    record: (dueOn: Asked['dueOn']) => Promise<unknown>;
    extend: () => Promise<unknown>;
    withdraw: () => Promise<unknown>;
  },
): Promise<Ignored[]> {
  // She is not told of what was taken back before she could hear of it.
  if (isWithdrawn && !known) return [];
  await how.record(known?.firstDueOn ?? dueOn);
  if (isWithdrawn) await how.withdraw();
  else if (known && dueOn > known.dueOn) await how.extend();
  else if (known && dueOn < known.dueOn)
    return [{ field: `${list}.${externalId}.dueOn`, why: whyIgnored(`${list}.dueOn`) }];
  return [];
}

/**
 * Does a part, or notes why it changes nothing: each refuses before it writes anything. A decision that doesn't fit is
 * for a person to look at, and so is all that came with it.
 */
async function doPart({ field, mayBeIgnored, doInTx }: Part, ignored: Ignored[]): Promise<void> {
  try {
    ignored.push(...(await doInTx()));
  } catch (error) {
    const why = isAppError(error, 'NotNow') ? 'gone-on' : isAppError(error, 'Conflict') ? 'differs' : null;
    if (!mayBeIgnored || !why) throw error;
    ignored.push({ field, why });
  }
}

/** How far it has come, who has it and when it is thought to be decided. */
async function tellPhaseInTx(
  tx: Tx,
  actor: SystemActor,
  caseId: string,
  { phase, statusCode, officer, expectedOn, occurredAt }: Input,
): Promise<CaseStateRecorded['phase']> {
  const told = isTold(phase) ? phase : undefined;
  const recorded = await recordPhaseInTx(tx, actor, {
    caseId,
    phase: told,
    statusCode,
    officer,
    expectedOn,
    occurredAt,
  });
  return recorded.phase;
}
