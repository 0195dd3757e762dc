import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The animated QR code as BankID's side sees it. Written apart from the portal's own (`lib/identity/domain`):
 * the simulator is the other party, and two that agree prove more than one that agrees with itself.
 */
export function qrData(token: string, secret: string, seconds: number): string {
  return `bankid.${token}.${seconds}.${qrCode(secret, seconds)}`;
}

function qrCode(secret: string, seconds: number): string {
  return createHmac('sha256', Buffer.from(secret, 'ascii')).update(String(seconds), 'ascii').digest('hex');
}

export interface ScannedQr {
  token: string;
  seconds: number;
  code: string;
}

/** Null when it is not a BankID QR code at all. */
export function readQr(data: string): ScannedQr | null {
  const found = /^bankid\.([0-9a-f-]{36})\.(0|[1-9]\d{0,4})\.([0-9a-f]{64})$/.exec(data.trim());
  if (!found?.[1] || !found[2] || !found[3]) return null;
  return { token: found[1], seconds: Number(found[2]), code: found[3] };
}

export function isGenuine(scanned: ScannedQr, secret: string): boolean {
  return timingSafeEqual(
    Buffer.from(scanned.code, 'hex'),
    Buffer.from(qrCode(secret, scanned.seconds), 'hex'),
  );
}
