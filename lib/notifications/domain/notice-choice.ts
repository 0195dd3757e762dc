import { z } from 'zod';
import { type Channel, channels, isChannel } from './channels';
import type { DropReason } from './notice';
import { type NoticeKind, noticeKinds } from './notice-table';
import { type QuietHours, quietUntil } from './quiet-hours';

/** By which channels she is told of each kind. */
export type Ways = Readonly<Record<NoticeKind, readonly Channel[]>>;

/** Until she has chosen: a mail about everything. What makes a sound is hers to ask for. */
export const defaultWays = Object.fromEntries(
  noticeKinds.map((kind) => [kind, ['email']]),
) as unknown as Ways;

/**
 * What she can't turn off altogether, only choose the way of. A party is to be notified of the decision in her case
 * (förvaltningslagen 33 §), and who isn't told that something is asked of her may lose by it (20, 25 §§).
 */
export const neverOff: ReadonlySet<NoticeKind> = new Set(['asked', 'decision']);

/** As the row has it; a kind that came after she chose is as for everybody, and a channel we lack is left out. */
export function waysFrom(stored: unknown): Ways {
  const chosen = z.record(z.string(), z.array(z.string())).safeParse(stored).data ?? {};
  const ofKind = (kind: NoticeKind) => chosen[kind]?.filter(isChannel) ?? defaultWays[kind];
  return Object.fromEntries(noticeKinds.map((kind) => [kind, ofKind(kind)])) as unknown as Ways;
}

/** The channels that are to be used for something. */
export const chosenChannels = (ways: Ways): ReadonlySet<Channel> => new Set(Object.values(ways).flat());

export type QuietChoice = { quiet: 'municipality' | 'none' } | ({ quiet: 'own' } & QuietHours);

/** The quiet hours that are hers, given the municipality's; null where she has none. */
export function quietHoursOf(choice: QuietChoice, municipality: QuietHours | null): QuietHours | null {
  if (choice.quiet === 'none') return null;
  return choice.quiet === 'own' ? { from: choice.from, to: choice.to } : municipality;
}

export interface Choice {
  ways: Ways;
  quiet: QuietChoice;
  /** the municipality's, with the channels that are held; null where it has none */
  municipality: (QuietHours & { channels: readonly string[] }) | null;
}

/** What makes a sound, where the municipality has not said. */
const LOUD: readonly string[] = ['sms', 'push'];

/**
 * Until when a channel is held for her at a moment; null where it isn't. What is of no use after `last` isn't held past it:
 * quiet hours are for what can wait, and a meeting of hers that is over before they are can't.
 */
export function heldUntil(
  { quiet, municipality }: Choice,
  channel: Channel,
  at: Date,
  last: Date | null = null,
): Date | null {
  const hours = quietHoursOf(quiet, municipality);
  const held = hours && (municipality?.channels ?? LOUD).includes(channel) ? quietUntil(hours, at) : null;
  return held && last && held >= last ? null : held;
}

/** When a message that begins at a moment goes: when what comes meanwhile is gathered, and not while the channel is held. */
export function dueAt(
  choice: Choice,
  channel: Channel,
  begun: Date,
  { gatherSeconds, last = null }: { gatherSeconds: number; last?: Date | null },
): Date {
  const gathered = new Date(begun.getTime() + gatherSeconds * 1000);
  return heldUntil(choice, channel, gathered, last) ?? gathered;
}

export interface Recipient {
  protectedIdentity: boolean;
  /** the channels that lead to her */
  has: readonly Channel[];
}

/** Why she isn't told of something at all, by what we know beforehand. */
type NotTold = Extract<DropReason, 'protected-identity' | 'not-wanted' | 'no-address'>;

/**
 * How she is told of something of a kind, or why not. A person with protected identity is told in no way: an address can
 * lead to her, and a message shows others that she has to do with this municipality. What can't be turned off goes some
 * other way where the one she chose is gone.
 */
export function waysOf(
  kind: NoticeKind,
  ways: Ways,
  { protectedIdentity, has }: Recipient,
): { channels: readonly Channel[] } | { drop: NotTold } {
  if (protectedIdentity) return { drop: 'protected-identity' };
  const wanted = ways[kind];
  const usable = wanted.filter((channel) => has.includes(channel));
  if (usable.length > 0) return { channels: usable };
  if (wanted.length === 0 && !neverOff.has(kind)) return { drop: 'not-wanted' };
  const [other] = neverOff.has(kind) ? channels.filter((channel) => has.includes(channel)) : [];
  return other ? { channels: [other] } : { drop: 'no-address' };
}

/**
 * Whether the register of digital mailboxes has to be asked about her: she has chosen that way, or nothing else leads to
 * her and she must be told. `has` is without it. Nobody is looked up for any other reason.
 */
export function mustAskForMailbox(kind: NoticeKind, ways: Ways, recipient: Recipient): boolean {
  if (recipient.protectedIdentity) return false;
  return ways[kind].includes('digital-mail') || (neverOff.has(kind) && recipient.has.length === 0);
}

const hour = z.coerce.number().int().min(0).max(23);

/** What was posted from the settings page, checked. Messages are text keys. */
export function readChoice(typed: {
  ways: Readonly<Record<string, readonly string[]>>;
  quiet: string;
  quietFrom: string;
  quietTo: string;
}): { ok: true; ways: Ways; quiet: QuietChoice } | { ok: false; fields: Record<string, string> } {
  const fields: Record<string, string> = {};
  const ways = Object.fromEntries(
    noticeKinds.map((kind) => [kind, channels.filter((channel) => typed.ways[kind]?.includes(channel))]),
  ) as unknown as Ways;
  for (const kind of neverOff) if (ways[kind].length === 0) fields[kind] = 'settings:notices.errors.some-way';
  const quiet = readQuiet(typed);
  if (typeof quiet === 'string')
    fields[quiet === 'settings:notices.errors.quiet' ? 'quiet' : 'quiet-to'] = quiet;
  if (Object.keys(fields).length > 0 || typeof quiet === 'string') return { ok: false, fields };
  return { ok: true, ways, quiet };
}

type QuietProblem = 'settings:notices.errors.quiet' | 'settings:notices.errors.same-hour';

function readQuiet(typed: { quiet: string; quietFrom: string; quietTo: string }): QuietChoice | QuietProblem {
  const { quiet } = typed;
  if (quiet === 'municipality' || quiet === 'none') return { quiet };
  const [from, to] = [hour.safeParse(typed.quietFrom), hour.safeParse(typed.quietTo)];
  if (quiet !== 'own' || !from.success || !to.success) return 'settings:notices.errors.quiet';
  return from.data === to.data
    ? 'settings:notices.errors.same-hour'
    : { quiet, from: from.data, to: to.data };
}
