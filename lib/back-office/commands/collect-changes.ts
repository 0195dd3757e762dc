import 'server-only';
import type { JobActor, SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { fieldCodes, isAppError, reasonCode } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { systemActor } from '../access';
import type { OfficeMessage, Settled } from '../connectors/connector';
import { connectorOf } from '../connectors/connector-of';
import type { Bundle } from '../contract/bundle-messages';
import { checkBody, isWriting } from '../contract/check-message';
import { parkedBecause } from '../domain/inbox';
import { noteContactInTx } from './note-contact';
import { receiveBundle } from './receive-bundle';
import { receiveMessage, requireScopeOf } from './receive-message';

/**
 * Takes in what has happened in a system that is looked at (files laid in a folder, a list of changes): each message
 * through the inbox, and what became of it told where the system can be told. The cursor is moved when all of them are
 * safe; a look that is interrupted is made again, and what was taken in once stays so.
 */
export async function collectChanges(
  actor: JobActor,
  systemId: string,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const { tenantId } = actor;
  const where = { tenantId_id: { tenantId, id: systemId } };
  const row = await read(actor, (tx) => tx.backOfficeSystem.findUniqueOrThrow({ where }));
  const { listChanges, settle } = connectorOf(row);
  if (!row.active || !listChanges) return;
  const changes = await listChanges(row.changesCursor, signal);
  if (!changes.ok) {
    const { error, status } = changes;
    log.warn({ tenantId, systemId, error, status }, 'what has happened in a system could not be asked');
    return;
  }
  const system = systemActor(row);
  for (const message of changes.value.messages) {
    if (signal.aborted) return;
    const outcome = await receiveOfficeMessage(system, message);
    if (outcome) await settle?.(message, outcome);
  }
  await write(actor, async (tx) => {
    if (changes.value.messages.length > 0) await noteContactInTx(tx, { tenantId, systemId, at: now() });
    await tx.backOfficeSystem.update({ where, data: { changesCursor: changes.value.cursor } });
  });
}

const BUNDLE = 'put-bundle';

/** Many things in one message: each of them is in the inbox by itself, and what became of each is the answer. */
async function receiveBundleMessage(system: SystemActor, body: unknown): Promise<Settled> {
  await requireScopeOf(system, BUNDLE);
  const checked = checkBody(BUNDLE, body);
  if (!checked.ok) return { state: 'refused', reason: parkedBecause.Invalid, errors: checked.errors };
  return { state: 'done', answer: await receiveBundle(system, checked.body as Bundle) };
}

/** Null: it is in the inbox, the fault is ours, and it is tried again by itself. */
export async function receiveOfficeMessage(
  system: SystemActor,
  { operation, ...message }: OfficeMessage,
): Promise<Settled | null> {
  if (operation !== BUNDLE && !isWriting(operation)) return { state: 'refused', reason: 'no-such-operation' };
  try {
    if (operation === BUNDLE) return await receiveBundleMessage(system, message.body);
    const received = await receiveMessage(system, { ...message, operation });
    if (received.state === 'done') return { state: 'done' };
    return received.state === 'parked' ? { state: 'parked', reason: received.reason } : null;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return {
      state: 'refused',
      reason: error.reason ? reasonCode(error.reason) : parkedBecause[error.code],
      ...(error.fields && { errors: fieldCodes(error.fields) }),
    };
  }
}
