import 'server-only';
import { z } from 'zod';
import { now } from '@/lib/platform/clock';
import { webhookMessage } from '../../domain/webhook-message';
import { caseSource } from '../case-source';
import type { Connector, Parcel, SystemAccess } from '../connector';
import { postEvent } from '../signed-call';

export const referenceSettings = z.strictObject({
  /** where it can be asked how its cases stand; none where it can't */
  sourceUrl: z.url().optional(),
});

/**
 * A system that follows our own API: it is told that something waits, fetches it, and acknowledges. Without an address it
 * asks by itself what waits.
 */
export function reference({ tenantId, address, secret, settings }: SystemAccess): Connector {
  if (!secret) return {};
  const { sourceUrl } = referenceSettings.parse(settings);
  const tell = async ({ deliveryId, caseId, kind, signal }: Parcel) => {
    const message = webhookMessage({ tenantId, deliveryId, caseId, kind, at: now() });
    const told = await postEvent({ address: address ?? '', secret, signal }, deliveryId, message);
    return told.ok ? { ok: true as const, state: 'told' as const } : told;
  };
  return {
    ...(address && { submitApplication: tell, supplement: tell }),
    ...(sourceUrl && caseSource({ address: sourceUrl, secret })),
  };
}
