import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { defaultLanguage, isLanguage, type Language } from '@/lib/platform/i18n';
import { log } from '@/lib/platform/log';
import { getTenant, ownAddress } from '@/lib/tenants/api';
import { AddressRefused, TryLater } from '../channels/channel';
import { senders as realSenders, type Senders } from '../channels/senders';
import { type DigitalMail, digitalMail } from '../digital-mail/digital-mail';
import { isChannel } from '../domain/channels';
import { type DropReason, isTooLate, linkPath, MAX_ATTEMPTS, MAYBE_SENT } from '../domain/notice';
import { heldUntil } from '../domain/notice-choice';
import { tellingOf } from '../domain/notice-table';
import { getAddressesInTx } from '../queries/addresses-in-tx';
import { getChoiceInTx, getSendingRuleInTx } from '../queries/choice-in-tx';
import { isStillNewsInTx } from '../queries/is-still-news';
import { lastMomentOfDeliveryInTx } from '../queries/last-moment-in-tx';
import { enqueueSendingInTx } from './enqueue-sending-in-tx';
import { tellOtherwiseInTx } from './tell-otherwise-in-tx';

/**
 * Sends a message that is due: to whom, of what and when is looked at anew at each try. What she has seen meanwhile or
 * whose time has passed is left out, and of nothing no message is sent; in her quiet hours it goes on gathering. One
 * that isn't taken is tried again by the queue, with growing pauses; where the address is refused, or after the last
 * try, the row says that it failed, and what she must be told goes another way. Killed between sending and noting it,
 * the same message goes out again under the same id; what must not come twice is left out of it (decision 0133).
 */
export async function sendNotice(
  actor: JobActor,
  deliveryId: string,
  {
    senders = realSenders,
    now = clock,
    mail = digitalMail,
  }: { senders?: Senders; now?: () => Date; mail?: DigitalMail } = {},
): Promise<void> {
  const { tenantId } = actor;
  const tenant = await getTenant(tenantId);
  const due = await write(actor, (tx) => takeInTx(tx, tenantId, deliveryId, { now: now(), mail }));
  if (!due) return;

  const language: Language =
    isLanguage(due.language) && tenant.languages.includes(due.language) ? due.language : defaultLanguage;
  const attempts = due.attempts + 1;
  try {
    await senders[due.channel]({
      deliveryId,
      to: due.to,
      tenant,
      language,
      isSeveral: due.notices > 1,
      link: ownAddress(tenant, language, linkPath(deliveryId)),
      settings: ownAddress(tenant, language, '/settings/notices'),
      ttlSeconds: due.ttlSeconds,
    });
  } catch (error) {
    const problem = codeOf(error);
    const isRefused = error instanceof AddressRefused;
    if (!isRefused && attempts < MAX_ATTEMPTS) {
      await write(actor, async (tx) => {
        await tx.noticeDelivery.updateMany({
          where: { tenantId, id: deliveryId, state: 'sending' },
          data: { attempts, problem },
        });
        if (!(error instanceof TryLater)) return;
        const runAt = new Date(now().getTime() + error.seconds * 1000);
        await enqueueSendingInTx(tx, { tenantId, deliveryId }, runAt);
      });
      // What asks for a time of its own has its own job by now; all else is tried again with the queue's pauses.
      if (error instanceof TryLater) return;
      throw error;
    }
    await write(actor, async (tx) => {
      const at = now();
      await endInTx(tx, { tenantId, id: deliveryId }, { state: 'failed', attempts, problem, endedAt: at });
      await tellOtherwiseInTx(tx, { tenantId, deliveryId }, { at, mail });
    });
    log.error({ tenantId, deliveryId, channel: due.channel, problem }, 'a notice is given up');
    return;
  }
  await write(actor, (tx) =>
    endInTx(tx, { tenantId, id: deliveryId }, { state: 'sent', attempts, problem: null, endedAt: now() }),
  );
}

interface Due {
  channel: keyof Senders;
  to: string;
  language: string;
  attempts: number;
  notices: number;
  ttlSeconds: number;
}

/** Takes what is to be sent, so that nothing more is gathered to it. Null where nothing is: it was sent, waits, or was dropped. */
async function takeInTx(
  tx: Tx,
  tenantId: string,
  id: string,
  { now, mail }: { now: Date; mail: DigitalMail },
): Promise<Due | null> {
  const delivery = await tx.noticeDelivery.findUnique({ where: { tenantId_id: { tenantId, id } } });
  if (!delivery || delivery.endedAt || !isChannel(delivery.channel)) return null;
  const { channel, recipientId, attempts } = delivery;
  // Every try that ends is noted: whoever took it last was killed, or couldn't note how it went.
  const isInDoubt = delivery.state === 'sending' && delivery.problem === null;
  const last = await lastMomentOfDeliveryInTx(tx, { tenantId, deliveryId: id });
  const held = heldUntil(await getChoiceInTx(tx, tenantId, recipientId, now), channel, now, last);
  if (held) {
    await tx.noticeDelivery.updateMany({ where: { tenantId, id, endedAt: null }, data: { dueAt: held } });
    await enqueueSendingInTx(tx, { tenantId, deliveryId: id }, held);
    return null;
  }
  const { count } = await tx.noticeDelivery.updateMany({
    where: { tenantId, id, endedAt: null },
    data: { state: 'sending', problem: null },
  });
  if (count === 0) return null;
  const { person, addresses } = await getAddressesInTx(tx, tenantId, recipientId, { at: now, mail });
  const to = addresses[channel];
  const unreachable: DropReason | null = person.protectedIdentity
    ? 'protected-identity'
    : to === null
      ? 'no-address'
      : null;
  const { dropAfterHours } = await getSendingRuleInTx(tx, tenantId, now);
  const whose = { tenantId, deliveryId: id };
  if (isInDoubt) await endMaybeSentInTx(tx, whose);
  const notices = await leaveOutInTx(tx, whose, unreachable, { now, dropAfterHours });
  if (notices > 0 && to !== null) {
    const { language } = person;
    return { channel, to, language, attempts, notices, ttlSeconds: ttlOf(dropAfterHours, last, now) };
  }
  const isMaybeSent = (await tx.notice.count({ where: { ...whose, reason: MAYBE_SENT } })) > 0;
  await tx.noticeDelivery.updateMany({
    where: { tenantId, id, state: 'sending' },
    data: {
      ...(isMaybeSent
        ? { state: 'failed', problem: MAYBE_SENT }
        : { state: 'dropped', problem: unreachable }),
      endedAt: now,
    },
  });
  return null;
}

/** What must not come twice is told no more where nobody knows whether it went: once at most, rather than at least once. */
async function endMaybeSentInTx(tx: Tx, where: { tenantId: string; deliveryId: string }): Promise<void> {
  const { tenantId } = where;
  const waiting = await tx.notice.findMany({
    where: { ...where, state: 'waiting' },
    select: { id: true, eventId: true },
  });
  const events = await tx.domainEvent.findMany({
    where: { tenantId, id: { in: waiting.map(({ eventId }) => eventId) } },
    select: { id: true, type: true },
  });
  const once = new Set(events.filter(({ type }) => tellingOf(type)?.isBeforeMeeting).map(({ id }) => id));
  await tx.notice.updateMany({
    where: {
      tenantId,
      id: { in: waiting.filter(({ eventId }) => once.has(eventId)).map(({ id }) => id) },
      state: 'waiting',
    },
    data: { state: 'failed', reason: MAYBE_SENT },
  });
}

/** How long a push service keeps it for a device that is away: a reminder must not come after what it reminds of. */
const ttlOf = (dropAfterHours: number, last: Date | null, now: Date): number =>
  Math.min(
    dropAfterHours * 3600,
    last && last > now ? Math.floor((last.getTime() - now.getTime()) / 1000) : Infinity,
  );

/** Drops what is not to be told any more, each with its reason; gives how many are left. */
async function leaveOutInTx(
  tx: Tx,
  where: { tenantId: string; deliveryId: string },
  unreachable: DropReason | null,
  times: { now: Date; dropAfterHours: number },
): Promise<number> {
  const { tenantId } = where;
  const waiting = await tx.notice.findMany({
    where: { ...where, state: 'waiting' },
    select: { id: true, eventId: true, recipientId: true },
  });
  let left = 0;
  for (const { id, ...about } of waiting) {
    const reason = unreachable ?? (await whyNotInTx(tx, { tenantId, ...about }, times));
    if (reason === null) left += 1;
    else
      await tx.notice.updateMany({
        where: { tenantId, id, state: 'waiting' },
        data: { state: 'dropped', reason },
      });
  }
  return left;
}

async function whyNotInTx(
  tx: Tx,
  { tenantId, eventId, recipientId }: { tenantId: string; eventId: string; recipientId: string },
  { now, dropAfterHours }: { now: Date; dropAfterHours: number },
): Promise<DropReason | null> {
  const event = await tx.domainEvent.findUnique({ where: { tenantId_id: { tenantId, id: eventId } } });
  if (!event || !(await isStillNewsInTx(tx, event, recipientId))) return 'no-longer-news';
  return isTooLate(event.at, now, dropAfterHours) ? 'too-late' : null;
}

/** The message's end is that of all that was gathered to it. */
async function endInTx(
  tx: Tx,
  { tenantId, id }: { tenantId: string; id: string },
  end: { state: 'sent' | 'failed'; attempts: number; problem: string | null; endedAt: Date },
): Promise<void> {
  const { count } = await tx.noticeDelivery.updateMany({
    where: { tenantId, id, state: 'sending' },
    data: end,
  });
  if (count === 0) return;
  await tx.notice.updateMany({
    where: { tenantId, deliveryId: id, state: 'waiting' },
    data: { state: end.state, reason: end.problem },
  });
}

/** The channel's code ("ECONNECTION", "smtp-550"); a message may quote her address. */
const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
};
