import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { findRuleInTx } from '@/lib/tenants/api';
import { requireMayReadHomes } from '../access';

/** Whether a service is one whose decision is carried out by a home that is offered: as public as its own page. */
export function hasQueue(actor: Actor, slug: string): Promise<boolean> {
  requireMayReadHomes(actor);
  return read(actor, async (tx) => {
    const rule = await findRuleInTx(tx, actor.tenantId, 'care-home.offer', dateInSweden(now()));
    return rule?.services.includes(slug) ?? false;
  });
}
