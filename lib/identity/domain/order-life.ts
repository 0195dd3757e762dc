/**
 * How an order at BankID is followed from our side. Plain rules over plain data; the commands do the asking.
 */
const SECOND = 1_000;
/** BankID wants to be asked every other second; the browser may ask us as often as it likes. */
export const COLLECT_EVERY = 2 * SECOND;
/** While one instance asks BankID, no other does: longer than the client waits for two answers, one to collect and one to start again. */
export const COLLECT_LEASE = 20 * SECOND;
/** An order that no app picked up (30 s at BankID) is started again for this long, without the person noticing. */
export const RESTART_FOR = 3 * 60 * SECOND;
export const MAX_STARTS = 6;
/** Whatever BankID says or doesn't: past this a waiting order is over. Start limit, restarts and three minutes to sign fit in. */
export const GIVE_UP_AFTER = 8 * 60 * SECOND;
/** A completed log-in that nobody came to fetch is worth nothing after this; BankID's own limit is the same. */
export const RESULT_VALID_FOR = 3 * 60 * SECOND;
/** More starts than this from one address within a minute come from no library's public computers. */
export const MAX_STARTS_PER_ADDRESS = 30;

/** Whether an order that failed with this hint is started anew in silence. */
export const startsAgain = (
  hintCode: string,
  order: { firstStartedAt: Date; starts: number },
  now: Date,
): boolean =>
  hintCode === 'startFailed' &&
  order.starts < MAX_STARTS &&
  now.getTime() - order.firstStartedAt.getTime() < RESTART_FOR;

export const isGivenUp = (order: { firstStartedAt: Date }, now: Date): boolean =>
  now.getTime() - order.firstStartedAt.getTime() > GIVE_UP_AFTER;

/** The QR code is shown until a phone has read it: after that it would only invite a second one. */
export const showsQr = (order: { flow: string; status: string; hintCode: string | null }): boolean =>
  order.flow === 'qr' && order.status === 'pending' && order.hintCode === 'outstandingTransaction';

/**
 * Whether a completed log-in may become a session in the browser that asks. On the same device the app must first have
 * sent that very browser back to us: otherwise somebody who sent the start link to another person would get in.
 */
export const mayLogIn = (order: { flow: string; status: string; returnedAt: Date | null }): boolean =>
  order.status === 'complete' && (order.flow === 'qr' || order.returnedAt !== null);

/** Whole minutes left to open the app in, started again or not; at least one. */
export const minutesLeft = (order: { firstStartedAt: Date }, now: Date): number =>
  Math.max(1, Math.ceil((order.firstStartedAt.getTime() + RESTART_FOR - now.getTime()) / 60_000));
