import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import type { Officer } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

/**
 * Locks a case that the actor may see, so that what is written about it comes one after the other with all else that
 * happens in it. Gives the function that puts a message into its timeline; the message itself is kept by its own module.
 */
export async function lockCaseForMessageInTx(
  tx: Tx,
  actor: Actor,
  caseId: string,
): Promise<{
  noteInTx(message: {
    kind: 'message-sent' | 'message-arrived';
    messageId: string;
    at: Date;
    officer?: Officer | undefined;
  }): Promise<void>;
}> {
  const locked = await lockCaseInTx(tx, actor, caseId);
  return {
    noteInTx: ({ kind, messageId, at, officer }) =>
      noteInCaseInTx(tx, locked, {
        at,
        event: kind,
        refId: messageId,
        officer,
        fromOffice: kind === 'message-arrived',
      }),
  };
}
