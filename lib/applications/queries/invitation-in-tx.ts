import 'server-only';
import { getFormInTx } from '@/lib/catalogue/api';
import { languageOf } from '@/lib/catalogue/domain/texts';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { ResidentActor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { visibleInvitationsInTx } from '../access';
import { type DocumentToSign, documentContext, snapshotContext } from '../domain/application-seals';
import type { Snapshot } from '../domain/snapshot';

interface Facts {
  id: string;
  applicationId: string;
  /** the applicant */
  personId: string;
  serviceName: Said;
}

/** The document and who may read it: those who are asked to sign it, and those who have. */
interface Readable extends Facts {
  snapshot: Snapshot;
  hash: Uint8Array<ArrayBuffer>;
}

export type FoundInvitation =
  | (Readable & { kind: 'invited'; answerBy: CalendarDate; visibleText: string })
  | (Readable & { kind: 'signed'; signedAt: Date; submitted: { number: string; at: Date } | null })
  /** she is no longer asked, and what she was asked to sign is no longer there for her */
  | (Facts & { kind: 'declined' | 'expired' | 'taken-back' });

/** An invitation of the one who is logged in; NotFound for anybody else's. */
export async function invitationInTx(
  tx: Tx,
  actor: ResidentActor,
  invitationId: string,
  language: string,
): Promise<FoundInvitation> {
  const { tenantId } = actor;
  const found = await tx.applicationSigner.findFirst({
    where: { ...(await visibleInvitationsInTx(tx, actor)), id: invitationId },
    include: { application: { include: { snapshot: true } } },
  });
  if (!found) throw notFound();
  const { application, documentHash: hash, position } = found;
  const { definition } = await getFormInTx(tx, tenantId, application.serviceId, application.serviceVersion);
  const lang = languageOf(definition, language);
  const facts: Facts = {
    id: found.id,
    applicationId: application.id,
    personId: application.personId,
    serviceName: { text: definition.name[lang] ?? definition.slug, lang },
  };
  const isSame = (other: Uint8Array | null | undefined) => other && Buffer.from(other).equals(hash);
  const waits = application.documentSealed !== null && isSame(application.documentHash);
  const document =
    waits && application.documentSealed
      ? openJson<DocumentToSign>(application.documentSealed, documentContext(tenantId, application.id))
      : null;
  if (found.status === 'invited' && document && found.answerBy) {
    const visibleText = document.others[position - 1]?.visibleText;
    if (visibleText === undefined) throw new Error('The document names nobody in that place');
    const answerBy = fromDbDate(found.answerBy);
    return { ...facts, kind: 'invited', snapshot: document.snapshot, hash, answerBy, visibleText };
  }
  if (found.status === 'signed' && found.answeredAt) {
    const { snapshot: sent, number, submittedAt } = application;
    const snapshot =
      document?.snapshot ??
      (sent && isSame(sent.hash)
        ? openJson<Snapshot>(sent.sealed, snapshotContext(tenantId, application.id))
        : null);
    const submitted = number && submittedAt ? { number, at: submittedAt } : null;
    if (snapshot) return { ...facts, kind: 'signed', snapshot, hash, signedAt: found.answeredAt, submitted };
  }
  const isOwnDoing = found.status === 'declined' || found.status === 'expired';
  return { ...facts, kind: isOwnDoing ? (found.status as 'declined' | 'expired') : 'taken-back' };
}
