import 'server-only';
import { findCaseOfApplicationInTx } from '@/lib/cases/api';
import { getFormInTx } from '@/lib/catalogue/api';
import { languageOf, localize } from '@/lib/catalogue/domain/texts';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleApplications } from '../access';
import { filesInTx } from '../commands/draft-in-tx';
import { type FileNote, fileNotes } from '../domain/received-files';
import { shortHash } from '../domain/signing-text';
import type { SignatureGiven } from './signers-of-in-tx';
import { submittedInTx } from './snapshot-in-tx';

export type Receipt =
  | {
      kind: 'receipt';
      serviceName: string;
      /** of the service's own words: where it is not translated, another than was asked for */
      language: string;
      number: string;
      submittedAt: Date;
      /** the board that decides */
      unit: string;
      /** what happens next, step by step */
      afterwards: string[];
      /** enough of the document's hash to compare with the PDF and with what was signed */
      code: string;
      caseId: string | null;
      /** whether the PDF has been made; fetched before that it is made at once */
      isPdfReady: boolean;
      /** everybody who has signed it, the applicant first */
      signatures: SignatureGiven[];
      /** how it stands with the files, where a scanner is connected */
      files: FileNote[];
    }
  | { kind: 'draft' }
  /** she has signed, others have not yet */
  | { kind: 'awaiting' };

/** What she has in hand once it has been submitted. */
export function getReceipt(
  actor: Actor,
  { applicationId, language }: { applicationId: string; language: Language },
): Promise<Receipt> {
  return guarded(actor, 'applications.get-receipt', 'application', applicationId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.application.findFirst({
        where: { ...visibleApplications(actor), id: applicationId },
        select: { status: true },
      });
      if (found?.status === 'draft') return { kind: 'draft' };
      if (found?.status === 'awaiting_signatures') return { kind: 'awaiting' };
      const submitted = await submittedInTx(tx, actor, applicationId);
      const { definition } = await getFormInTx(tx, tenantId, submitted.serviceId, submitted.serviceVersion);
      const spoken = languageOf(definition, language);
      return {
        kind: 'receipt',
        language: spoken,
        serviceName: definition.name[spoken] ?? submitted.snapshot.service.name,
        number: submitted.number,
        submittedAt: submitted.submittedAt,
        unit: definition.destination.unit[spoken] ?? '',
        afterwards: localize<string[]>(definition.afterwards, definition.languages, spoken),
        code: shortHash(submitted.hash),
        caseId: await findCaseOfApplicationInTx(tx, tenantId, applicationId),
        files: fileNotes(await filesInTx(tx, { tenantId, id: applicationId })),
        isPdfReady: submitted.receiptFileId !== null,
        signatures: submitted.signatures,
      };
    }),
  );
}
