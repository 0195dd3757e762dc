import 'server-only';
import { getCaseOfMessagesInTx, lockCaseForMessageInTx } from '@/lib/cases/api';
import { findServiceNamesInTx, getServiceNamesInTx } from '@/lib/catalogue/api';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { visibleThreads } from '../access';
import type { Written } from '../domain/draft';
import { type Addressee, messageContext, type OwnContent } from '../domain/message-seals';
import type { Openness } from '../domain/openness';
import type { Place } from '../domain/place';
import { opennessInTx, takesMessagesInTx } from '../queries/openness-in-tx';

export interface KeptDraft extends Written {
  id: string;
  version: number;
}

/** Where she writes, locked until the transaction ends: what is kept and sent there comes one thing at a time. */
export interface Desk {
  tenantId: string;
  personId: string;
  /** null until something has been written */
  thread: { id: string; isOpened: boolean } | null;
  draft: KeptDraft | null;
  caseId: string | null;
  serviceId: string | null;
  title: Record<string, string>;
  to: Addressee;
  openness: Openness;
  noteSentInTx(messageId: string, at: Date): Promise<void>;
}

export async function lockDeskInTx(tx: Tx, actor: ResidentActor, place: Place): Promise<Desk> {
  const { tenantId, personId } = actor;
  if (place.kind === 'thread') {
    const where = { ...visibleThreads(actor), id: place.threadId, openedAt: { not: null } };
    const found = await tx.messageThread.findFirst({
      where,
      select: { id: true, caseId: true, serviceId: true, title: true },
    });
    if (!found) throw notFound();
    const desk = found.caseId
      ? await ofCaseInTx(tx, actor, found.caseId)
      : await ofServiceThreadInTx(tx, actor, found.serviceId ?? '', found.title as Record<string, string>);
    return { ...desk, ...(await threadInTx(tx, tenantId, { id: found.id })) };
  }
  if (place.kind === 'case') {
    const desk = await ofCaseInTx(tx, actor, place.caseId);
    return {
      ...desk,
      ...(await threadInTx(tx, tenantId, { personId, caseId: place.caseId, openedAt: null })),
    };
  }
  const desk = await ofServiceInTx(tx, actor, place.slug);
  return {
    ...desk,
    ...(await threadInTx(tx, tenantId, { personId, serviceId: desk.serviceId, openedAt: null })),
  };
}

type Around = Omit<Desk, 'thread' | 'draft'>;

async function ofCaseInTx(tx: Tx, actor: ResidentActor, caseId: string): Promise<Around> {
  const { tenantId, personId } = actor;
  const locked = await lockCaseForMessageInTx(tx, actor, caseId);
  const theCase = await getCaseOfMessagesInTx(tx, actor, caseId);
  const { officer, service, title } = theCase;
  const board = service && (await getServiceNamesInTx(tx, tenantId, service))?.unit?.sv;
  const unit = officer?.unit ?? board;
  return {
    tenantId,
    personId,
    caseId,
    serviceId: null,
    title,
    to: { ...(officer?.name && { name: officer.name }), ...(unit && { unit }) },
    openness: await opennessInTx(tx, tenantId, theCase),
    noteSentInTx: (messageId, at) => locked.noteInTx({ kind: 'message-sent', messageId, at }),
  };
}

async function ofServiceInTx(tx: Tx, actor: ResidentActor, slug: string): Promise<Around> {
  const { tenantId } = actor;
  if (!(await takesMessagesInTx(tx, tenantId, slug, dateInSweden(now())))) throw notFound();
  const service = await findServiceNamesInTx(tx, tenantId, slug);
  if (!service) throw notFound();
  return ofServiceThreadInTx(tx, actor, service.serviceId, service.name, service.unit?.sv);
}

/** A thread that was begun goes on, also where the service takes no new ones any more: the office may have asked. */
async function ofServiceThreadInTx(
  tx: Tx,
  { tenantId, personId }: ResidentActor,
  serviceId: string,
  title: Record<string, string>,
  unit?: string,
): Promise<Around> {
  // No row is common to all that she may write to services: the lock is on her.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`messages:${tenantId}:${personId}`}, 0))`;
  return {
    tenantId,
    personId,
    caseId: null,
    serviceId,
    title,
    to: { ...(unit && { unit }) },
    openness: { closed: null, lastOn: null },
    noteSentInTx: async () => {},
  };
}

async function threadInTx(
  tx: Tx,
  tenantId: string,
  which:
    | { id: string }
    | { personId: string; caseId: string; openedAt: null }
    | { personId: string; serviceId: string | null; openedAt: null },
): Promise<Pick<Desk, 'thread' | 'draft'>> {
  const found = await tx.messageThread.findFirst({
    where: { tenantId, ...which },
    select: {
      id: true,
      openedAt: true,
      messages: { where: { state: 'draft' }, select: { id: true, version: true, sealed: true } },
    },
  });
  if (!found) return { thread: null, draft: null };
  const [draft] = found.messages;
  const content = draft && openJson<OwnContent>(draft.sealed, messageContext(tenantId, draft.id));
  return {
    thread: { id: found.id, isOpened: found.openedAt !== null },
    draft: draft
      ? { id: draft.id, version: draft.version, subject: content?.subject ?? '', text: content?.text ?? '' }
      : null,
  };
}
