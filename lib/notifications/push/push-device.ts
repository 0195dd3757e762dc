import { createECDH } from 'node:crypto';
import { z } from 'zod';

/** What a browser says of where and how it is reached (PushSubscription.toJSON). */
export interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

const bytes = (length: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+=*$/)
    .refine((text) => Buffer.from(text, 'base64url').length === length);

const subscription = z.object({
  endpoint: z.string().min(1).max(2000),
  keys: z.object({ p256dh: bytes(65).refine(isPoint), auth: bytes(16) }),
});

/** A point that isn't on the curve would only be found out when the first message is to be sealed. */
function isPoint(text: string): boolean {
  const own = createECDH('prime256v1');
  own.generateKeys();
  try {
    own.computeSecret(Buffer.from(text, 'base64url'));
    return true;
  } catch {
    return false;
  }
}

/** Null where it can't be one. */
export function readSubscription(text: string): PushTarget | null {
  if (text.length > 4000) return null;
  try {
    const { endpoint, keys } = subscription.parse(JSON.parse(text));
    return { endpoint, ...keys };
  } catch {
    return null;
  }
}

/** Nobody has more browsers than this at a time. */
export const MOST_DEVICES = 10;

export const deviceContext = (tenantId: string, id: string): string => `push-device:${tenantId}:${id}`;
export const endpointContext = (tenantId: string): string => `push-device.endpoint:${tenantId}`;
