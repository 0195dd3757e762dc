import 'server-only';
import type { z } from 'zod';
import { newId } from '@/lib/kernel/ids';
import { now } from '@/lib/platform/clock';
import { askUpstream, type Told, tellUpstream, type UpstreamAnswer } from '@/lib/platform/http-client';
import { signWebhook } from '../domain/webhook-signature';

// Calls that we make to a system, signed by Standard Webhooks with the secret that both have. What has no body signs its
// path and query, so that a signature opens nothing but what it was made for.

export interface SignedCall {
  address: string;
  secret: string;
  signal: AbortSignal;
  timeoutMs?: number;
}

/** Posts a CloudEvents message whose only answer is that it was heard. `id` is the same when it is sent again. */
export function postEvent(call: SignedCall, id: string, message: object): Promise<Told> {
  const body = JSON.stringify(message);
  return tellUpstream(call.address, {
    method: 'POST',
    headers: {
      'content-type': 'application/cloudevents+json',
      ...signWebhook(call.secret, id, now(), body),
    },
    body,
    ...limits(call),
  });
}

/** Puts something under its own id, and gives the system's answer, checked by a schema. */
export function putThere<T>(
  schema: z.ZodType<T>,
  call: SignedCall & { path: string; id: string },
  { mediaType, body }: { mediaType: string; body: string | Uint8Array<ArrayBuffer> },
): Promise<UpstreamAnswer<T>> {
  return askUpstream(schema, addressOf(call), {
    method: 'PUT',
    headers: { 'content-type': mediaType, ...signWebhook(call.secret, call.id, now(), body) },
    body,
    ...limits(call),
  });
}

export function getThere<T>(
  schema: z.ZodType<T>,
  call: SignedCall & { path: string },
): Promise<UpstreamAnswer<T>> {
  const address = addressOf(call);
  const { pathname, search } = new URL(address);
  return askUpstream(schema, address, {
    headers: { accept: 'application/json', ...signWebhook(call.secret, newId(), now(), pathname + search) },
    ...limits(call),
  });
}

const addressOf = ({ address, path }: { address: string; path: string }): string =>
  address.replace(/\/$/, '') + path;

const limits = ({ signal, timeoutMs }: SignedCall) => ({
  signal,
  ...(timeoutMs !== undefined && { timeoutMs }),
});
