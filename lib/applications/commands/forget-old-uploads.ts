import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { removeUploadsInTx } from './remove-upload';

// Long enough for a line that is away overnight; pieces of a file that nobody sends the rest of are of use to nobody.
const KEPT_MS = 24 * 60 * 60_000;
const AT_ONCE = 200;

/** Forgets files that were begun in pieces and let be, and what was kept of those that came. */
export async function forgetOldUploads(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  await write(actor, async (tx) => {
    const old = await tx.upload.findMany({
      where: { tenantId, touchedAt: { lt: new Date(now().getTime() - KEPT_MS) } },
      orderBy: { touchedAt: 'asc' },
      take: AT_ONCE,
      select: { id: true },
    });
    await removeUploadsInTx(
      tx,
      tenantId,
      old.map(({ id }) => id),
    );
  });
}
