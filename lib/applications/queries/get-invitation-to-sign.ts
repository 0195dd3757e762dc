import 'server-only';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay } from '../access';
import { invitationInTx } from './invitation-in-tx';

export type InvitationToSign =
  | {
      kind: 'document';
      applicationId: string;
      serviceName: Said;
      /** of the document, and of the text */
      language: string;
      /** word for word what her e-ID app shows */
      visibleText: string;
      /** SHA-256 of the document, the same for all who sign it */
      hash: Uint8Array;
    }
  /** she has signed, declined, or is no longer asked */
  | { kind: 'nothing' };

/** What her e-ID app will ask her to sign. The document itself is read by getInvitation, which audits it. */
export function getInvitationToSign(
  actor: Actor,
  { invitationId, language }: { invitationId: string; language: Language },
): Promise<InvitationToSign> {
  return guarded(actor, 'applications.get-invitation-to-sign', 'invitation', invitationId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'answer-invitation');
      const found = await invitationInTx(tx, actor, invitationId, language);
      if (found.kind !== 'invited') return { kind: 'nothing' };
      const { applicationId, serviceName, visibleText, hash, snapshot } = found;
      return { kind: 'document', applicationId, serviceName, language: snapshot.language, visibleText, hash };
    }),
  );
}
