import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { demand } from '../access';
import type { ServiceForm } from '../domain/definition';
import { getPublishedFormInTx, type StoredDefinition } from './published-definition';

/** The form of a service as it is published now. NotFound for what isn't published, or isn't applied for here. */
export async function getPublishedDefinition(
  actor: Actor,
  slug: string,
): Promise<StoredDefinition<ServiceForm>> {
  demand(actor, 'read');
  return read(actor, (tx) => getPublishedFormInTx(tx, actor.tenantId, slug));
}
