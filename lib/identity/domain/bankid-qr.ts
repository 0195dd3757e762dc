import { createHmac } from 'node:crypto';

/**
 * The content of BankID's animated QR code for one second of an order's life. `startSecret` stays on the server:
 * whoever has it can make codes for this order anywhere.
 *
 * @param seconds whole seconds since the answer to auth or sign arrived, by the server's clock, from 0
 */
export function bankIdQrData(startToken: string, startSecret: string, seconds: number): string {
  if (!Number.isInteger(seconds) || seconds < 0)
    throw new RangeError('seconds must be a whole number from 0');
  // The secret is used as it is written, as ASCII: it is not decoded, though it looks like a UUID.
  const code = createHmac('sha256', Buffer.from(startSecret, 'ascii')).update(String(seconds)).digest('hex');
  return `bankid.${startToken}.${seconds}.${code}`;
}

/** Whole seconds between two instants, never below 0 (clocks of two instances may differ a little). */
export function bankIdQrSeconds(startedAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - startedAt.getTime()) / 1000));
}
