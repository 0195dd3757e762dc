import 'server-only';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { answerTexts, signingTexts } from '@/lib/catalogue/domain/form-texts';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { instantText } from '@/lib/kernel/date-text';
import { formatNationalId } from '@/lib/kernel/national-id';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { openJson, sealJson, sha256 } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { type Language, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/api';
import { guarded, requireResidentMay } from '../access';
import { type DocumentToSign, documentContext } from '../domain/application-seals';
import { originsOf } from '../domain/prefill';
import { readiness } from '../domain/readiness';
import { calledInDocument, type OtherSigner } from '../domain/signers';
import { coSigningText, signingText } from '../domain/signing-text';
import { makeSnapshot, type SnapshotFacts } from '../domain/snapshot';
import { newsOf } from '../move-news';
import { applicantInTx } from '../queries/applicant-in-tx';
import { signersInTx } from '../queries/signers-in-tx';
import { spokenLanguage } from '../spoken-language';
import { answersInTx, type Draft, homesInTx, lockDraftInTx } from './draft-in-tx';
import { childrenInTx, knownInTx, selfInTx } from './known-in-tx';
import { moveStateInTx } from './move-draft-in-tx';

/**
 * Makes the document that is to be signed, if every answer is there and right, and keeps it with the draft until an
 * answer changes: what she reads, what the e-ID app shows and what the signature covers are then the same thing.
 * Asked again it is the same document, so that a reload or a second device doesn't undo a signature under way.
 */
export function prepareSigning(
  actor: Actor,
  { applicationId, language }: { applicationId: string; language: Language },
  { now = clock }: { now?: () => Date } = {},
): Promise<{ ready: boolean }> {
  return guarded(actor, 'applications.prepare-signing', 'application', applicationId, async () => {
    requireResidentMay(actor, 'write-own');
    const municipality = (await getTenant(actor.tenantId)).name;
    return write(actor, async (tx) => {
      const draft = await lockDraftInTx(tx, actor, applicationId);
      const { definition } = draft.form;
      const spoken = spokenLanguage(definition, language);
      const at = now();
      const { answers } = await answersInTx(tx, draft);
      const homes = await homesInTx(tx, draft, spoken);
      const children = await childrenInTx(tx, draft);
      const context = {
        today: dateInSweden(at),
        homes: homes.map((home) => home.slug),
        children: children.map(({ key }) => key),
        self: await selfInTx(tx, draft),
      };
      const { signers, problems } = await signersInTx(tx, draft, answers, { language: spoken, now: at });
      if (!readiness(definition, answers, context, problems).ready) return { ready: false };
      if ((await pagesToLookAtInTx(tx, draft, answers, spoken)).length > 0) return { ready: false };
      if ((await preparedLanguageInTx(tx, draft)) === spoken) return { ready: true };

      const { document, hash } = makeDocument(definition, answers, {
        language: spoken,
        homes,
        children,
        prefilled: originsOf(answers, await knownInTx(tx, draft)),
        now: at,
        version: draft.serviceVersion,
        municipality,
        applicant: await applicantInTx(tx, draft.tenantId, draft.personId),
        signers,
      });
      await keepDocumentInTx(tx, draft, document, hash);
      await auditInTx(tx, actor, {
        action: 'applications.prepare-signing',
        subjectPersonId: draft.personId,
        objectType: 'application',
        objectId: draft.id,
      });
      return { ready: true };
    });
  });
}

interface DocumentFacts extends Omit<SnapshotFacts, 'texts' | 'signers'> {
  signers: readonly OtherSigner[];
}

/** The snapshot, its hash, and what each signer's app shows for it. */
function makeDocument(
  definition: ServiceForm,
  answers: Answers,
  facts: DocumentFacts,
): { document: DocumentToSign; hash: Uint8Array<ArrayBuffer> } {
  const { language, municipality, applicant, signers, now } = facts;
  const t = texts(language);
  const snapshot = makeSnapshot(definition, answers, { ...facts, texts: answerTexts(t) });
  const hash = sha256(canonicalJson(snapshot));
  const shown = {
    language,
    texts: signingTexts(t),
    municipality,
    when: instantText(now, language),
    hash: Buffer.from(hash).toString('hex'),
    now,
  };
  const document: DocumentToSign = {
    snapshot,
    visibleText: signingText(definition, answers, {
      ...shown,
      signer: applicant,
      others: signers.map((one) => ({ name: calledInDocument(one), role: one.title })),
    }),
    others: signers.map((one) => ({
      ...one,
      visibleText: coSigningText(definition, answers, {
        ...shown,
        applicant,
        signer: { name: one.name, nationalId: formatNationalId(one.nationalId) },
        role: one.title,
      }),
    })),
  };
  return { document, hash };
}

/** What the form has become since she answered must be looked at before it is signed. */
const pagesToLookAtInTx = async (tx: Tx, draft: Draft, answers: Answers, language: string) =>
  draft.movedAtVersion > 0 ? newsOf(draft, answers, language, await moveStateInTx(tx, draft)).lookAgain : [];

async function preparedLanguageInTx(tx: Tx, { tenantId, id }: Draft): Promise<string | null> {
  const { documentSealed } = await tx.application.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id } },
    select: { documentSealed: true },
  });
  return (
    documentSealed &&
    openJson<DocumentToSign>(documentSealed, documentContext(tenantId, id)).snapshot.language
  );
}

async function keepDocumentInTx(
  tx: Tx,
  { tenantId, id }: Draft,
  document: DocumentToSign,
  hash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.application.update({
    where: { tenantId_id: { tenantId, id } },
    data: {
      documentSealed: sealJson(document, documentContext(tenantId, id)),
      documentHash: hash,
      removeOn: null,
      language: document.snapshot.language,
    },
    select: { id: true },
  });
}
