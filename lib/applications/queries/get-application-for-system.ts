import 'server-only';
import { getFormInTx } from '@/lib/catalogue/api';
import { answerTexts } from '@/lib/catalogue/domain/form-texts';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import type { Tx } from '@/lib/platform/db';
import { defaultLanguage, texts } from '@/lib/platform/i18n';
import { requireSystemMay } from '../access';
import { filesInTx } from '../commands/draft-in-tx';
import { type PayloadValue, payloadOf } from '../domain/payload';
import type { Snapshot } from '../domain/snapshot';
import { type Translation, translate } from '../domain/translation';
import { spokenLanguage } from '../spoken-language';
import type { SignatureGiven } from './signers-of-in-tx';
import { type Submitted, submittedInTx } from './snapshot-in-tx';

export interface ApplicationForSystem {
  personId: string;
  number: string;
  submittedAt: Date;
  /** when the last signature was given */
  signedAt: Date;
  /** everybody who has signed it, the applicant first */
  signatures: SignatureGiven[];
  snapshot: Snapshot;
  /** the same in Swedish, where she filled it in in another language; null where that is what she signed */
  translation: Translation | null;
  /** the same answers as data */
  answers: Record<string, PayloadValue>;
  files: { id: string; name: string; mediaType: string; size: number; field: string; state: ScanState }[];
}

/**
 * A submitted application for the back office, word for word as it was signed. The caller has made sure that it is meant
 * for the system that asks. The reading is audited, in the same transaction: she can see it.
 */
export async function getApplicationForSystemInTx(
  tx: Tx,
  actor: Actor,
  applicationId: string,
): Promise<ApplicationForSystem> {
  requireSystemMay(actor, 'read-for-office');
  const { tenantId } = actor;
  const submitted = await submittedInTx(tx, actor, applicationId);
  const { personId, number, submittedAt, snapshot, signatures } = submitted;
  const files = await filesInTx(tx, { tenantId, id: applicationId });
  await auditInTx(tx, actor, {
    action: 'applications.get-application-for-system',
    subjectPersonId: personId,
    objectType: 'application',
    objectId: applicationId,
    reason: number,
  });
  return {
    personId,
    number,
    submittedAt,
    signedAt: lastOf(signatures) ?? submittedAt,
    signatures,
    snapshot,
    translation: await translationInTx(tx, tenantId, submitted),
    answers: payloadOf(snapshot),
    files,
  };
}

/** In the language that officials work in (språklagen 10 §): Swedish, or the form's first where it has no Swedish. */
async function translationInTx(
  tx: Tx,
  tenantId: string,
  { serviceId, serviceVersion, snapshot }: Submitted,
): Promise<Translation | null> {
  const { definition } = await getFormInTx(tx, tenantId, serviceId, serviceVersion);
  const language = spokenLanguage(definition, defaultLanguage);
  if (language === snapshot.language) return null;
  return translate(snapshot, definition, { language, texts: answerTexts(texts(language)) });
}

const lastOf = (signatures: readonly SignatureGiven[]): Date | undefined =>
  signatures.map(({ signedAt }) => signedAt).sort((a, b) => b.getTime() - a.getTime())[0];
