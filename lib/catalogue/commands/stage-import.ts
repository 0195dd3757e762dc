import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { invalid } from '@/lib/platform/errors';
import { demandAdministrator, visibleImports } from '../access';
import { MOST_FILE_BYTES } from '../domain/definition-file';

const A_DAY = 24 * 3_600_000;

/**
 * Keeps a file with definitions for a day, for its administrator alone: to look at its faults or at what it would
 * change, and publish it then. A file with faults is kept too, so that it can be mended where it is. Older ones go.
 * @returns its id
 * @throws Invalid for one that is empty or too big to keep
 */
export async function stageImport(
  actor: Actor,
  content: string,
  { now = clock }: { now?: () => Date } = {},
): Promise<string> {
  demandAdministrator(actor);
  if (content.trim() === '') throw invalid({ file: 'admin:import.empty' });
  // PostgreSQL keeps no zero in a text; who sent one sent no JSON either.
  if (Buffer.byteLength(content) > MOST_FILE_BYTES || content.includes('\0'))
    throw invalid({ file: 'admin:import.unfit' });
  const { tenantId, staffId } = actor;
  const id = newId();
  const at = now();
  await write(actor, async (tx) => {
    await tx.definitionImport.deleteMany({
      where: { ...visibleImports(actor), createdAt: { lt: new Date(at.getTime() - A_DAY) } },
    });
    await tx.definitionImport.create({
      data: { tenantId, id, staffId, content, createdAt: at },
      select: { id: true },
    });
    await auditInTx(tx, actor, {
      action: 'catalogue.stage-import',
      objectType: 'definition-import',
      objectId: id,
    });
  });
  return id;
}
