import 'server-only';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay } from '../access';
import { shortHash } from '../domain/signing-text';
import type { Snapshot } from '../domain/snapshot';
import { type FoundInvitation, invitationInTx } from './invitation-in-tx';
import { type SignerView, signersOfInTx } from './signers-of-in-tx';

export type Invitation =
  | {
      kind: 'invited' | 'signed';
      serviceName: Said;
      /** every question and answer, as the applicant signed it, and nothing else of hers */
      snapshot: Snapshot;
      code: string;
      signers: SignerView[];
      /** of those, the one who is logged in */
      own: SignerView;
      today: CalendarDate;
      /** null until all have signed */
      submitted: { number: string; at: Date } | null;
    }
  | { kind: 'declined' | 'expired' | 'taken-back'; serviceName: Said };

/**
 * What somebody is asked to sign, or has signed. The reading is audited, in the same transaction: the applicant can see
 * that it has been read, which is why this one writes.
 */
export function getInvitation(
  actor: Actor,
  { invitationId, language }: { invitationId: string; language: Language },
  { now = clock }: { now?: () => Date } = {},
): Promise<Invitation> {
  const action = 'applications.get-invitation';
  return guarded(actor, action, 'invitation', invitationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'answer-invitation');
      const found = await invitationInTx(tx, actor, invitationId, language);
      if (!isReadable(found)) return { kind: found.kind, serviceName: found.serviceName };
      const { applicationId, snapshot, hash } = found;
      const signers = await signersOfInTx(tx, actor.tenantId, applicationId, hash, snapshot);
      const own = signers.find(({ id }) => id === invitationId);
      if (!own) throw new Error('Not among those who sign');
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: found.personId,
        objectType: 'application',
        objectId: applicationId,
      });
      return {
        kind: found.kind,
        serviceName: found.serviceName,
        snapshot,
        code: shortHash(Buffer.from(hash).toString('hex')),
        signers,
        own,
        today: dateInSweden(now()),
        submitted: found.kind === 'signed' ? found.submitted : null,
      };
    }),
  );
}

const isReadable = (
  found: FoundInvitation,
): found is Extract<FoundInvitation, { kind: 'invited' | 'signed' }> =>
  found.kind === 'invited' || found.kind === 'signed';
