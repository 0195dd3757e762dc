import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { invalid } from '@/lib/platform/errors';
import { requireMay } from '../access';
import { readChoice } from '../domain/notice-choice';

/**
 * How she wants to be told, from now on and of what waits. Saved whole: the last page that was sent counts.
 * @throws Invalid with a text per field
 */
export async function saveNoticeChoice(
  actor: ResidentActor,
  typed: Parameters<typeof readChoice>[0],
): Promise<void> {
  requireMay(actor, 'change-choice');
  const choice = readChoice(typed);
  if (!choice.ok) throw invalid(choice.fields, 'errors:Invalid');
  const { tenantId, personId } = actor;
  const { ways, quiet } = choice;
  const own = quiet.quiet === 'own' ? quiet : null;
  const data = {
    ways: Object.fromEntries(Object.entries(ways).map(([kind, channels]) => [kind, [...channels]])),
    quiet: quiet.quiet,
    quietFrom: own?.from ?? null,
    quietTo: own?.to ?? null,
  };
  await write(actor, async (tx) => {
    await tx.noticePreference.upsert({
      where: { tenantId_personId: { tenantId, personId } },
      create: { tenantId, personId, ...data },
      update: data,
    });
    await auditInTx(tx, actor, {
      action: 'notifications.save-notice-choice',
      subjectPersonId: personId,
    });
  });
}
