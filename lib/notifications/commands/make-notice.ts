import 'server-only';
import { passOverOfferInTx, tellOfOfferBeforeInTx } from '@/lib/appointments/api';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { type DigitalMail, digitalMail } from '../digital-mail/digital-mail';
import { type Channel, channels } from '../domain/channels';
import type { DropReason } from '../domain/notice';
import { type Choice, dueAt, mustAskForMailbox, type Recipient, waysOf } from '../domain/notice-choice';
import { type EventIds, type NoticeKind, tellingOf } from '../domain/notice-table';
import { getAddressesInTx } from '../queries/addresses-in-tx';
import { getChoiceInTx, getSendingRuleInTx } from '../queries/choice-in-tx';
import { findMailbox } from '../queries/find-mailbox';
import { type NewNotice, putNoticeInTx } from './put-notice-in-tx';

interface Happened {
  eventId: string;
  eventType: string;
  /** whose matter it is */
  personId: string;
}

/** Who is told of what concerns a person: herself. Those who act for her will be told from here (issue of its own). */
const recipientsOf = (concernsId: string): readonly string[] => [concernsId];

/**
 * Something happened that somebody should be told of. For each way that she has chosen it is put into the message that
 * is being gathered for her, or begins one. Run twice it makes one notice: the unique index on the event decides. Where
 * she is told in no way the row says why, so that whoever looks after it can see that nothing was forgotten.
 */
export async function makeNotice(
  actor: JobActor,
  { eventId, eventType, personId }: Happened,
  { now = clock, mail = digitalMail }: { now?: () => Date; mail?: DigitalMail } = {},
): Promise<void> {
  const telling = tellingOf(eventType);
  if (!telling) throw new Error(`No notice is made of ${eventType}`);
  const { tenantId } = actor;
  const { kind } = telling;
  const at = now();
  for (const recipientId of recipientsOf(personId)) {
    const hasMailbox = await isMailboxWanted(actor, recipientId, kind, { at, mail });
    await write(actor, async (tx) => {
      const choice = await getChoiceInTx(tx, tenantId, recipientId, at);
      const recipient = await recipientInTx(tx, tenantId, recipientId, { at, mail });
      const has = channels.filter((channel) =>
        channel === 'digital-mail' ? hasMailbox : recipient.has.includes(channel),
      );
      const told = waysOf(kind, choice.ways, { ...recipient, has });
      const notice = { tenantId, recipientId, concernsId: personId, kind, eventId };
      if ('drop' in told) await putDroppedInTx(tx, notice, told.drop);
      else if (telling.goesOn && (await isPassedOverInTx(tx, notice, told.channels, choice, at)))
        await putDroppedInTx(tx, notice, 'too-late');
      else for (const channel of told.channels) await putNoticeInTx(tx, notice, channel, choice, at);
    });
  }
}

interface With {
  at: Date;
  mail: DigitalMail;
}

async function recipientInTx(
  tx: Tx,
  tenantId: string,
  personId: string,
  { at, mail }: With,
): Promise<Recipient> {
  const { person, addresses } = await getAddressesInTx(tx, tenantId, personId, { at, mail });
  return {
    protectedIdentity: person.protectedIdentity,
    has: channels.filter((channel) => addresses[channel] !== null),
  };
}

/**
 * Whether something goes to her digital mailbox. Asked before the transaction, and only where it matters. A register that
 * is silent counts as a yes: it is asked again when the message is sent, and tried until it answers.
 */
async function isMailboxWanted(
  actor: JobActor,
  personId: string,
  kind: NoticeKind,
  { at, mail }: With,
): Promise<boolean> {
  const { tenantId } = actor;
  const mustAsk = await read(actor, async (tx) => {
    const { ways } = await getChoiceInTx(tx, tenantId, personId, at);
    const { has, ...recipient } = await recipientInTx(tx, tenantId, personId, { at, mail });
    const others = has.filter((channel) => channel !== 'digital-mail');
    return has.length > others.length && mustAskForMailbox(kind, ways, { ...recipient, has: others });
  });
  if (!mustAsk) return false;
  const mailbox = await findMailbox(actor, personId, { at, mail });
  return mailbox !== null && mailbox.state !== 'none';
}

/** Where all ways to her are quiet until it is too late for her to answer, the offer goes on to the next in line. */
async function isPassedOverInTx(
  tx: Tx,
  { tenantId, eventId }: NewNotice,
  ways: readonly Channel[],
  choice: Choice,
  at: Date,
): Promise<boolean> {
  const event = await tx.domainEvent.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: eventId } },
    select: { payload: true },
  });
  const { bookingId } = event.payload as EventIds;
  const last = bookingId && (await tellOfOfferBeforeInTx(tx, tenantId, bookingId));
  if (!last) return false;
  const { gatherSeconds } = await getSendingRuleInTx(tx, tenantId, at);
  if (ways.some((channel) => dueAt(choice, channel, at, { gatherSeconds }) <= last)) return false;
  await passOverOfferInTx(tx, { tenantId, bookingId, at });
  return true;
}

async function putDroppedInTx(tx: Tx, notice: NewNotice, reason: DropReason): Promise<void> {
  await tx.notice.createMany({
    data: { ...notice, channel: 'none', state: 'dropped', reason },
    skipDuplicates: true,
  });
}
