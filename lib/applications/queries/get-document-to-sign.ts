import 'server-only';
import { languageOf } from '@/lib/catalogue/domain/texts';
import type { Actor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay } from '../access';
import { findDraftInTx } from '../commands/draft-in-tx';
import { type DocumentToSign, documentContext } from '../domain/application-seals';
import type { OtherSigner } from '../domain/signers';
import { orSubmitted } from './get-application-page';

export type ReadDocument =
  | {
      kind: 'document';
      serviceName: string;
      /** of the document: where the form is not translated, another than was asked for */
      language: string;
      /** word for word what the e-ID app shows */
      visibleText: string;
      /** SHA-256 of the document, which the signature covers */
      hash: Uint8Array;
      /** who is asked to sign after her */
      others: OtherSigner[];
      /** days that each of them has */
      answerWithinDays: number | null;
    }
  /** never checked, or an answer has changed since, or it was made in another language */
  | { kind: 'not-prepared' }
  | { kind: 'submitted' };

/** The document that waits for her signature. */
export function getDocumentToSign(
  actor: Actor,
  { applicationId, language }: { applicationId: string; language: Language },
): Promise<ReadDocument> {
  return guarded(actor, 'applications.get-document-to-sign', 'application', applicationId, () =>
    orSubmitted(() =>
      read(actor, async (tx) => {
        requireResidentMay(actor, 'read-own');
        const { tenantId, id, form } = await findDraftInTx(tx, actor, applicationId);
        const { documentSealed, documentHash } = await tx.application.findUniqueOrThrow({
          where: { tenantId_id: { tenantId, id } },
          select: { documentSealed: true, documentHash: true },
        });
        if (!documentSealed || !documentHash) return { kind: 'not-prepared' };
        const { snapshot, visibleText, others } = openJson<DocumentToSign>(
          documentSealed,
          documentContext(tenantId, id),
        );
        if (snapshot.language !== languageOf(form.definition, language)) return { kind: 'not-prepared' };
        const { signers } = form.definition;
        return {
          kind: 'document',
          serviceName: snapshot.service.name,
          language: snapshot.language,
          visibleText,
          hash: documentHash,
          others: others.map(({ role, title, name, nationalId }) => ({ role, title, name, nationalId })),
          answerWithinDays: signers === 'applicant' ? null : signers.answerWithinDays,
        };
      }),
    ),
  );
}
