import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { demand } from '../access';
import type { Guide } from '../domain/definition';
import { GUIDE } from '../domain/definition-guide';
import { findPublishedInTx } from './published-definition';

/** The municipality's guide from need to service; null where it has published none. */
export async function findGuide(actor: Actor): Promise<Guide | null> {
  demand(actor, 'read');
  const found = await read(actor, (tx) => findPublishedInTx(tx, actor.tenantId, GUIDE));
  return found?.definition.kind === 'guide' ? found.definition : null;
}
