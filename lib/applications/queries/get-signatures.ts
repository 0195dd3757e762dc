import 'server-only';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleApplications } from '../access';
import { type DocumentToSign, documentContext } from '../domain/application-seals';
import { type SignerView, signersOfInTx } from './signers-of-in-tx';

export type SignaturesUnderWay =
  | {
      kind: 'awaiting';
      serviceName: string;
      /** the language the document is written in */
      language: string;
      today: CalendarDate;
      signers: SignerView[];
    }
  /** nobody else is asked: it is a draft, or it has been sent in */
  | { kind: 'draft' }
  | { kind: 'submitted' };

/** Who has signed her application and who remains, until all have. */
export function getSignatures(
  actor: Actor,
  applicationId: string,
  { now = clock }: { now?: () => Date } = {},
): Promise<SignaturesUnderWay> {
  return guarded(actor, 'applications.get-signatures', 'application', applicationId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.application.findFirst({
        where: { ...visibleApplications(actor), id: applicationId },
        select: { status: true, documentSealed: true, documentHash: true },
      });
      if (!found) throw notFound();
      if (found.status === 'draft') return { kind: 'draft' };
      const { documentSealed, documentHash } = found;
      if (found.status !== 'awaiting_signatures' || !documentSealed || !documentHash) {
        return { kind: 'submitted' };
      }
      const { snapshot } = openJson<DocumentToSign>(documentSealed, documentContext(tenantId, applicationId));
      return {
        kind: 'awaiting',
        serviceName: snapshot.service.name,
        language: snapshot.language,
        today: dateInSweden(now()),
        signers: await signersOfInTx(tx, tenantId, applicationId, documentHash, snapshot),
      };
    }),
  );
}
