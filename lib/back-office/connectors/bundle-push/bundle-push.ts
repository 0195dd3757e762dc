import 'server-only';
import { z } from 'zod';
import { receivedMessage } from '@/lib/cases/domain/office-messages';
import { caseSource } from '../case-source';
import type { Connector, Handover, Parcel, SystemAccess } from '../connector';
import { parcelFiles } from '../parcel-files';
import { putThere } from '../signed-call';

export const bundlePushSettings = z.strictObject({
  /** whether it can be asked how its cases stand, under its own address */
  hasCaseSource: z.boolean().default(false),
});

/** Large files on slow lines. */
const TIMEOUT_MS = 60_000;
/** With an id of its own it has it safe; without, it says so later by our API. */
const answer = z.object({ externalId: receivedMessage.shape.externalId.optional() });

/**
 * A system that can't fetch: the whole delivery is put there, its files first, each under its id; what it knows it sends
 * back as bundles.
 */
export function bundlePush({ address, secret, settings }: SystemAccess): Connector {
  if (!address || !secret) return {};
  const { hasCaseSource } = bundlePushSettings.parse(settings);
  const push = (parcel: Parcel) => bring(parcel, { address, secret });
  const source = caseSource({ address, secret });
  return {
    submitApplication: push,
    supplement: push,
    ...(hasCaseSource ? source : { health: source.health }),
  };
}

async function bring(parcel: Parcel, system: { address: string; secret: string }): Promise<Handover> {
  const { deliveryId, signal } = parcel;
  // Nothing is read, and nobody's log says that it was, for a system that isn't there.
  const isThere = await caseSource(system).health(signal);
  if (!isThere.ok) return isThere;
  const call = { ...system, signal, timeoutMs: TIMEOUT_MS };
  const content = await parcel.open();
  for await (const { id, mediaType, bytes: body } of parcelFiles(parcel, content)) {
    const stored = await putThere(z.unknown(), { ...call, path: `/files/${id}`, id }, { mediaType, body });
    if (!stored.ok) return stored;
  }
  const stored = await putThere(
    answer,
    { ...call, path: `/deliveries/${deliveryId}`, id: deliveryId },
    { mediaType: 'application/json', body: JSON.stringify(content) },
  );
  if (!stored.ok) return stored;
  const { externalId } = stored.value;
  return externalId ? { ok: true, state: 'received', externalId } : { ok: true, state: 'told' };
}
