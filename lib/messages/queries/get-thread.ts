import 'server-only';
import { getCaseOfMessagesInTx } from '@/lib/cases/api';
import type { Officer } from '@/lib/cases/domain/office-messages';
import { titleIn } from '@/lib/cases/domain/title';
import { getServiceSlugInTx } from '@/lib/catalogue/api';
import type { Said } from '@/lib/kernel/said';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleThreads } from '../access';
import { type Addressee, readerContext } from '../domain/message-seals';
import { type Openness, open } from '../domain/openness';
import { type Progress, progressOf } from '../domain/progress';
import {
  type MessageFileFacts,
  openFiles,
  openOffice,
  openOwn,
  openSubject,
  selectedFiles,
} from '../open-message';
import { opennessInTx } from './openness-in-tx';

export interface OwnMessage {
  id: string;
  author: 'resident';
  text: string;
  at: Date;
  files: MessageFileFacts[];
  to: Addressee;
  progress: Progress;
  receivedAt: Date | null;
  readAt: Date | null;
  /** who read it, where the office says so */
  reader: Officer | null;
}

export interface OfficeMessage {
  id: string;
  author: 'office';
  text: string;
  at: Date;
  files: MessageFileFacts[];
  officer: Officer | null;
  /** she has not been shown it before */
  isNew: boolean;
}

export interface DraftView {
  messageId: string;
  version: number;
  subject: string;
  text: string;
  files: MessageFileFacts[];
}

export type AboutView =
  | { kind: 'case'; caseId: string; number: string; title: Said }
  | { kind: 'service'; slug: string; title: Said };

export interface ThreadView {
  id: string;
  about: AboutView;
  subject: string | null;
  /** in the order they were written */
  messages: (OwnMessage | OfficeMessage)[];
  openness: Openness;
  /** who has the case now, and how to reach her instead */
  officer: Officer | null;
  draft: DraftView | null;
}

/** A thread of hers, with the answer she may have begun. Showing it is another deed: markThreadRead. */
export function getThread(actor: Actor, threadId: string, lang: Language): Promise<ThreadView> {
  return guarded(actor, 'messages.get-thread', 'thread', threadId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.messageThread.findFirst({
        where: { ...visibleThreads(actor), id: threadId, openedAt: { not: null } },
        select: {
          caseId: true,
          serviceId: true,
          title: true,
          subjectSealed: true,
          messages: { orderBy: [{ sentAt: 'asc' }, { id: 'asc' }], include: { files: selectedFiles } },
        },
      });
      if (!found) throw notFound();
      const draft = found.messages.find(({ state }) => state === 'draft');
      return {
        id: threadId,
        ...(await aroundInTx(tx, actor, found, lang)),
        subject: openSubject(tenantId, threadId, found.subjectSealed),
        messages: found.messages.flatMap((row) => (row.state === 'draft' ? [] : [messageOf(tenantId, row)])),
        draft: draft ? draftOf(tenantId, draft) : null,
      };
    }),
  );
}

type Row = Awaited<ReturnType<Tx['message']['findMany']>>[number] & {
  files: Parameters<typeof openFiles>[0];
};

function messageOf(tenantId: string, row: Row): OwnMessage | OfficeMessage {
  const facts = { id: row.id, at: row.sentAt ?? row.createdAt, files: openFiles(row.files) };
  if (row.author === 'office') {
    const { text, officer } = openOffice(tenantId, row);
    return { ...facts, author: 'office', text, officer: officer ?? null, isNew: row.readAt === null };
  }
  const { text, to = {} } = openOwn(tenantId, row);
  return {
    ...facts,
    author: 'resident',
    text,
    to,
    progress: progressOf(row),
    receivedAt: row.receivedAt,
    readAt: row.readAt,
    reader: row.readerSealed && openJson<Officer>(row.readerSealed, readerContext(tenantId, row.id)),
  };
}

export function draftOf(
  tenantId: string,
  row: { id: string; version: number; sealed: Uint8Array; files: Parameters<typeof openFiles>[0] },
): DraftView {
  const { subject = '', text } = openOwn(tenantId, row);
  return { messageId: row.id, version: row.version, subject, text, files: openFiles(row.files) };
}

/** What the thread is about, who has it, and whether she can write. */
async function aroundInTx(
  tx: Tx,
  actor: ResidentActor,
  { caseId, serviceId, title }: { caseId: string | null; serviceId: string | null; title: unknown },
  lang: Language,
): Promise<Pick<ThreadView, 'about' | 'openness' | 'officer'>> {
  const said = titleIn(title, lang);
  if (!caseId) {
    const slug = await getServiceSlugInTx(tx, actor.tenantId, serviceId ?? '');
    return { about: { kind: 'service', slug, title: said }, openness: open, officer: null };
  }
  const theCase = await getCaseOfMessagesInTx(tx, actor, caseId);
  return {
    about: { kind: 'case', caseId, number: theCase.number, title: said },
    openness: await opennessInTx(tx, actor.tenantId, theCase),
    officer: theCase.officer,
  };
}
