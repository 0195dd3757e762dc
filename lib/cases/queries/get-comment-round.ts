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
import { guarded, requireResidentMay, visibleCommentRounds } from '../access';
import { type CommentMaterial, commentContext, type SupplementAnswer } from '../domain/case-seals';
import { type CommentKind, type CommentRoundStatus, THE_COMMENT } from '../domain/comment-round';
import { answerBy, type DueState, dueState, type FileView } from '../domain/supplement';
import { titleIn } from '../domain/title';
import { type MoreTimeView, moreTimeInTx } from './more-time-in-tx';

export interface CommentRoundView {
  today: CalendarDate;
  id: string;
  case: { id: string; title: Said; number: string };
  status: CommentRoundStatus;
  askedAt: Date;
  dueOn: CalendarDate;
  due: DueState;
  /** she was given more time than was said first */
  isExtended: boolean;
  moreTime: MoreTimeView;
  /** null where the office has taken it back */
  material: { text: string; files: FileView[] } | null;
  /** to be posted with what is written */
  version: number;
  draft: { text: string; files: FileView[] };
  /** what she has said, in order */
  comments: {
    id: string;
    kind: CommentKind;
    sentAt: Date;
    /** it came after the due date */
    wasLate: boolean;
    receivedAt: Date | null;
    text: string;
    files: FileView[];
  }[];
}

/** What the decision is to build on, what she has said of it, and the draft of what she is to say. */
export function getCommentRound(
  actor: Actor,
  { caseId, roundId }: { caseId: string; roundId: string },
  lang: Language,
): Promise<CommentRoundView> {
  return guarded(actor, 'cases.get-comment-round', 'comment-round', roundId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.commentRound.findFirst({
        where: { ...visibleCommentRounds(actor), id: roundId },
        include: {
          case: { select: { id: true, title: true, number: true } },
          comments: { orderBy: { number: 'asc' } },
          files: {
            orderBy: { fileId: 'asc' },
            select: {
              isMaterial: true,
              commentId: true,
              file: { select: { tenantId: true, id: true, nameSealed: true, size: true, scanState: true } },
            },
          },
        },
      });
      if (!found || found.caseId !== caseId) throw notFound();
      const today = dateInSweden(now());
      const dueOn = answerBy(fromDbDate(found.dueOn));
      const textIn = (what: 'draft' | 'comment', id: string, sealed: Uint8Array<ArrayBuffer>) =>
        openJson<SupplementAnswer>(sealed, commentContext(what, tenantId, id)).texts[THE_COMMENT] ?? '';
      const filesOf = (isMaterial: boolean, commentId: string | null): FileView[] =>
        found.files
          .filter((one) => one.isMaterial === isMaterial && one.commentId === commentId)
          .map(({ file }) => ({
            id: file.id,
            name: openFileName(file),
            size: file.size,
            state: stateOf(file),
          }));
      return {
        today,
        id: roundId,
        case: { ...found.case, title: titleIn(found.case.title, lang) },
        status: found.status,
        askedAt: found.askedAt,
        dueOn,
        due: dueState(dueOn, today),
        isExtended: found.dueOn > found.firstDueOn,
        moreTime: await moreTimeInTx(
          tx,
          tenantId,
          { roundId },
          { isOpen: found.status === 'open', dueOn: fromDbDate(found.dueOn) },
          today,
        ),
        material:
          found.status === 'withdrawn'
            ? null
            : {
                text: openJson<CommentMaterial>(
                  found.materialSealed,
                  commentContext('material', tenantId, roundId),
                ).text,
                files: filesOf(true, null),
              },
        version: found.version,
        draft: {
          text: found.draftSealed ? textIn('draft', roundId, found.draftSealed) : '',
          files: filesOf(false, null),
        },
        comments: found.comments.map(({ id, kind, sentAt, receivedAt, sealed }) => ({
          id,
          kind,
          sentAt,
          receivedAt,
          wasLate: dateInSweden(sentAt) > dueOn,
          text: textIn('comment', id, sealed),
          files: filesOf(false, id),
        })),
      };
    }),
  );
}
