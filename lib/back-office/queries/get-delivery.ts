import 'server-only';
import { type ApplicationForSystem, getApplicationForSystemInTx } from '@/lib/applications/api';
import { getOfferAnswerForSystemInTx, type OfferAnswerForSystem } from '@/lib/care-home-queue/api';
import {
  type AnswerForSystem,
  type AppealAsSent,
  type CommentForSystem,
  type DelayRequestForSystem,
  getAnswerForSystemInTx,
  getAppealForSystemInTx,
  getCommentForSystemInTx,
  getDelayRequestForSystemInTx,
  getMoreTimeForSystemInTx,
  getWithdrawalForSystemInTx,
  type MoreTimeForSystem,
  type WithdrawalForSystem,
} from '@/lib/cases/api';
import { getPersonInTx, type PersonFacts } from '@/lib/identity/api';
import { getMessageForSystemInTx, type MessageForSystem } from '@/lib/messages/api';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, visibleDeliveries } from '../access';
import type { AppealContent } from '../contract/appeal-messages';
import type { CommentContent } from '../contract/comment-messages';
import type { DelayRequestContent } from '../contract/delay-messages';
import type { ApplicationContent, DeliveryAnswer, SupplementContent } from '../contract/messages';
import type { MoreTimeContent } from '../contract/more-time-messages';
import type { OfferAnswerContent } from '../contract/offer-messages';
import type { MessageContent } from '../contract/thread-messages';
import type { WithdrawalContent } from '../contract/withdrawal-messages';
import type { DeliveryKind } from '../domain/delivery-kind';
import { bookingOfEventInTx } from './booking-of-event-in-tx';
import { getFileFactsInTx } from './get-file-facts';
import { summariesInTx } from './list-deliveries';
import { personContent } from './person-content';

/**
 * A delivery in full: the application with its applicant, or what she has sent since, or what became of a file. The
 * modules that own them write the reading into the audit log, in the same transaction: no reading without its row, which
 * is why this one writes.
 */
export function getDelivery(actor: SystemActor, deliveryId: string): Promise<DeliveryAnswer> {
  const object = { objectType: 'delivery', objectId: deliveryId } as const;
  return guarded(actor, 'back-office.get-delivery', 'deliveries.read', object, () =>
    write(actor, async (tx) => {
      const { tenantId } = actor;
      const row = await tx.delivery.findFirst({ where: { ...visibleDeliveries(actor), id: deliveryId } });
      if (!row) throw notFound();
      const [summary] = await summariesInTx(tx, tenantId, [row]);
      if (!summary) throw notFound();
      if (!row.fetchedAt)
        await tx.delivery.updateMany({
          where: { tenantId, id: row.id, fetchedAt: null },
          data: { fetchedAt: now() },
        });
      return { ...summary, ...(await contentInTx(tx, actor, row)) };
    }),
  );
}

async function contentInTx(
  tx: Tx,
  actor: SystemActor,
  { kind, refId }: { kind: string; refId: string },
): Promise<Partial<DeliveryAnswer>> {
  switch (kind as DeliveryKind) {
    case 'file':
      return { file: await getFileFactsInTx(tx, actor, refId) };
    case 'supplement':
      return { supplement: supplementContent(await getAnswerForSystemInTx(tx, actor, refId)) };
    case 'comment':
      return { comment: commentContent(await getCommentForSystemInTx(tx, actor, refId)) };
    case 'more-time':
      return { moreTime: moreTimeContent(await getMoreTimeForSystemInTx(tx, actor, refId)) };
    case 'delay-request':
      return { delayRequest: delayRequestContent(await getDelayRequestForSystemInTx(tx, actor, refId)) };
    case 'appeal': {
      const appeal = await getAppealForSystemInTx(tx, actor, refId);
      const { protectedIdentity } = await getPersonInTx(tx, actor.tenantId, appeal.personId);
      return { appeal: appealContent(appeal, protectedIdentity) };
    }
    case 'withdrawal':
      return { withdrawal: withdrawalContent(await getWithdrawalForSystemInTx(tx, actor, refId)) };
    case 'offer-answer':
      return { offerAnswer: offerAnswerContent(await getOfferAnswerForSystemInTx(tx, actor, refId)) };
    case 'booking':
      return { booking: await bookingOfEventInTx(tx, actor, refId) };
    case 'message': {
      const message = await getMessageForSystemInTx(tx, actor, refId);
      const sender = await getPersonInTx(tx, actor.tenantId, message.personId);
      return { message: messageContent(message), sender: personContent(sender) };
    }
    case 'application': {
      const application = await getApplicationForSystemInTx(tx, actor, refId);
      const person = await getPersonInTx(tx, actor.tenantId, application.personId);
      return { application: applicationContent(application, person) };
    }
  }
}

function applicationContent(application: ApplicationForSystem, person: PersonFacts): ApplicationContent {
  const { snapshot } = application;
  const { slug, version, name, applicationType } = snapshot.service;
  return {
    number: application.number,
    submittedAt: application.submittedAt.toISOString(),
    signedAt: application.signedAt.toISOString(),
    signatures: application.signatures.map(({ role, title, name, number, signedAt }) => ({
      role,
      ...(title !== null && { title }),
      personalNumber: number,
      ...(name !== null && { name }),
      signedAt: signedAt.toISOString(),
    })),
    language: snapshot.language,
    service: { slug, version, title: name, applicationType },
    applicant: personContent(person),
    answers: application.answers,
    pages: snapshot.pages,
    ...(application.translation && { translation: application.translation }),
    files: application.files,
  };
}

const messageContent = (message: MessageForSystem): MessageContent => ({
  id: message.id,
  threadId: message.threadId,
  ...(message.subject !== null && { subject: message.subject }),
  text: message.text,
  sentAt: message.sentAt.toISOString(),
  ...(Object.keys(message.to).length > 0 && { addressee: message.to }),
  ...(message.service !== null && { service: message.service }),
  files: message.files,
});

const supplementContent = (answer: AnswerForSystem): SupplementContent => ({
  externalId: answer.externalId,
  part: answer.part,
  isLast: answer.isLast,
  answeredAt: answer.answeredAt.toISOString(),
  items: answer.items,
  files: answer.files,
  ...(answer.request && { request: answer.request }),
});

const moreTimeContent = ({ sentAt, ...asked }: MoreTimeForSystem): MoreTimeContent => ({
  ...asked,
  sentAt: sentAt.toISOString(),
});

const offerAnswerContent = ({
  externalId,
  answeredAt,
  vacancy,
  reason,
  ...answered
}: OfferAnswerForSystem): OfferAnswerContent => ({
  ...answered,
  externalId,
  answeredAt: answeredAt.toISOString(),
  ...(vacancy !== null && { vacancy }),
  ...(reason !== null && { reason }),
});

const delayRequestContent = ({
  requestedAt,
  reasons,
  ...days
}: DelayRequestForSystem): DelayRequestContent => ({
  ...days,
  requestedAt: requestedAt.toISOString(),
  ...(reasons && { reasons }),
});

const appealContent = ({ content, ...appeal }: AppealAsSent, protectedIdentity: boolean): AppealContent => ({
  id: appeal.id,
  number: appeal.number,
  decision: appeal.decisionExternalId,
  sentAt: appeal.sentAt.toISOString(),
  ...(appeal.lastOn && { lastOn: appeal.lastOn }),
  isLate: appeal.isLate,
  appellant: {
    personalNumber: content.nationalId,
    name: content.name,
    protectedIdentity,
    ...(content.address && { address: content.address }),
    ...(content.phone && { phone: content.phone }),
    ...(content.email && { email: content.email }),
  },
  language: content.language,
  change: content.change,
  reasons: content.reasons,
  ...(content.evidence && { evidence: content.evidence }),
  files: appeal.files,
});

const withdrawalContent = ({
  document: { scope, drops, keeps, reason, language, applicant },
  signedAt,
  nationalId,
  othersHaveSigned,
}: WithdrawalForSystem): WithdrawalContent => ({
  scope,
  othersHaveSigned,
  ...(drops && { drops }),
  ...(keeps && { keeps }),
  ...(reason && { reason }),
  language,
  signature: { personalNumber: nationalId, name: applicant.name, signedAt: signedAt.toISOString() },
});

const commentContent = ({ kind, sentAt, ...comment }: CommentForSystem): CommentContent => ({
  ...comment,
  kind: kind === 'comment' ? 'comment' : 'nothing-to-add',
  sentAt: sentAt.toISOString(),
});
