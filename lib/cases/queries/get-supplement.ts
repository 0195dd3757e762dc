import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { openFileName, stateOf } from '@/lib/platform/storage';
import { guarded, requireResidentMay, visibleSupplements } from '../access';
import {
  type SupplementAnswer,
  type SupplementRequest,
  supplementContext,
  supplementPartContext,
} from '../domain/case-seals';
import { takesSupplements } from '../domain/status';
import {
  answerBy,
  type DueState,
  dueState,
  type FileView,
  type ItemTexts,
  itemsAnswered,
  type SupplementStatus,
} from '../domain/supplement';
import { titleIn } from '../domain/title';
import { type MoreTimeView, moreTimeInTx } from './more-time-in-tx';
import { statusOfCase } from './status-of-case';

export interface SupplementView {
  today: CalendarDate;
  id: string;
  case: { id: string; title: Said; number: string };
  status: SupplementStatus;
  request: Pick<SupplementRequest, 'text' | 'language'>;
  askedAt: Date;
  dueOn: CalendarDate;
  due: DueState;
  /** the municipality's own status says that nothing can be sent just now */
  isClosed: boolean;
  /** she was given more time than was said first */
  isExtended: boolean;
  moreTime: MoreTimeView;
  answeredAt: Date | null;
  /** to be posted with what is written */
  version: number;
  /** each thing asked for, whether something has been sent about it, and the draft of what is to be sent next */
  items: { id: string; text: string; isAnswered: boolean; draft: string; files: FileView[] }[];
  /** what has been sent, in order */
  parts: {
    id: string;
    sentAt: Date;
    /** it came after the due date */
    wasLate: boolean;
    receivedAt: Date | null;
    items: { id: string; text: string; answer: string; files: FileView[] }[];
  }[];
}

const fileFacts = {
  select: { tenantId: true, id: true, nameSealed: true, size: true, scanState: true, createdAt: true },
} as const;

/** A request for something more, what she has sent, and the draft of what is to be sent next. */
export function getSupplement(
  actor: Actor,
  { caseId, supplementId }: { caseId: string; supplementId: string },
  lang: Language,
): Promise<SupplementView> {
  return guarded(actor, 'cases.get-supplement', 'supplement', supplementId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.supplement.findFirst({
        where: { ...visibleSupplements(actor), id: supplementId },
        include: {
          case: { select: { id: true, title: true, number: true, ...statusOfCase } },
          parts: { orderBy: { number: 'asc' } },
          files: { select: { itemId: true, partId: true, file: fileFacts } },
        },
      });
      if (!found || found.caseId !== caseId) throw notFound();
      const officesDay = fromDbDate(found.dueOn);
      const dueOn = answerBy(officesDay);
      const today = dateInSweden(now());
      const { phase, officeStatus, ...theCase } = found.case;
      const isClosed = found.status === 'asked' && !takesSupplements(officeStatus?.status ?? null, phase);
      const context = (what: 'request' | 'answer') => supplementContext(what, tenantId, supplementId);
      const { items, ...request } = openJson<SupplementRequest>(found.requestSealed, context('request'));
      const draft = found.answerSealed
        ? openJson<SupplementAnswer>(found.answerSealed, context('answer')).texts
        : {};
      const files = found.files
        .toSorted((a, b) => a.file.createdAt.getTime() - b.file.createdAt.getTime())
        .map(({ itemId, partId, file }) => ({
          itemId,
          partId,
          view: { id: file.id, name: openFileName(file), size: file.size, state: stateOf(file) },
        }));
      const filesOf = (partId: string | null, itemId: string) =>
        files.filter((one) => one.partId === partId && one.itemId === itemId).map(({ view }) => view);
      const parts = found.parts.map((part) => ({
        ...part,
        texts: openJson<SupplementAnswer>(part.sealed, supplementPartContext(tenantId, part.id)).texts,
        files: files.filter(({ partId }) => partId === part.id),
      }));
      const answered = itemsAnswered(parts);
      return {
        today,
        id: supplementId,
        case: { ...theCase, title: titleIn(theCase.title, lang) },
        status: found.status,
        request: { text: request.text, ...(request.language && { language: request.language }) },
        askedAt: found.askedAt,
        dueOn,
        due: dueState(dueOn, today),
        isClosed,
        isExtended: found.dueOn > found.firstDueOn,
        moreTime: await moreTimeInTx(
          tx,
          tenantId,
          { supplementId },
          {
            isOpen: found.status === 'asked' && request.replaces === undefined && !isClosed,
            dueOn: officesDay,
          },
          today,
        ),
        answeredAt: found.answeredAt,
        version: found.version,
        items: items.map(({ id, text }) => ({
          id,
          text,
          isAnswered: answered.has(id),
          draft: draft[id] ?? '',
          files: filesOf(null, id),
        })),
        parts: parts.map(({ id, sentAt, receivedAt, texts }) => ({
          id,
          sentAt,
          receivedAt,
          wasLate: dateInSweden(sentAt) > dueOn,
          items: saidOf(items, texts, (itemId) => filesOf(id, itemId)),
        })),
      };
    }),
  );
}

/** The things asked for that something was sent about, in the order they were asked. */
const saidOf = (
  items: SupplementRequest['items'],
  texts: ItemTexts,
  filesOf: (itemId: string) => FileView[],
) =>
  items
    .map(({ id, text }) => ({ id, text, answer: texts[id] ?? '', files: filesOf(id) }))
    .filter(({ answer, files }) => answer !== '' || files.length > 0);
