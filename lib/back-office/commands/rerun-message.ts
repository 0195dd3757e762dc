import 'server-only';
import { findCaseByNumberInTx } from '@/lib/cases/api';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { seal } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, invalid } from '@/lib/platform/errors';
import { findOwnerInTx, guardedForAdmin, requireMayLookAfterInbox } from '../access';
import type { WritingName } from '../contract/calls';
import { checkBody } from '../contract/check-message';
import { inboxBodyContext, thingOf, versionOf } from '../domain/inbox';
import { typedContent } from '../domain/shown-content';
import { getParkedInTx, type Parked } from '../queries/parked-in-tx';
import { type Received, runInboxMessage } from './run-inbox-message';

interface Correction {
  /** what it is to say: JSON, its files left out as they were shown */
  content: string;
  /** which of the system's cases it is about, where it names one; empty: as it says */
  caseNumber: string;
}

/**
 * An administrator runs a parked message again, as it is or corrected. It is done as the system it came from; that she
 * had a hand in it is in the audit log, and whoever it is about can see it. A correction must be well-formed, as what a
 * system sends must be; a repeat of what the system sent is still known by what it sent.
 * @throws Invalid with what is wrong, by field of the content
 * @throws Conflict where somebody else has seen to it meanwhile
 */
export const rerunMessage = (actor: Actor, id: string, correction?: Correction): Promise<Received> =>
  guardedForAdmin(actor, 'back-office.run-inbox-message', 'inbox-message', id, async () => {
    requireMayLookAfterInbox(actor);
    const { tenantId } = actor;
    await write(actor, async (tx) => {
      const { message, params, sent, subjectPersonId } = await getParkedInTx(tx, actor, id);
      const corrected = correction && (await correctInTx(tx, { message, params, sent }, correction));
      const caseId = corrected?.caseId ?? message.caseId;
      await auditInTx(tx, actor, {
        action: correction ? 'back-office.correct-inbox-message' : 'back-office.run-inbox-message',
        objectType: caseId ? 'case' : 'inbox-message',
        objectId: caseId ?? id,
        // Whose it is said to be now: what was wrong may have been just that.
        subjectPersonId: (corrected && (await findOwnerInTx(tx, tenantId, corrected))) ?? subjectPersonId,
      });
    });
    const received = await runInboxMessage(actor, id, { state: 'parked' });
    if (!received) throw conflict();
    return received;
  });

/** Keeps what it is to say from now on, if that is well-formed; answers with what its address names. */
async function correctInTx(
  tx: Tx,
  {
    message: { tenantId, id, systemId, operation },
    params,
    sent,
  }: Pick<Parked, 'message' | 'params' | 'sent'>,
  { content, caseNumber }: Correction,
): Promise<Record<string, string>> {
  const name = operation as WritingName;
  const typed = typedContent(content, sent);
  if (!typed) throw invalid({ '(body)': 'must be JSON' });
  const checked = checkBody(name, typed.body);
  const number = caseNumber.trim();
  const caseId = number ? await findCaseByNumberInTx(tx, tenantId, systemId, number) : null;
  const noSuchCase = number !== '' && caseId === null;
  if (!checked.ok || noSuchCase) {
    throw invalid({ ...(noSuchCase && { caseNumber: 'no such case' }), ...(!checked.ok && checked.errors) });
  }
  const corrected = { ...params, ...(caseId && { caseId }) };
  await tx.inboxMessage.update({
    where: { tenantId_id: { tenantId, id } },
    data: {
      params: corrected,
      thing: thingOf(name, corrected, checked.body),
      version: versionOf(name, checked.body),
      bodySealed: seal(typed.text, inboxBodyContext(tenantId, id)),
      ...(caseId && { caseId }),
    },
    select: { id: true },
  });
  return corrected;
}
