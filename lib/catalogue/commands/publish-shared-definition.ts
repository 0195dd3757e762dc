import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { listTenants } from '@/lib/tenants/api';
import { demand } from '../access';
import type { ServiceDefinition } from '../domain/definition';
import { findSharedInTx, LIBRARY } from '../queries/resolve-document';
import { type Followed, followSharedInTx } from './follow-shared-in-tx';
import { oneAtATime, type Published, publishInTx } from './publish-service-version';

/**
 * Publishes a checked definition as shared, and lets every municipality that inherits it follow: each in a transaction
 * of its own, so that one whose changes don't fit any more keeps nobody else back. Safe to run again: who has followed
 * stays.
 * @param job who publishes, for the audit log
 */
export async function publishSharedDefinition(
  job: string,
  definition: ServiceDefinition,
): Promise<Published & { followed: (Followed & { tenantId: string })[] }> {
  const librarian: JobActor = { kind: 'job', tenantId: LIBRARY, job };
  demand(librarian, 'publish');
  const published = await oneAtATime(() =>
    write(librarian, (tx) =>
      publishInTx(tx, librarian, { definition, inherited: null }, { origin: 'command' }),
    ),
  );
  const shared = await read(librarian, (tx) => findSharedInTx(tx, definition.slug));
  const followed: (Followed & { tenantId: string })[] = [];
  for (const { id: tenantId } of shared ? await listTenants() : []) {
    const actor: JobActor = { kind: 'job', tenantId, job };
    const own = await oneAtATime(() =>
      write(actor, async (tx) => (shared ? followSharedInTx(tx, actor, shared) : [])),
    );
    followed.push(...own.map((one) => ({ ...one, tenantId })));
  }
  return { ...published, followed };
}
