import 'server-only';
import { addDays, dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { findRuleInTx } from '@/lib/tenants/api';
import { may } from '../access';
import { removalDay, warnedIfUntouchedSince } from '../domain/draft-retention';

/** So many in one run; the next hour takes the next ones. */
const AT_ONCE = 500;

/**
 * Sets the day on which drafts that nobody has touched for long are thrown away, and lets those whose they are be told.
 * Where the municipality has decided nothing, drafts are kept. A draft saved in the meantime is left alone: the update
 * asks for the same last change that was read.
 */
export async function warnOfOldDrafts(
  actor: JobActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  if (!may(actor, 'look-after-drafts')) throw notFound();
  const { tenantId } = actor;
  const today = dateInSweden(now());
  const { rule, old } = await read(actor, async (tx) => {
    const kept = await findRuleInTx(tx, tenantId, 'draft.kept', today);
    // A day more than the limit, so that no time zone makes it a day too soon; the day itself is compared below.
    const before = kept && toDbDate(addDays(warnedIfUntouchedSince(today, kept), 1));
    return {
      rule: kept,
      old: before
        ? await tx.application.findMany({
            where: { tenantId, status: 'draft', removeOn: null, updatedAt: { lt: before } },
            orderBy: { updatedAt: 'asc' },
            take: AT_ONCE,
            select: { id: true, personId: true, updatedAt: true },
          })
        : [],
    };
  });
  if (!rule) return;
  for (const { id, personId, updatedAt } of old) {
    const changedOn = dateInSweden(updatedAt);
    if (changedOn > warnedIfUntouchedSince(today, rule)) continue;
    const removeOn = toDbDate(removalDay(changedOn, today, rule));
    await write(actor, async (tx) => {
      const { count } = await tx.application.updateMany({
        where: { tenantId, id, status: 'draft', removeOn: null, updatedAt },
        data: { removeOn, updatedAt },
      });
      if (count === 0) return;
      await emitInTx(tx, actor, {
        type: 'applications.draft-expiring',
        payload: { applicationId: id, personId },
      });
    });
  }
}
